package io.plumbline.daemon.broker;

import io.plumbline.daemon.broker.BrokerPlan.SecureDoor;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.AccessWatch;
import io.plumbline.daemon.broker.access.Door;
import io.plumbline.daemon.broker.access.PrivateFolder;
import io.plumbline.daemon.broker.tls.Authority;
import io.plumbline.daemon.broker.tls.HostNames;
import io.plumbline.daemon.broker.tls.ServerKeys;
import io.plumbline.daemon.domain.BrokerCounters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Artemis with its journal on: a PUBACK leaves after the disk has the message, and a flood is paged to disk instead of dropped. Who may do what is
/// [ArtemisGuard]'s. It has a door for programs of this computer, and one with TLS for everybody else.
public final class ArtemisBroker implements EmbeddedBroker {
  private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);
  private static final long RENEWAL_PERIOD_MIN = 10;

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final BrokerPlan plan;
  private final Doorkeeper doorkeeper;
  private final @Nullable ServerKeys keys;
  private final ScheduledExecutorService chores = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("broker-chores").daemon(true).factory());
  private @Nullable AccessWatch watch;
  private int port;
  private int securePort;

  private ArtemisBroker(BrokerPlan plan, BrokerCounters counters, Consumer<String> paired) throws IOException {
    this.plan = plan;
    Path folder = plan.keys();
    InstantSource clock = InstantSource.system();
    this.doorkeeper = new Doorkeeper(folder == null ? null : new AccessFile(folder), plan.asksEverybody(), clock,
        counters, paired);
    if (folder == null || plan.secure() == null) {
      this.keys = null;
    } else {
      PrivateFolder kept = PrivateFolder.open(folder);
      this.keys = new ServerKeys(Authority.open(kept, clock), kept, "broker", clock, HostNames::all);
    }
  }

  /// Starts a broker for programs of this computer.
  ///
  /// @param folder its own folder, made where missing
  /// @param port   0 for any free one
  /// @throws BrokerStartException where the port is taken or the folder cannot be used
  public static EmbeddedBroker start(Path folder, int port) throws BrokerStartException {
    return start(BrokerPlan.local(folder, port), new BrokerCounters());
  }

  /// Starts a broker.
  ///
  /// @param counters gets what it refuses
  /// @throws BrokerStartException where a port or an address is taken, or a folder cannot be used
  public static EmbeddedBroker start(BrokerPlan plan, BrokerCounters counters) throws BrokerStartException {
    return start(plan, counters, name -> {});
  }

  /// Starts a broker.
  ///
  /// @param counters gets what it refuses
  /// @param paired   told the name of each bar that is let in by a code
  /// @throws BrokerStartException where a port or an address is taken, or a folder cannot be used
  public static EmbeddedBroker start(BrokerPlan plan, BrokerCounters counters, Consumer<String> paired)
      throws BrokerStartException {
    requireFree(plan.host(), plan.port(), "--mqtt-port");
    SecureDoor secure = plan.secure();
    if (secure != null) {
      requireFree(secure.host(), secure.port(), "--mqtts-port or --mqtt-host");
    }
    ArtemisBroker broker = null;
    try {
      broker = new ArtemisBroker(plan, counters, paired);
      broker.run();
      return broker;
    } catch (BrokerStartException e) {
      broker.close();
      throw e;
    } catch (Exception e) {
      if (broker != null) {
        broker.close();
      }
      throw new BrokerStartException("the embedded broker cannot start in " + plan.folder() + ": " + e.getMessage(), e);
    }
  }

  private void run() throws Exception {
    Configuration configuration = ArtemisSetup.configuration(plan, keys);
    ArtemisGuard guard = new ArtemisGuard(doorkeeper, configuration.getWildcardConfiguration());
    server.setConfiguration(configuration);
    server.setSecurityManager(guard);
    server.start();
    ActiveMQServer artemis = server.getActiveMQServer();
    // Nobody comes in before the guard stands.
    artemis.getRemotingService().addIncomingInterceptor(guard);
    port = opened(ArtemisSetup.LOCAL_DOOR, "--mqtt-port");
    Path folder = plan.keys();
    if (folder != null) {
      watch = AccessWatch.start(folder, this::dismiss);
    }
    SecureDoor secure = plan.secure();
    if (folder != null && secure != null) {
      securePort = opened(ArtemisSetup.SECURE_DOOR, "--mqtts-port");
      new Door(secure.host(), securePort).write(PrivateFolder.open(folder));
      ScheduledFuture<?> _ = chores.scheduleWithFixedDelay(this::renew, RENEWAL_PERIOD_MIN, RENEWAL_PERIOD_MIN,
          TimeUnit.MINUTES);
    }
  }

  /// Opens a door, and tells its real port.
  private int opened(String door, String option) throws Exception {
    Acceptor acceptor = server.getActiveMQServer().getRemotingService().getAcceptor(door);
    acceptor.start();
    if (acceptor instanceof NettyAcceptor netty && netty.isStarted() && netty.getActualPort() > 0) {
      return netty.getActualPort();
    }
    throw new BrokerStartException("the embedded broker's port cannot be used: choose another with " + option,
        new IOException("no acceptor"));
  }

  /// The broker only logs an acceptor that cannot bind, so the port is tried before.
  private static void requireFree(InetAddress host, int port, String option) throws BrokerStartException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      String there = port == 0 || !host.isLoopbackAddress()
          ? ""
          : ", or use the broker that runs there with --broker " + ArtemisSetup.address(host, port);
      throw new BrokerStartException("MQTT port " + port + " of " + host.getHostAddress() + " cannot be used ("
          + e.getMessage() + "): choose another with " + option + there, e);
    }
  }

  /// Ends the connections of those who are not known any more.
  private void dismiss() {
    for (RemotingConnection connection : server.getActiveMQServer().getRemotingService().getConnections()) {
      Identity who = Identity.of(connection);
      if (who != null && !doorkeeper.stillKnows(who)) {
        LOG.info("Dismissed {}", who.shown());
        who.end();
        connection.fail(new ActiveMQDisconnectedException("dismissed"));
      }
    }
  }

  /// New certificates are for new connections; those that stand go on.
  private void renew() {
    ServerKeys shown = keys;
    try {
      if (shown != null && shown.renew()) {
        server.getActiveMQServer().getRemotingService().getAcceptor(ArtemisSetup.SECURE_DOOR).reload();
        LOG.info("The broker has a new certificate");
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The broker's certificate could not be renewed, and is tried again: {}", e.getMessage());
    }
  }

  @Override
  public String uri() {
    return ArtemisSetup.address(plan.host(), port);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Login login() {
    return doorkeeper.own();
  }

  @Override
  public int securePort() {
    return securePort;
  }

  @Override
  public List<String> secureHosts() {
    SecureDoor secure = plan.secure();
    return secure == null ? List.of() : HostNames.reachable(secure.host());
  }

  @Override
  public void close() {
    chores.shutdownNow();
    try {
      if (watch != null) {
        watch.close();
      }
      if (plan.keys() != null && securePort > 0) {
        Door.erase(PrivateFolder.open(plan.keys()));
      }
      server.stop();
    } catch (Exception e) {
      LOG.warn("The embedded broker did not stop cleanly: {}", e.getMessage());
    }
  }
}
