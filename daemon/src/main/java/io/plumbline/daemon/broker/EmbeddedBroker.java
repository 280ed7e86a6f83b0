package io.plumbline.daemon.broker;

/// A running MQTT 3.1.1 broker on loopback that keeps its messages on disk.
public interface EmbeddedBroker extends AutoCloseable {
  /// Where clients connect, `tcp://127.0.0.1:<real port>`.
  String uri();

  /// Stops and closes its files. Messages and sessions stay for the next start.
  @Override
  void close();
}
