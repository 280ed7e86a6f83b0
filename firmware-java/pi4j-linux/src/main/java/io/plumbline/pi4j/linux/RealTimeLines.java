package io.plumbline.pi4j.linux;

import io.plumbline.pi4j.linux.RealTimeReport.Step;

/// What the log says of each real-time wish.
final class RealTimeLines {
  private RealTimeLines() {}

  static Step cpu(int cpu, int status) {
    String line = "CPU " + cpu + ": ";
    if (status >= 0) {
      return new Step(status, line + "the thread is tied to it");
    }
    return new Step(status, line + switch (-status) {
      case Errno.EINVAL ->
        "this process may not use it, or there is none; runs on any CPU: `nproc` and `taskset -p $$` show what there is";
      default -> Errno.nameAndMeaning(status) + "; runs on any CPU";
    });
  }

  static Step fifo(int priority, int status) {
    String line = "SCHED_FIFO " + priority + ": ";
    if (status >= 0) {
      return new Step(status, line + "granted");
    }
    return new Step(status, line + switch (-status) {
      case Errno.EPERM ->
        "not permitted; runs as a normal thread: add LimitRTPRIO=90 to the service, or `@realtime - rtprio 90` to "
            + "/etc/security/limits.conf and the user to the group realtime (a container or cgroup without real-time budget refuses too)";
      default -> Errno.nameAndMeaning(status) + "; runs as a normal thread";
    });
  }

  static Step memory(int status) {
    String line = "Memory lock: ";
    if (status >= 0) {
      return new Step(status, line + "what was touched stays in memory");
    }
    return new Step(status, line + switch (-status) {
      case Errno.EPERM, Errno.ENOMEM, Errno.EAGAIN -> "not permitted for this much memory; pages may be swapped out: "
          + "add LimitMEMLOCK=infinity to the service, or `@realtime - memlock unlimited` to /etc/security/limits.conf";
      default -> Errno.nameAndMeaning(status) + "; pages may be swapped out";
    });
  }

  static Step timers(int status) {
    String line = "Timer slack: ";
    return status >= 0
        ? new Step(status, line + "1 ns")
        : new Step(status,
            line + Errno.nameAndMeaning(status) + "; timers of a normal thread may fire up to 50 µs late");
  }
}
