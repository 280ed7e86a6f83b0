package io.plumbline.daemon.ingest;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A message with the connection it came by, which is the only one that can acknowledge it.
record Arrival(String topic, MqttMessage message, MqttAsyncClient connection) {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
  private static final long LOOK_PERIOD_MS = 200;

  /// Waits for room, but no longer than its connection lives: on a dead one it cannot be acknowledged, and a thread that waits there is
  /// missed by nobody and never ends. What is not queued is not acknowledged, so a durable session gets it again.
  void enqueue(BlockingQueue<Arrival> queue) throws InterruptedException {
    boolean queued = queue.offer(this);
    while (!queued && connection.isConnected()) {
      queued = queue.offer(this, LOOK_PERIOD_MS, TimeUnit.MILLISECONDS);
    }
  }

  /// Tells the broker that the message is dealt with. On a connection that is gone the broker will send it again, which costs nothing.
  void acknowledge() {
    if (!connection.isConnected()) {
      return;
    }
    try {
      connection.messageArrivedComplete(message.getId(), message.getQos());
    } catch (MqttException | RuntimeException e) {
      // Paho answers with a null pointer where the connection is closed meanwhile.
      LOG.debug("Not acknowledged, the broker will send it again: {}", e.getMessage());
    }
  }
}
