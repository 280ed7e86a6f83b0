package io.plumbline.daemon.broker;

/// A running MQTT 3.1.1 broker that keeps its messages on disk.
public interface EmbeddedBroker extends AutoCloseable {
  /// Where clients on this computer connect, `tcp://host:<real port>`.
  String uri();

  /// The real port.
  int port();

  /// Stops and closes its files. Messages and sessions stay for the next start.
  @Override
  void close();
}
