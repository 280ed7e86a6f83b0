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
/// @param accounts    whether the dashboard asks who it is; without, everybody at this computer may do everything
public record DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
    int mqttPort, String clientId, BrokerNetwork network, int traceDays, boolean accounts) {
  /// Name at the broker where none is chosen.
  public static final String DEFAULT_CLIENT_ID = "plumbline-daemon";

  /// Without accounts.
  public DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
      int mqttPort, String clientId, BrokerNetwork network, int traceDays) {
    this(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays, false);
  }

  /// The same with accounts.
  public DaemonConfig withAccounts() {
    return new DaemonConfig(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, traceDays, true);
  }

  /// With curves that are kept for ever.
  public DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
      int mqttPort, String clientId, BrokerNetwork network) {
    this(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, network, 0);
  }

  /// With a broker for this computer only.
  public DaemonConfig(@Nullable String brokerUrl, @Nullable String databaseUrl, Path dataFolder, int httpPort,
      int mqttPort, String clientId) {
    this(brokerUrl, databaseUrl, dataFolder, httpPort, mqttPort, clientId, BrokerNetwork.LOOPBACK);
  }

  /// The embedded broker's place in the network.
  ///
  /// @param host        address or name where it listens
  /// @param announcedAs the name under which it is announced with multicast DNS, empty for not at all
  public record BrokerNetwork(String host, String announcedAs) {
    /// For this computer only.
    public static final BrokerNetwork LOOPBACK = new BrokerNetwork("127.0.0.1", "");
  }

  /// Everything embedded, on free ports, without accounts.
  public static DaemonConfig ephemeral(Path dataFolder) {
    return new DaemonConfig(null, null, dataFolder, 0, 0, DEFAULT_CLIENT_ID);
  }
}
