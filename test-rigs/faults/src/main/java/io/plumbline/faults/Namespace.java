package io.plumbline.faults;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A network of its own for the bar, with one cable to this computer that can be pulled. Without the rights for one, the bar shares this computer's loopback.
final class Namespace implements AutoCloseable {
  private static final String NEAR = "169.254.77.1";
  private static final String FAR = "169.254.77.2";
  private static final String PREFIX = "/30";

  private final @Nullable String name;
  private final String cable;

  private Namespace(@Nullable String name, String cable) {
    this.name = name;
    this.cable = cable;
  }

  /// @param own whether to make one
  static Namespace make(boolean own) {
    long pid = ProcessHandle.current().pid();
    String cable = "plb" + pid;
    if (!own) {
      return new Namespace(null, cable);
    }
    String name = "plumbline-" + pid;
    Tools.run("ip", "netns", "add", name);
    Namespace made = new Namespace(name, cable);
    try {
      Tools.run("ip", "link", "add", cable, "type", "veth", "peer", "name", "far", "netns", name);
      Tools.run("ip", "address", "add", NEAR + PREFIX, "dev", cable);
      Tools.run("ip", "link", "set", cable, "up");
      Tools.run("ip", "-n", name, "address", "add", FAR + PREFIX, "dev", "far");
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
      return name == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(NEAR);
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
    if (name != null) {
      Tools.tries("ip", "link", "delete", cable);
      Tools.tries("ip", "netns", "delete", name);
    }
  }
}
