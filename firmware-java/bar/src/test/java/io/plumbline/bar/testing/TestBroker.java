package io.plumbline.bar.testing;

import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

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
    this(wantedPort, "", "");
  }

  /// On this port, with more options of its acceptor (TLS), for the user `kim` with this password.
  ///
  /// @param password empty for anybody
  public TestBroker(int wantedPort, String options, String password) throws Exception {
    Configuration configuration = new ConfigurationImpl().setPersistenceEnabled(false)
        .setSecurityEnabled(!password.isEmpty()).setJMXManagementEnabled(false).setCriticalAnalyzer(false)
        .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + wantedPort + "?protocols=MQTT" + options);
    server.setSecurityManager(new ActiveMQSecurityManager() {
      @Override
      public boolean validateUser(String user, String given) {
        return "kim".equals(user) && password.equals(given);
      }

      @Override
      public boolean validateUserAndRole(String user, String given, Set<Role> roles, CheckType check) {
        return validateUser(user, given);
      }
    });
    server.setConfiguration(configuration);
    server.start();
    port = ((NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor("mqtt")).getActualPort();
  }

  /// With TLS on this port: shows the certificate of an alias.
  ///
  /// @param wantsClients whether clients have to show one too
  public static TestBroker withTls(int wantedPort, TestCertificates certificates, String alias, boolean wantsClients,
      String password) throws Exception {
    String secret = TestCertificates.PASSWORD;
    String options = "&sslEnabled=true&keyStoreType=PKCS12&keyStorePath=" + certificates.store(alias)
        + "&keyStorePassword=" + secret;
    if (wantsClients) {
      options += "&needClientAuth=true&trustStoreType=PKCS12&trustStorePath=" + certificates.trust()
          + "&trustStorePassword=" + secret;
    }
    return new TestBroker(wantedPort, options, password);
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
