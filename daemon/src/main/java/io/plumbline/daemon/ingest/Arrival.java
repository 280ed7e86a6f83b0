package io.plumbline.daemon.ingest;

import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A message with the connection it came by, which is the only one that can acknowledge it.
record Arrival(String topic, MqttMessage message, MqttAsyncClient connection) {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  /// Tells the broker that the message is dealt with. On a connection that is gone the broker will send it again, which costs nothing.
  void acknowledge() {
    try {
      connection.messageArrivedComplete(message.getId(), message.getQos());
    } catch (MqttException e) {
      LOG.debug("Not acknowledged, the broker will send it again: {}", e.getMessage());
    }
  }
}
