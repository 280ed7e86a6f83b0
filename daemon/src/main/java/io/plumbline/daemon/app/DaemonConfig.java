package io.plumbline.daemon.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a daemon is told at its start. Defaults stand with [DaemonCommand].
///
/// @param brokerUrl   broker to use, null for the embedded one
/// @param databaseUrl database to use, null for SQLite in the data folder
/// @param dataFolder  everything the daemon keeps, made where missing
/// @param httpPort    of the dashboard, 0 for any free one
/// @param mqttPort    of the embedded broker, 0 for any free one
/// @param clientId    name at the broker; two daemons on one broker need two
/// @param network     where the embedded broker listens, and whether it is announced
/// @param traceDays   after so many days a rep's curves are deleted, 0 for never
/// @param homePrefix  of Home Assistant's discovery topics, null where it is told nothing
/// @param dashboard   where others in the network reach the dashboard
/// @param accounts    whether the dashboard asks who it is; without, everybody at this computer may do everything
/// @param share       name under which several daemons share what bars publish, null for one that takes everything; needs a broker and a PostgreSQL database to share too
/// @param brokerCa    certificates of whom the broker's may be signed by, null for those that Java knows
public record DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
    int mqttPort, String clientId, BrokerNetwork network, int traceDays, @Nullable String homePrefix,
    DashboardNetwork dashboard, boolean accounts, @Nullable String share, @Nullable Path brokerCa) {
  /// Name at the broker where none is chosen.
  public static final String DEFAULT_CLIENT_ID = "plumbline-daemon";

  /// With curves that are kept for ever, without Home Assistant and accounts.
  public DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
      int mqttPort, String clientId, BrokerNetwork network) {
    this(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, 0, null, DashboardNetwork.LOOPBACK,
        false, null, null);
  }

  /// With a broker for this computer only.
  public DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
      int mqttPort, String clientId) {
    this(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, BrokerNetwork.LOOPBACK);
  }

  /// The embedded broker's place in the network.
  ///
  /// @param host          address or name where it listens; beyond loopback with TLS only
  /// @param announcedAs   the name under which it is announced with multicast DNS, empty for not at all
  /// @param securePort    with TLS, 0 for any free one, -1 for no TLS
  /// @param asksEverybody whether programs of this computer need a secret too
  public record BrokerNetwork(String host, String announcedAs, int securePort, boolean asksEverybody) {
    /// Usual for MQTT with TLS.
    public static final int SECURE_PORT = 8883;
    /// For this computer only.
    public static final BrokerNetwork LOOPBACK = new BrokerNetwork("127.0.0.1", "");

    /// With TLS where it is needed.
    public BrokerNetwork(String host, String announcedAs) {
      this(host, announcedAs, isLoopback(host) ? -1 : SECURE_PORT, false);
    }

    /// Whether a name or address is that of this computer for itself.
    static boolean isLoopback(String host) {
      return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
  }

  /// The dashboard's place in the network.
  ///
  /// @param host       address or name where it listens with TLS
  /// @param securePort with TLS, 0 for any free one, -1 for none: then it is for this computer only
  public record DashboardNetwork(String host, int securePort) {
    /// Usual for a second HTTPS server.
    public static final int SECURE_PORT = 8443;
    /// For this computer only.
    public static final DashboardNetwork LOOPBACK = new DashboardNetwork("127.0.0.1", -1);
  }

  /// The same, telling Home Assistant.
  public DaemonConfig withHomeAssistant(String prefix) {
    return new DaemonConfig(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays,
        prefix, dashboard, accounts, share, brokerCa);
  }

  /// The same with accounts.
  public DaemonConfig withAccounts() {
    return new DaemonConfig(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays,
        homePrefix, dashboard, true, share, brokerCa);
  }

  /// The same with a dashboard for others, too.
  public DaemonConfig withDashboard(DashboardNetwork there) {
    return new DaemonConfig(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays,
        homePrefix, there, accounts, share, brokerCa);
  }

  /// The same, sharing what bars publish with the daemons of that name.
  public DaemonConfig withShare(String name) {
    return new DaemonConfig(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays,
        homePrefix, dashboard, accounts, name, brokerCa);
  }

  /// The same, believing a broker with TLS by these authorities.
  public DaemonConfig withBrokerCa(Path authorities) {
    return new DaemonConfig(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays,
        homePrefix, dashboard, accounts, share, authorities);
  }

  /// Everything embedded, on free ports, without accounts.
  public static DaemonConfig ephemeral(Path dataFolder) {
    return new DaemonConfig(null, null, dataFolder, 0, 0, DEFAULT_CLIENT_ID);
  }
}
