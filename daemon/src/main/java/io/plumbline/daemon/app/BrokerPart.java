package io.plumbline.daemon.app;

import io.plumbline.daemon.app.DaemonConfig.BrokerNetwork;
import io.plumbline.daemon.broker.ArtemisBroker;
import io.plumbline.daemon.broker.BrokerAnnouncement;
import io.plumbline.daemon.broker.BrokerPlan;
import io.plumbline.daemon.broker.BrokerPlan.SecureDoor;
import io.plumbline.daemon.broker.BrokerStartException;
import io.plumbline.daemon.broker.EmbeddedBroker;
import io.plumbline.daemon.domain.BrokerCounters;
import io.plumbline.daemon.ingest.BrokerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The embedded broker with what belongs to it in this daemon.
final class BrokerPart implements AutoCloseable {
  /// In the data folder: who may come, and certificates.
  static final String KEYS = "broker-access";

  private final EmbeddedBroker broker;
  private final @Nullable BrokerAnnouncement announcement;

  private BrokerPart(EmbeddedBroker broker, @Nullable BrokerAnnouncement announcement) {
    this.broker = broker;
    this.announcement = announcement;
  }

  static BrokerPart start(Path data, DaemonConfig config, BrokerCounters counters, Consumer<String> paired)
      throws DaemonStartException, BrokerStartException {
    BrokerNetwork network = config.network();
    InetAddress wished = address(network.host());
    // Without TLS for this computer only, whatever is wished.
    InetAddress local = wished.isLoopbackAddress() ? wished : InetAddress.getLoopbackAddress();
    SecureDoor secure = network.securePort() < 0 ? null : new SecureDoor(wished, network.securePort());
    EmbeddedBroker broker = ArtemisBroker.start(new BrokerPlan(data.resolve("broker"), local, config.mqttPort(),
        network.asksEverybody(), data.resolve(KEYS), secure), counters, paired);
    String name = network.announcedAs();
    return new BrokerPart(broker, name.isEmpty()
        ? null
        : BrokerAnnouncement.start(wished, secure != null, name, secure == null ? broker.port() : broker.securePort()));
  }

  private static InetAddress address(String host) throws DaemonStartException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new DaemonStartException("--mqtt-host: '" + host
          + "' is no address of this computer: use 127.0.0.1, 0.0.0.0 for all networks, or one of 'ip address'", e);
    }
  }

  /// For the daemon itself.
  BrokerAddress address() {
    return new BrokerAddress(broker.uri(), broker.login().user(), broker.login().secret());
  }

  /// For paired bars; empty where there is no TLS.
  String secureUri() {
    if (broker.securePort() == 0) {
      return "";
    }
    String host = broker.secureHosts().isEmpty() ? "localhost" : broker.secureHosts().getFirst();
    return "ssl://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + broker.securePort();
  }

  @Override
  public void close() {
    if (announcement != null) {
      announcement.close();
    }
    broker.close();
  }
}
