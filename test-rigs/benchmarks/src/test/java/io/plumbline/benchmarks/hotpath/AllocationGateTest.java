package io.plumbline.benchmarks.hotpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// No agent allocates for a sample: rounds of a million samples each, and the last round has exactly 0 bytes.
///
/// The rule: a round that has loaded or compiled something, or in which the compiler threw code away, may cost bytes, so there are at least
/// three rounds and at most eight, and they end with the first one from the third on that has none. What allocates for samples has bytes in
/// all eight.
@Isolated("a quiet machine compiles sooner and keeps the rounds short")
class AllocationGateTest {
  private static final int SAMPLES = 1_000_000;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 8;
  private static final long FILE_BYTES = 1L << 30;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Bytes of each round.
  private List<Long> rounds(String name, HotAgent agent, int samples) {
    List<Long> rounds = new ArrayList<>();
    while (rounds.size() < LEAST_ROUNDS || (rounds.size() < MOST_ROUNDS && rounds.getLast() != 0)) {
      long beganNs = System.nanoTime();
      long before = threads.getCurrentThreadAllocatedBytes();
      int done = 0;
      while (done < samples) {
        done += agent.pass();
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      rounds.add(bytes);
      System.out.println(name + ": round " + rounds.size() + ": " + bytes + " bytes for " + done + " samples, "
          + (System.nanoTime() - beganNs) / done + " ns a sample");
    }
    return rounds;
  }

  private void requireNone(String name, HotAgent agent) {
    List<Long> rounds = rounds(name, agent, SAMPLES);
    assertEquals(0, rounds.getLast(), name + ": bytes of each round of " + SAMPLES + " samples: " + rounds);
  }

  @Test
  void shouldAllocateNothingWhenChipsAreRead() {
    try (SamplingWork agent = new SamplingWork()) {
      requireNone("sampling", agent);
      assertEquals(List.of(), agent.misuses());
    }
  }

  @Test
  void shouldAllocateNothingWhenABarIsLifted() {
    Tape tape = Tape.lifting();
    try (PipelineWork agent = new PipelineWork(tape)) {
      requireNone("pipeline, lifting", agent);
      assertTrue(agent.reps() >= 5 * tape.laps(), agent.reps() + " reps in " + tape.laps() + " sets of five");
      assertTrue(tape.laps() > LEAST_ROUNDS, tape.laps() + " sets");
    }
  }

  @Test
  void shouldAllocateNothingWhenABarRests() {
    try (PipelineWork agent = new PipelineWork(Tape.resting())) {
      requireNone("pipeline, resting", agent);
      assertTrue(agent.atRest());
      assertEquals(0, agent.reps());
    }
  }

  @Test
  void shouldAllocateNothingWhenRowsAreRecorded(@TempDir Path folder) {
    try (RecorderWork agent = new RecorderWork(Tape.lifting(), folder, FILE_BYTES)) {
      requireNone("recorder", agent);
      assertTrue(agent.recorded() >= (long) LEAST_ROUNDS * SAMPLES, agent.recorded() + " rows");
      assertEquals(0, agent.missed());
    }
  }

  /// Proof that the gate can fail.
  @Test
  void shouldSeeBytesInTheLastRoundWhenAnAgentAllocatesNowAndThen() {
    try (Leak agent = new Leak()) {
      List<Long> rounds = rounds("leak", agent, Leak.SAMPLES);
      assertEquals(MOST_ROUNDS, rounds.size());
      assertTrue(rounds.getLast() > 0, rounds.toString());
      assertNotNull(agent.leaked);
    }
  }

  /// One object in ten thousand passes.
  private static final class Leak implements HotAgent {
    static final int SAMPLES = 100_000;
    private static final int PASSES = 10_000;

    @Nullable
    Object leaked;
    private int passes;

    @Override
    public int pass() {
      if (++passes % PASSES == 0) {
        leaked = new long[]{passes};
      }
      return 1;
    }

    @Override
    public void close() {}
  }
}
