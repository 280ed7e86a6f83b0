package io.plumbline.daemon.app;

import io.plumbline.daemon.app.DaemonConfig.DashboardNetwork;
import io.plumbline.daemon.broker.access.PrivateFolder;
import io.plumbline.daemon.broker.tls.Authority;
import io.plumbline.daemon.broker.tls.HostNames;
import io.plumbline.daemon.broker.tls.ServerKeys;
import io.plumbline.daemon.web.NetworkDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dashboard's door to the network, with a certificate of the daemon's own authority, which is also that of the broker.
final class DashboardDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardDoor.class);
  private static final String SERVER = "dashboard";
  private static final long RENEWAL_PERIOD_MIN = 60;

  private final ScheduledExecutorService chores = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("dashboard-chores").daemon(true).factory());
  private final InetAddress host;
  private final Authority authority;
  private final ServerKeys keys;
  private final NetworkDoor door;

  private DashboardDoor(InetAddress host, int port, PrivateFolder folder) throws IOException {
    InstantSource clock = InstantSource.system();
    this.host = host;
    this.authority = Authority.open(folder, clock);
    this.keys = new ServerKeys(authority, folder, SERVER, clock, HostNames::all);
    this.door = new NetworkDoor(host, port, keys.file(), keys.password(), keys::certified, authority.pem());
    ScheduledFuture<?> _ = chores.scheduleWithFixedDelay(this::renew, RENEWAL_PERIOD_MIN, RENEWAL_PERIOD_MIN,
        TimeUnit.MINUTES);
  }

  static DashboardDoor open(Path data, DashboardNetwork network) throws DaemonStartException {
    try {
      return new DashboardDoor(InetAddress.getByName(network.host()), network.securePort(),
          PrivateFolder.open(data.resolve(BrokerPart.KEYS)));
    } catch (UnknownHostException e) {
      throw new DaemonStartException("--http-host: '" + network.host()
          + "' is no address of this computer: use 127.0.0.1, 0.0.0.0 for all networks, or one of 'ip address'", e);
    } catch (IOException e) {
      throw new DaemonStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private void renew() {
    try {
      if (keys.renew()) {
        door.reload();
        LOG.info("The dashboard has a new certificate");
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The dashboard's certificate could not be renewed, and is tried again: {}", e.getMessage());
    }
  }

  NetworkDoor door() {
    return door;
  }

  /// Where others reach it, once it is open.
  List<String> uris() {
    return door.uris(HostNames.reachable(host));
  }

  /// SHA-256 of the authority's certificate, as browsers and phones show it.
  String fingerprint() {
    return HexFormat.ofDelimiter(":").formatHex(authority.fingerprint()).toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    chores.shutdownNow();
  }
}
