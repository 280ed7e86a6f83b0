package io.plumbline.bar.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.testing.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

/// Real announcements on loopback, under names that no other run has.
class MdnsFinderTest {
  private static final String PLAIN = "_mqtt._tcp.local.";
  private static final String SECURE = "_secure-mqtt._tcp.local.";

  private final String name = "Gym " + UUID.randomUUID();

  private JmDNS announced(String type, int port) throws IOException {
    JmDNS announcer = JmDNS.create(InetAddress.getLoopbackAddress(), "bar-test");
    announcer.registerService(ServiceInfo.create(type, name, port, 0, 0, Map.of("plumbline", "1")));
    return announcer;
  }

  @Test
  void shouldFindTheBrokerWhenItAnnouncesItselfUnderTheName() throws Exception {
    try (JmDNS announcer = announced(PLAIN, 12_883)) {
      assertEquals("tcp://127.0.0.1:12883", new MdnsFinder(name, false).find(() -> false), announcer.getName());
    }
  }

  @Test
  void shouldTakeOnlyTlsWhenAPasswordMustNotGoToStrangers() throws Exception {
    try (JmDNS plain = announced(PLAIN, 12_884)) {
      IOException none = assertThrows(IOException.class, () -> new MdnsFinder(name, true).find(() -> false),
          plain.getName());
      assertEquals("no broker with TLS announces itself as '" + name
          + "' in this network: is it on, and in the same network? Else name its address in link.broker",
          none.getMessage());
    }
    try (JmDNS secure = announced(SECURE, 12_885)) {
      String uri = new MdnsFinder(name, true).find(() -> false);
      assertTrue(uri.matches("ssl://(127\\.0\\.0\\.1|bar-test[-0-9]*\\.local):12885"), uri + secure.getName());
    }
  }

  @Test
  void shouldFindAnyThatIsForPlumblineWhenNoNameIsGiven() throws Exception {
    try (JmDNS announcer = announced(PLAIN, 12_886)) {
      // It may be one of another test, or a real one.
      String uri = new MdnsFinder("", false).find(() -> false);
      assertTrue(uri.matches("(tcp|ssl)://.+:[0-9]+"), uri + announcer.getName());
    }
  }

  @Test
  void shouldEndAtOnceWhenNobodyWaitsForItAnyMore() {
    assertThrows(IOException.class, () -> new MdnsFinder(name, false).find(() -> true));
  }

  @Test
  void shouldLookAgainWhenTheBrokerComesLater() throws Exception {
    CountDownLatch missed = new CountDownLatch(1);
    CountDownLatch connected = new CountDownLatch(1);
    LinkListener listener = new LinkListener() {
      @Override
      public void onConnected(String brokerUri) {
        connected.countDown();
      }

      @Override
      public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
        missed.countDown();
      }
    };
    LinkConfig config = new LinkConfig("mdns:" + name, "bar-1", 10, false, Duration.ofSeconds(1),
        Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofSeconds(10));
    try (MqttLink link = new MqttLink(config, "run-1", listener)) {
      link.start();
      assertTrue(missed.await(60, TimeUnit.SECONDS));
      try (TestBroker broker = new TestBroker(); JmDNS announcer = announced(PLAIN, broker.port())) {
        assertTrue(connected.await(60, TimeUnit.SECONDS), announcer.getName());
      }
    }
  }
}
