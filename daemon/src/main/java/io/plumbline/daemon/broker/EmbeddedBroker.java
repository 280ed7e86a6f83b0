package io.plumbline.daemon.broker;

import java.util.List;

/// A running MQTT 3.1.1 broker that keeps its messages on disk.
public interface EmbeddedBroker extends AutoCloseable {
  /// Where clients on this computer connect, `tcp://host:<real port>`.
  String uri();

  /// The real port there.
  int port();

  /// The daemon's own name and secret there, new at each start.
  Login login();

  /// The real port with TLS, 0 where there is none.
  int securePort();

  /// How others may reach the port with TLS, the most lasting name first; empty where there is none.
  List<String> secureHosts();

  /// Stops and closes its files. Messages and sessions stay for the next start.
  @Override
  void close();
}
