package io.plumbline.bar.link;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a broker with multicast DNS (RFC 6762 and 6763) in all networks of this computer, by the registered service types of MQTT, so that
/// any broker can be announced by whoever runs it. One that nobody named must say that it is for Plumbline.
final class MdnsFinder implements BrokerFinder {
  private static final Logger LOG = LoggerFactory.getLogger(MdnsFinder.class);
  /// What the library cannot send in a network that comes and goes is nobody's business: whoever looks is told what was not found. Held, because a
  /// logger that nobody holds forgets its level.
  private static final java.util.logging.Logger LIBRARY_LOG = java.util.logging.Logger.getLogger("javax.jmdns");

  static {
    LIBRARY_LOG.setLevel(Level.OFF);
  }

  private static final String PLAIN = "_mqtt._tcp.local.";
  private static final String SECURE = "_secure-mqtt._tcp.local.";
  /// Of the announcement's text record.
  private static final String MARK = "plumbline";
  /// A service is announced within 1 s; its name has to be asked for first.
  private static final long LIMIT_NS = 6_000_000_000L;
  private static final long STEP_MS = 200;

  private final String name;
  private final boolean secureOnly;

  /// @param name       under which the broker announces itself, empty for any that is for Plumbline
  /// @param secureOnly whether it must have TLS
  MdnsFinder(String name, boolean secureOnly) {
    this.name = name;
    this.secureOnly = secureOnly;
  }

  @Override
  public String find(BooleanSupplier isGivenUp) throws IOException, InterruptedException {
    BlockingQueue<ServiceInfo> resolved = new LinkedBlockingQueue<>();
    List<JmDNS> browsers = browse(resolved);
    try {
      long endNs = System.nanoTime() + LIMIT_NS;
      while (System.nanoTime() - endNs < 0 && !isGivenUp.getAsBoolean()) {
        ServiceInfo next = resolved.poll(STEP_MS, TimeUnit.MILLISECONDS);
        String uri = next == null || !isWanted(next) ? null : uri(next);
        if (uri != null) {
          return uri;
        }
      }
    } finally {
      // Its goodbye takes seconds, for which nobody has to wait.
      Thread.ofPlatform().name("mdns-close").daemon(true).start(() -> close(browsers));
    }
    throw new IOException("no broker " + (secureOnly ? "with TLS " : "")
        + (name.isEmpty() ? "for Plumbline announces itself" : "announces itself as '" + name + "'")
        + " in this network: is it on, and in the same network? Else name its address in link.broker");
  }

  private List<JmDNS> browse(BlockingQueue<ServiceInfo> resolved) throws IOException {
    List<JmDNS> browsers = new ArrayList<>();
    for (InetAddress address : addresses()) {
      try {
        JmDNS browser = JmDNS.create(address);
        browsers.add(browser);
        if (!secureOnly) {
          browser.addServiceListener(PLAIN, new Asking(resolved));
        }
        browser.addServiceListener(SECURE, new Asking(resolved));
      } catch (IOException e) {
        LOG.debug("no multicast DNS at {}: {}", address, e.getMessage());
      }
    }
    return browsers;
  }

  /// One of each network, loopback too: a broker may run beside the bar.
  private static List<InetAddress> addresses() throws IOException {
    List<InetAddress> addresses = new ArrayList<>();
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      if (network.isUp() && (network.supportsMulticast() || network.isLoopback())) {
        Stream<InetAddress> own = network.inetAddresses().filter(Inet4Address.class::isInstance);
        own.findFirst().ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  private static void close(List<JmDNS> browsers) {
    for (JmDNS browser : browsers) {
      try (browser) {
        LOG.trace("closing {}", browser.getName());
      } catch (IOException e) {
        LOG.debug("multicast DNS did not end cleanly: {}", e.getMessage());
      }
    }
  }

  private boolean isWanted(ServiceInfo service) {
    return name.isEmpty() ? service.getPropertyString(MARK) != null : service.getName().equals(name);
  }

  /// Null where it is not known yet.
  private static @Nullable String uri(ServiceInfo service) {
    Inet4Address[] addresses = service.getInet4Addresses();
    if (addresses.length == 0 || service.getPort() <= 0) {
      return null;
    }
    boolean secure = service.getType().equals(SECURE);
    String address = String.valueOf(addresses[0].getHostAddress());
    return (secure ? "ssl://" + certified(service.getServer(), address) : "tcp://" + address) + ":" + service.getPort();
  }

  /// A certificate is for a name; where this computer does not know the name, only one for the address will do.
  private static String certified(String server, String address) {
    String host = server.endsWith(".") ? server.substring(0, server.length() - 1) : server;
    try {
      return InetAddress.getByName(host).getHostAddress().equals(address) ? host : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /// Asks for what an announcement leaves open, and passes on each answer: the first may be without the text record.
  private record Asking(BlockingQueue<ServiceInfo> resolved) implements ServiceListener {
    @Override
    public void serviceAdded(ServiceEvent event) {
      event.getDNS().requestServiceInfo(event.getType(), event.getName(), false, 1);
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      // It is asked again at the next connection.
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      resolved.add(event.getInfo());
    }
  }
}
