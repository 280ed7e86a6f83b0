package io.plumbline.faults;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A network of its own for the bar, with one cable to this computer that can be pulled. Without the rights for one, the bar shares this computer's loopback.
final class Namespace implements AutoCloseable {
  /// Of addresses that go no further than a cable (RFC 3927): subnets of four.
  private static final int SUBNETS = 253 * 64;
  private static final AtomicInteger MADE = new AtomicInteger();

  private final @Nullable String name;
  private final String cable;
  private final String near;
  private final Runnable undo = this::takeApart;

  private Namespace(@Nullable String name, String cable, String near) {
    this.name = name;
    this.cable = cable;
    this.near = near;
  }

  /// An address in the subnet.
  private static String address(int index, int host) {
    return "169.254." + (1 + index / 64) + "." + (4 * (index % 64) + host);
  }

  /// @param own whether to make one
  static Namespace make(boolean own) {
    int number = MADE.incrementAndGet();
    long pid = ProcessHandle.current().pid();
    // Others may be at it at the same time, in this process or in another one.
    int index = (int) ((31 * pid + number) % SUBNETS);
    String cable = "plb" + pid + "-" + number;
    String near = address(index, 1);
    if (!own) {
      return new Namespace(null, cable, near);
    }
    String name = "plumbline-" + pid + "-" + number;
    Namespace made = new Namespace(name, cable, near);
    Made.add(made.undo);
    try {
      Tools.run("ip", "netns", "add", name);
      Tools.run("ip", "link", "add", cable, "type", "veth", "peer", "name", "far", "netns", name);
      Tools.run("ip", "address", "add", near + "/30", "dev", cable);
      Tools.run("ip", "link", "set", cable, "up");
      Tools.run("ip", "-n", name, "address", "add", address(index, 2) + "/30", "dev", "far");
      Tools.run("ip", "-n", name, "link", "set", "far", "up");
      Tools.run("ip", "-n", name, "link", "set", "lo", "up");
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  /// Where this computer listens for the bar: an address that no other computer reaches.
  InetAddress address() {
    try {
      return name == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(near);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What to put before a command that is to run in it.
  List<String> prefix() {
    return name == null ? List.of() : List.of("ip", "netns", "exec", name);
  }

  boolean isOwn() {
    return name != null;
  }

  /// Pulls the cable.
  void cut() {
    Tools.run("ip", "link", "set", cable, "down");
  }

  /// Puts it back.
  void mend() {
    Tools.run("ip", "link", "set", cable, "up");
  }

  @Override
  public void close() {
    takeApart();
    Made.remove(undo);
  }

  private void takeApart() {
    if (name != null) {
      Tools.tries("ip", "link", "delete", cable);
      Tools.tries("ip", "netns", "delete", name);
    }
  }
}
