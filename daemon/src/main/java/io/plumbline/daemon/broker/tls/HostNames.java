package io.plumbline.daemon.broker.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What this computer is called.
public final class HostNames {
  private static final Pattern NAME = Pattern
      .compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  private HostNames() {}

  /// All names and addresses that a certificate should have.
  public static Set<String> all() {
    Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    names.addAll(own());
    for (InetAddress address : addresses()) {
      names.add(shown(address));
    }
    return names;
  }

  /// How others in the network may reach what listens at an address, the most lasting first: a name outlives an address that a router gives.
  public static List<String> reachable(InetAddress listening) {
    if (!listening.isAnyLocalAddress()) {
      return List.of(shown(listening));
    }
    List<String> names = new ArrayList<>(own());
    addresses().stream().filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(HostNames::shown).forEach(names::add);
    return names;
  }

  private static List<String> own() {
    try {
      String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      if (!NAME.matcher(name).matches() || name.equals("localhost") || name.matches("[0-9.]+")) {
        return List.of();
      }
      return name.contains(".") ? List.of(name) : List.of(name + ".local", name);
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private static List<InetAddress> addresses() {
    List<InetAddress> addresses = new ArrayList<>();
    try {
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        if (network.isUp()) {
          network.inetAddresses().filter(address -> !address.isLinkLocalAddress()).forEach(addresses::add);
        }
      }
    } catch (SocketException e) {
      // Then only names are known.
    }
    return addresses;
  }

  private static String shown(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }
}
