package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Makes the calling thread a real-time one as far as the system permits. Nothing here fails: what is refused is reported and the thread
/// goes on without it.
public final class RealTimeSetup {
  private static final int SCHED_OTHER = 0;
  private static final int SCHED_FIFO = 1;
  /// Threads and processes that the real-time thread starts are normal again.
  private static final int SCHED_RESET_ON_FORK = 0x40000000;
  private static final int MCL_CURRENT = 1;
  private static final int MCL_FUTURE = 2;
  /// Locks what was touched only. Without it every reserved page of heap and stacks would be filled in: too much for 512 MB.
  private static final int MCL_ONFAULT = 4;
  private static final int PR_SET_TIMERSLACK = 29;

  private RealTimeSetup() {}

  /// Asks for everything that the configuration names.
  ///
  /// @return one line for each wish, to be logged by the caller
  public static RealTimeReport apply(RealTimeConfig config) {
    List<RealTimeReport.Step> steps = new ArrayList<>();
    if (config.cpu() != RealTimeConfig.ANY_CPU) {
      steps.add(RealTimeLines.cpu(config.cpu(), tieTo(config.cpu())));
    }
    if (config.fifoPriority() != RealTimeConfig.NOT_REAL_TIME) {
      steps.add(RealTimeLines.fifo(config.fifoPriority(), setFifo(config.fifoPriority())));
    }
    if (config.lockMemory()) {
      steps.add(RealTimeLines.memory(LinuxIo.lockMemory(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT)));
    }
    if (config.preciseTimers()) {
      steps.add(RealTimeLines.timers(LinuxIo.prctl(PR_SET_TIMERSLACK, 1)));
    }
    return new RealTimeReport(LinuxIo.threadId(), steps);
  }

  /// Makes the calling thread a normal one again; affinity, locked memory and timers stay.
  public static void release() {
    setScheduler(SCHED_OTHER, 0);
  }

  private static int tieTo(int cpu) {
    int bytes = RealTimeConfig.CPUS / Byte.SIZE;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(bytes, 8);
      mask.setAtIndex(JAVA_LONG, cpu / Long.SIZE, 1L << (cpu % Long.SIZE));
      return LinuxIo.setAffinity(mask.address(), bytes);
    }
  }

  private static int setFifo(int priority) {
    return setScheduler(SCHED_FIFO | SCHED_RESET_ON_FORK, priority);
  }

  private static int setScheduler(int policy, int priority) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameters = arena.allocate(4, 4);
      parameters.set(JAVA_INT, 0, priority);
      return LinuxIo.setScheduler(policy, parameters.address());
    }
  }
}
