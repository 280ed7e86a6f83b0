package io.plumbline.system.broken.daemon.web;

import io.plumbline.system.broken.daemon.store.Table;
import io.plumbline.system.broken.drivers.Registers;
import java.util.List;
import javax.jmdns.JmDNS;
import org.eclipse.paho.client.mqttv3.MqttException;

/// Knows too much.
public final class TalksToEverybody {
  List<Class<?>> everybody() {
    return List.of(MqttException.class, JmDNS.class, Registers.class, Table.class);
  }
}
