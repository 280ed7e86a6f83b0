package io.plumbline.daemon.broker;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the local networks with multicast DNS (RFC 6762 and 6763) that a broker for Plumbline is here: as `_mqtt._tcp` or `_secure-mqtt._tcp`, so that
/// any MQTT program can find it, with `plumbline=1` in its text record, by which bars know it. What cannot be announced is logged; the broker runs
/// without.
public final class BrokerAnnouncement implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerAnnouncement.class);
  private static final String PLAIN = "_mqtt._tcp.local.";
  private static final String SECURE = "_secure-mqtt._tcp.local.";
  private static final Map<String, String> MARK = Map.of("plumbline", "1");

  private final List<JmDNS> announcers = new ArrayList<>();
  private final String type;
  private final String name;
  private final int port;
  private final Thread starting;
  private boolean closed;

  private BrokerAnnouncement(InetAddress listening, boolean isSecure, String name, int port) {
    this.type = isSecure ? SECURE : PLAIN;
    this.name = name;
    this.port = port;
    this.starting = Thread.ofPlatform().name("announce").daemon(true).unstarted(() -> announce(listening));
  }

  /// Begins to announce, without waiting for the networks.
  ///
  /// @param listening where the broker listens; every network for the wildcard address
  /// @param isSecure  whether it has TLS there
  /// @param name      for people; where another has it already, a number is added
  public static BrokerAnnouncement start(InetAddress listening, boolean isSecure, String name, int port) {
    BrokerAnnouncement announcement = new BrokerAnnouncement(listening, isSecure, name, port);
    announcement.starting.start();
    return announcement;
  }

  private void announce(InetAddress listening) {
    try {
      List<InetAddress> addresses = listening.isAnyLocalAddress() ? networks() : List.of(listening);
      for (InetAddress address : addresses) {
        announceAt(address);
      }
    } catch (SocketException e) {
      LOG.warn("The broker is not announced: {}", e.getMessage());
    }
  }

  private void announceAt(InetAddress address) {
    synchronized (announcers) {
      if (closed) {
        return;
      }
      try {
        JmDNS announcer = JmDNS.create(address);
        announcers.add(announcer);
        announcer.registerService(ServiceInfo.create(type, name, port, 0, 0, MARK));
        LOG.info("Announced as '{}' at {}", name, address.getHostAddress());
      } catch (IOException e) {
        LOG.warn("The broker is not announced at {}: {}", address.getHostAddress(), e.getMessage());
      }
    }
  }

  /// One address of each network but loopback.
  private static List<InetAddress> networks() throws SocketException {
    List<InetAddress> addresses = new ArrayList<>();
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      if (network.isUp() && network.supportsMulticast() && !network.isLoopback()) {
        network.inetAddresses().filter(Inet4Address.class::isInstance).findFirst().ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  /// Takes the announcement back.
  @Override
  public void close() {
    synchronized (announcers) {
      closed = true;
      for (JmDNS announcer : announcers) {
        try (announcer) {
          announcer.unregisterAllServices();
        } catch (IOException e) {
          LOG.debug("Multicast DNS did not end cleanly: {}", e.getMessage());
        }
      }
      announcers.clear();
    }
  }
}
