package io.plumbline.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Faults at random moments while reps flow, then the comparison.
final class Campaign {
  private static final Duration DRAIN = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int MOST_REPS = 4;
  private static final int LONGEST_PAUSE_MS = 1500;

  private final List<Fault> chosen;
  private final int count;
  private final long seed;
  private final Duration hold;
  private volatile boolean cut;

  /// What a campaign has shown.
  ///
  /// @param counts how often each fault happened
  /// @param kills  SIGKILLs
  record Result(Map<Fault, Integer> counts, int kills, Verdict verdict, Duration duration) {}

  /// Told of each fault before it happens.
  interface Progress {
    /// The next is about to happen.
    ///
    /// @param number from 1
    void next(int number, Fault fault);
  }

  /// @param chosen which faults
  /// @param count  how many
  /// @param seed   of the order, of what they hit and of the pauses between them
  /// @param hold   how long a state lasts
  Campaign(List<Fault> chosen, int count, long seed, Duration hold) {
    this.chosen = List.copyOf(chosen);
    this.count = count;
    this.seed = seed;
    this.hold = hold;
  }

  /// Each fault once as long as there is room, then by weight; shuffled.
  List<Fault> plan(Random random) {
    List<Fault> order = new ArrayList<>(chosen);
    Collections.shuffle(order, random);
    List<Fault> plan = new ArrayList<>(order.subList(0, Math.min(count, order.size())));
    List<Fault> weighted = new ArrayList<>();
    chosen.forEach(fault -> weighted.addAll(Collections.nCopies(fault.weight(), fault)));
    while (plan.size() < count) {
      plan.add(weighted.get(random.nextInt(weighted.size())));
    }
    Collections.shuffle(plan, random);
    return plan;
  }

  /// Runs it.
  ///
  /// @param folder   for everything that is written
  /// @param afterCut what is to be done besides, after Ctrl-C
  Result run(Path folder, Deployment programs, Progress progress, Runnable afterCut) {
    long beganNs = System.nanoTime();
    Random random = new Random(seed);
    List<Fault> plan = plan(random);
    boolean own = chosen.stream().anyMatch(fault -> fault.need() == Fault.Need.OWN_SYSTEMS);
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    AtomicReference<@Nullable World> made = new AtomicReference<>();
    // After Ctrl-C too nothing is left running or mounted.
    Thread onExit = Made.guard(() -> {
      cut = true;
      Made.end();
      World begun = made.get();
      if (begun != null) {
        begun.close();
      }
      Made.undoAll();
      afterCut.run();
    });
    try (World world = new World(folder, random, programs, own)) {
      made.set(world);
      for (Fault fault : plan) {
        counts.merge(fault, 1, Integer::sum);
        world.flowUntil(random.nextInt(MOST_REPS), LONGEST_WAIT);
        world.flow(Duration.ofMillis(1 + random.nextInt(LONGEST_PAUSE_MS)));
        progress.next(counts.values().stream().mapToInt(Integer::intValue).sum(), fault);
        fault.inflict(world, random, hold);
      }
      boolean drained = world.drain(DRAIN);
      Verdict verdict = world.verdict(drained);
      return new Result(counts, world.kills(), verdict, Duration.ofNanos(System.nanoTime() - beganNs));
    } finally {
      Made.release(onExit);
    }
  }

  /// Whether Ctrl-C came: whatever fails then does so because everything is being ended.
  boolean wasCut() {
    return cut;
  }
}
