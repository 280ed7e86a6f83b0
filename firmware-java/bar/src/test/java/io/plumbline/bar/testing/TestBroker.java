package io.plumbline.bar.testing;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/// A real broker on loopback, in memory.
public final class TestBroker implements AutoCloseable {
  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger BROKER_LOG = Logger.getLogger("org.apache.activemq");

  static {
    BROKER_LOG.setLevel(Level.OFF);
    System.setProperty("io.netty.noUnsafe", "true");
  }

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final int port;

  /// On any free port.
  public TestBroker() throws Exception {
    this(0);
  }

  /// On this port.
  public TestBroker(int wantedPort) throws Exception {
    Configuration configuration = new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
        .setJMXManagementEnabled(false).setCriticalAnalyzer(false)
        .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + wantedPort + "?protocols=MQTT");
    server.setConfiguration(configuration);
    server.start();
    port = ((NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor("mqtt")).getActualPort();
  }

  public int port() {
    return port;
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the test's broker did not stop", e);
    }
  }
}
