package io.plumbline.daemon.broker;

import io.plumbline.contract.pairing.Secret;
import io.plumbline.daemon.broker.BrokerPlan.SecureDoor;
import io.plumbline.daemon.broker.tls.ServerKeys;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.jspecify.annotations.Nullable;

/// Artemis's settings for a [BrokerPlan].
final class ArtemisSetup {
  static final String LOCAL_DOOR = "mqtt";
  static final String SECURE_DOOR = "mqtts";
  /// A message that is not allowed is dropped and acknowledged, as Mosquitto does: what else its sender says is not held up by it.
  /// With the 96 MB of the package the broker takes 480 connections, measured to be safe with room to spare; about 950 bars that publish at once exhaust it.
  private static final long CONNECTIONS_PER_MIB = 5;
  private static final String OPTIONS = "?protocols=MQTT&autoStart=false&closeMqttConnectionOnPublishAuthorizationFailure=false";
  private static final int MIB = 1024 * 1024;

  private ArtemisSetup() {}

  /// @param keys null where there is no door with TLS
  static Configuration configuration(BrokerPlan plan, @Nullable ServerKeys keys) throws Exception {
    Path folder = plan.folder();
    // Durable by journal type NIO; the sizes keep an idle broker small (one file is preallocated per minimum).
    Configuration configuration = new ConfigurationImpl().setName("plumbline").setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO).setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setLargeMessagesDirectory(folder.resolve("large-messages").toString()).setJournalFileSize(MIB)
        .setJournalMinFiles(2).setGlobalMaxSize(20L * MIB)
        // Room in bytes, not in percent: a large disk that is 90 % full still has years of reps in it.
        .setMaxDiskUsage(-1).setMinDiskFree(64L * MIB)
        // Never ends the JVM: the daemon lives in it.
        .setCriticalAnalyzer(false).setJMXManagementEnabled(false)
        // What is taken back is taken back at once: nothing is remembered of what was allowed.
        .setSecurityEnabled(true).setAuthenticationCacheSize(0).setAuthorizationCacheSize(0)
        .setClusterPassword(Secret.lasting())
        .addAcceptorConfiguration(LOCAL_DOOR,
            address(plan.host(), plan.port()) + OPTIONS + connections() + "&securityDomain=" + ArtemisGuard.LOCAL);
    SecureDoor secure = plan.secure();
    if (secure != null && keys != null) {
      configuration.addAcceptorConfiguration(SECURE_DOOR, address(secure.host(), secure.port()) + OPTIONS
          + connections()
          + "&securityDomain=network&sslEnabled=true&enabledProtocols=TLSv1.3,TLSv1.2&keyStoreType=PKCS12&keyStorePath="
          + URLEncoder.encode(keys.file().toString(), StandardCharsets.UTF_8).replace("+", "%20")
          + "&keyStorePassword=" + keys.password());
    }
    return configuration;
  }

  /// More than its memory bears are refused and try again, instead of ending everybody's daemon.
  private static String connections() {
    return "&connectionsAllowed=" + CONNECTIONS_PER_MIB * (Runtime.getRuntime().maxMemory() / MIB);
  }

  static String address(InetAddress host, int port) {
    String text = host.getHostAddress();
    return "tcp://" + (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
  }
}
