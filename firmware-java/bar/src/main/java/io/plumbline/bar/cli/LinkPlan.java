package io.plumbline.bar.cli;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BrokerText;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkSecurity;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The link that a configuration asks for, with the files that it names looked into.
final class LinkPlan {
  private LinkPlan() {}

  /// @param folder  that the configuration's files are looked for in
  /// @param isNamed whether the command line names the broker; who does that may leave TLS out
  /// @param mayWait whether the source can wait for the broker
  /// @param warn    told what a person may not want
  /// @throws ConfigException where it cannot work, with one line that says why
  static LinkConfig of(BarConfig config, Path folder, boolean isNamed, boolean mayWait, Consumer<String> warn)
      throws ConfigException {
    BarConfig.Link wish = config.link();
    if (BrokerText.isNone(wish.broker())) {
      return LinkConfig.of(wish.broker(), config.bar().id(), mayWait);
    }
    boolean isPlain = wish.broker().startsWith("tcp:");
    String unused = wish.tlsCa().isEmpty() ? wish.tlsCertificate().isEmpty() ? "" : "tls_certificate" : "tls_ca";
    if (isPlain && !isNamed && !unused.isEmpty()) {
      throw new ConfigException(config.place("link.broker") + " is '" + wish.broker() + "', which has no TLS, but link."
          + unused + " is set: write ssl://, or leave it empty");
    }
    LinkSecurity security = LinkSecurity.of(config, folder);
    security.check();
    if (isPlain && !wish.user().isEmpty() && !isLoopback(wish.broker())) {
      warn.accept("the password of '" + wish.user() + "' goes to " + wish.broker()
          + " for everybody in the network to read; a broker with TLS (ssl://) keeps it secret");
    }
    return LinkConfig.of(wish.broker(), config.bar().id(), mayWait).with(security);
  }

  private static boolean isLoopback(String broker) {
    String host = URI.create(broker).getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
