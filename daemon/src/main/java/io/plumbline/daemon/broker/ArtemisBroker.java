package io.plumbline.daemon.broker;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Artemis with its journal on: a PUBACK leaves after the disk has the message, and a flood is paged to disk instead of dropped.
public final class ArtemisBroker implements EmbeddedBroker {
  private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String ACCEPTOR = "mqtt";
  private static final int MIB = 1024 * 1024;

  private final EmbeddedActiveMQ server;
  private final InetAddress host;
  private final int port;

  private ArtemisBroker(EmbeddedActiveMQ server, InetAddress host, int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  /// Starts a broker.
  ///
  /// @param folder its own folder, made where missing
  /// @param port   0 for any free one
  /// @throws BrokerStartException where the port is taken or the folder cannot be used
  public static EmbeddedBroker start(Path folder, int port) throws BrokerStartException {
    return start(folder, InetAddress.getLoopbackAddress(), port);
  }

  /// Starts a broker that others can reach.
  ///
  /// @param folder its own folder, made where missing
  /// @param host   where it listens
  /// @param port   0 for any free one
  /// @throws BrokerStartException where address or port cannot be used, or the folder
  public static EmbeddedBroker start(Path folder, InetAddress host, int port) throws BrokerStartException {
    requireFree(host, port);
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    try {
      server.setConfiguration(configuration(folder, host, port));
      server.start();
      return new ArtemisBroker(server, host, boundPort(server.getActiveMQServer(), port));
    } catch (BrokerStartException e) {
      stop(server);
      throw e;
    } catch (Exception e) {
      stop(server);
      throw new BrokerStartException("the embedded broker cannot start in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Configuration configuration(Path folder, InetAddress host, int port) throws Exception {
    // Durable by journal type NIO; the sizes keep an idle broker small (one file is preallocated per minimum).
    return new ConfigurationImpl().setName("plumbline").setPersistenceEnabled(true).setJournalType(JournalType.NIO)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setLargeMessagesDirectory(folder.resolve("large-messages").toString()).setJournalFileSize(MIB)
        .setJournalMinFiles(2).setGlobalMaxSize(20L * MIB)
        // Room in bytes, not in percent: a large disk that is 90 % full still has years of reps in it.
        .setMaxDiskUsage(-1).setMinDiskFree(64L * MIB)
        // Never ends the JVM: the daemon lives in it.
        .setCriticalAnalyzer(false).setSecurityEnabled(false).setJMXManagementEnabled(false)
        .addAcceptorConfiguration(ACCEPTOR, address(host, port) + "?protocols=MQTT");
  }

  /// The broker only logs an acceptor that cannot bind, so the port is tried before.
  private static void requireFree(InetAddress host, int port) throws BrokerStartException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      String there = port == 0 ? "" : ", or use the broker that runs there with --broker " + uri(host, port);
      throw new BrokerStartException("MQTT port " + port + " of " + host.getHostAddress() + " cannot be used ("
          + e.getMessage() + "): choose another with --mqtt-port or --mqtt-host" + there, e);
    }
  }

  private static int boundPort(ActiveMQServer server, int wanted) throws BrokerStartException {
    Acceptor acceptor = server.getRemotingService().getAcceptor(ACCEPTOR);
    if (acceptor instanceof NettyAcceptor netty && netty.isStarted() && netty.getActualPort() > 0) {
      return netty.getActualPort();
    }
    throw new BrokerStartException("MQTT port " + wanted + " cannot be used: choose another with --mqtt-port",
        new IOException("no acceptor"));
  }

  private static String address(InetAddress host, int port) {
    String text = host.getHostAddress();
    return "tcp://" + (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
  }

  /// For clients on this computer.
  private static String uri(InetAddress host, int port) {
    return host.isAnyLocalAddress() ? "tcp://" + LOOPBACK + ":" + port : address(host, port);
  }

  @Override
  public String uri() {
    return uri(host, port);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(EmbeddedActiveMQ server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The embedded broker did not stop cleanly: {}", e.getMessage());
    }
  }
}
