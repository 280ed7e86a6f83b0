package io.plumbline.bar.link;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the bar and its broker know each other: files and names, no secrets. What the files hold is read for each connection.
///
/// @param ca          who vouches for the broker, null for those that Java trusts
/// @param certificate the bar's own, null for none
/// @param key         of the certificate
/// @param user        name at the broker, empty for none
/// @param secrets     holds the password; null where there is no user
public record LinkSecurity(@Nullable NamedFile ca, @Nullable NamedFile certificate, @Nullable NamedFile key,
    String user, @Nullable NamedFile secrets) {
  /// Nothing but what Java trusts.
  public static final LinkSecurity NONE = new LinkSecurity(null, null, null, "", null);

  /// What a configuration says.
  ///
  /// @param folder that its files are looked for in
  public static LinkSecurity of(BarConfig config, Path folder) {
    BarConfig.Link link = config.link();
    return new LinkSecurity(file(config, folder, "tls_ca", link.tlsCa()),
        file(config, folder, "tls_certificate", link.tlsCertificate()),
        file(config, folder, "tls_key", link.tlsKey()), link.user(),
        link.user().isEmpty() ? null : file(config, folder, "secrets", link.secrets()));
  }

  private static @Nullable NamedFile file(BarConfig config, Path folder, String key, String name) {
    return name.isEmpty() ? null : new NamedFile(config.place("link." + key), folder.resolve(name));
  }

  /// Reads every file once, so that what is wrong is said before anything is begun.
  public void check() throws ConfigException {
    open();
  }

  /// Whether files of TLS are named.
  boolean hasTls() {
    return ca != null || certificate != null;
  }

  /// Whether a broker that nobody named may be taken without TLS.
  boolean wantsTls() {
    return hasTls() || !user.isEmpty();
  }

  LinkKeys open() throws ConfigException {
    NamedFile holder = secrets;
    return LinkKeys.open(this, holder == null ? "" : SecretsFile.password(holder));
  }
}
