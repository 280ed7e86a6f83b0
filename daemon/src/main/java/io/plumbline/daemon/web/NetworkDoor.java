package io.plumbline.daemon.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// Where phones, tablets and wall displays come in: HTTPS (TLS 1.2 or 1.3), under the names of the certificate only.
public final class NetworkDoor {
  private final InetAddress host;
  private final int port;
  private final Supplier<Set<String>> names;
  private final String authorityPem;
  private final SslContextFactory.Server tls = new SslContextFactory.Server();
  private @Nullable ServerConnector connector;

  /// @param port         0 for any free one
  /// @param keys         PKCS#12 file with key and certificate
  /// @param password     of the file and the key in it
  /// @param names        that the certificate holds, lower case, asked at each request
  /// @param authorityPem certificate of who vouches for them, for those who want to trust it
  public NetworkDoor(InetAddress host, int port, Path keys, String password, Supplier<Set<String>> names,
      String authorityPem) {
    this.host = host;
    this.port = port;
    this.names = names;
    this.authorityPem = authorityPem;
    tls.setKeyStorePath(keys.toString());
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePassword(password);
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
  }

  ServerConnector connector(Server server, HttpConfiguration usual) {
    HttpConfiguration secure = new HttpConfiguration(usual);
    // Which names are ours is looked at with every request, see below.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector made = new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"),
        new HttpConnectionFactory(secure));
    made.setHost(host.getHostAddress());
    made.setPort(port);
    connector = made;
    return made;
  }

  /// What a browser asks for by its `Host` header: ours, without the port.
  boolean isCalled(String hostHeader) {
    Set<String> literals = names.get().stream().map(NetworkDoor::inAddress).collect(Collectors.toSet());
    return literals.contains(hostHeader.toLowerCase(Locale.ROOT));
  }

  /// As it stands in an address: IPv6 in brackets.
  private static String inAddress(String name) {
    return name.contains(":") ? "[" + name + "]" : name;
  }

  String authorityPem() {
    return authorityPem;
  }

  /// Shows new certificates to new connections; those that stand go on.
  ///
  /// @throws IllegalStateException where the file cannot be read any more
  public void reload() {
    try {
      tls.reload(factory -> {});
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// Addresses under which others reach it, the most lasting first.
  ///
  /// @param hosts names and addresses, as people would type them
  public List<String> uris(List<String> hosts) {
    ServerConnector listening = connector;
    return listening == null
        ? List.of()
        : hosts.stream().map(name -> "https://" + inAddress(name) + ":" + listening.getLocalPort() + "/").toList();
  }
}
