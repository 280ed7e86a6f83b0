package io.plumbline.pi4j.linux;

/// What a real-time thread asks of the system.
///
/// @param cpu              the CPU it is tied to, or [#ANY_CPU]
/// @param fifoPriority     1 to 99 for `SCHED_FIFO`, or [#NOT_REAL_TIME]
/// @param lockMemory       whether pages that were touched stay in memory
/// @param preciseTimers    whether timers of a normal thread may fire without the kernel's usual slack of 50 µs
public record RealTimeConfig(int cpu, int fifoPriority, boolean lockMemory, boolean preciseTimers) {
  /// Leaves the choice of a CPU to the kernel.
  public static final int ANY_CPU = -1;
  /// Leaves the thread in the normal scheduling class.
  public static final int NOT_REAL_TIME = 0;
  /// CPUs that can be named.
  static final int CPUS = 1024;
  private static final int HIGHEST_PRIORITY = 99;

  /// @throws IllegalArgumentException where a number is out of range
  public RealTimeConfig {
    if (cpu < ANY_CPU || cpu >= CPUS) {
      throw new IllegalArgumentException("CPU " + cpu + ": 0 to " + (CPUS - 1) + ", or " + ANY_CPU + " for any");
    }
    if (fifoPriority < NOT_REAL_TIME || fifoPriority > HIGHEST_PRIORITY) {
      throw new IllegalArgumentException("real-time priority " + fifoPriority + ": 1 to " + HIGHEST_PRIORITY + ", or "
          + NOT_REAL_TIME + " for none");
    }
  }

  /// Asks for nothing that needs a permission.
  public static RealTimeConfig unprivileged() {
    return new RealTimeConfig(ANY_CPU, NOT_REAL_TIME, false, true);
  }
}
