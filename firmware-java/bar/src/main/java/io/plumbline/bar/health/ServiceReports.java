package io.plumbline.bar.health;

/// What a service tells its manager, by sd_notify(3): that it has started, how it is, that it lives, that it stops. What the manager does not
/// take is said again with the next look.
public final class ServiceReports {
  /// Who is told.
  @FunctionalInterface
  public interface Manager {
    /// Takes a message.
    ///
    /// @return false where it does not now
    boolean take(String message);
  }

  private static final int MOST_CHARACTERS = 400;

  private final Manager manager;
  private final long watchdogNs;
  private boolean readyTold;
  private boolean stopping;
  private String toldStatus = "";
  private boolean pinged;
  private long pingedNs;

  /// @param manager    who is told
  /// @param watchdogNs after so long without a sign of life the manager ends the program; 0 for no watchdog
  public ServiceReports(Manager manager, long watchdogNs) {
    this.manager = manager;
    this.watchdogNs = watchdogNs;
  }

  /// Tells nobody.
  public static ServiceReports none() {
    return new ServiceReports(message -> true, 0);
  }

  /// To be called some times a second, at least eight times in the watchdog's time.
  ///
  /// @param alive whether the program does its work
  public void look(Verdict verdict, boolean alive, long nowNs) {
    if (stopping) {
      return;
    }
    String status = oneLine(verdict.line());
    boolean isReady = verdict.condition().isStarted();
    if (isReady && !readyTold) {
      readyTold = tell("READY=1", status);
    } else if (!status.equals(toldStatus)) {
      tell("", status);
    }
    boolean due = !pinged || nowNs - pingedNs >= watchdogNs / 2;
    if (watchdogNs > 0 && readyTold && alive && due && manager.take("WATCHDOG=1")) {
      pinged = true;
      pingedNs = nowNs;
    }
  }

  private boolean tell(String first, String status) {
    boolean taken = manager.take((first.isEmpty() ? "" : first + "\n") + "STATUS=" + status);
    if (taken) {
      toldStatus = status;
    }
    return taken;
  }

  /// The end has begun; nothing is told after it.
  public void stop() {
    if (!stopping) {
      stopping = true;
      manager.take("STOPPING=1\nSTATUS=stopping: what waits is being written and sent");
    }
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS);
  }
}
