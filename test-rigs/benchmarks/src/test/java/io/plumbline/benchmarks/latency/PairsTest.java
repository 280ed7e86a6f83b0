package io.plumbline.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Cue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final long MILLISECOND = 1_000_000;
  /// The histogram keeps three digits.
  private static final double DIGITS = 1e-3;

  private static Cue cue(Cue.Kind kind, long timeMs, @Nullable String rule) {
    return new Cue("cue-" + timeMs, kind, timeMs * MILLISECOND, null, 1000, "Text", rule);
  }

  private static List<Long> ns(long... ms) {
    return Arrays.stream(ms).mapToObj(time -> time * MILLISECOND).toList();
  }

  private static Heard heard(long... topAndHeardMs) {
    Heard heard = new Heard();
    for (int i = 0; i < topAndHeardMs.length; i += 2) {
      heard.take(topAndHeardMs[i] * MILLISECOND, topAndHeardMs[i + 1] * MILLISECOND);
    }
    return heard;
  }

  private static Pairs.Lift lift(long liftOffMs, long topMs) {
    return new Pairs.Lift(liftOffMs * MILLISECOND, topMs * MILLISECOND);
  }

  @Test
  void shouldCountEachCueToItsOwnEdgeWhenAllArePlayed() {
    Pairs.Cues pairs = Pairs.cues(List.of(cue(Cue.Kind.FINDING, 1000, "jerked-start"),
        cue(Cue.Kind.STOP, 1100, "velocity-loss"), cue(Cue.Kind.FINDING, 9000, "jerked-start")),
        ns(500, 1004, 1107, 9010));
    assertEquals(3, pairs.all().count());
    assertEquals(0, pairs.mute());
    assertEquals(7, pairs.all().percentileMs(50), 7 * DIGITS);
    assertEquals(10, pairs.all().percentileMs(100), 10 * DIGITS);
    assertEquals(List.of("  finding, jerked-start", "  stop, velocity-loss"),
        pairs.byKind().stream().map(Delay::name).toList());
    assertEquals(2, pairs.byKind().getFirst().count());
  }

  @Test
  void shouldCountACueAsMuteWhenItHasNoEdge() {
    Pairs.Cues pairs = Pairs.cues(List.of(cue(Cue.Kind.STOP, 1000, null), cue(Cue.Kind.REP_COUNTED, 1001, null),
        cue(Cue.Kind.REP_COUNTED, 5000, null)), ns(1003, 5005));
    assertEquals(2, pairs.all().count());
    assertEquals(1, pairs.mute());
    assertEquals(5, pairs.all().percentileMs(100), 5 * DIGITS);
  }

  @Test
  void shouldMeasureFromTheLockoutToTheFirstWordOfATopInThatLift() {
    List<Pairs.Lift> lifts = List.of(lift(1000, 2000), lift(5000, 6000), lift(8500, 9000), lift(11_000, 12_000));
    Heard heard = heard(500, 510, 2100, 2200, 2100, 2900, 2500, 2600, 6300, 6400, 11_980, 11_990);
    Delay delay = Pairs.lockouts("page", lifts, heard);
    assertEquals(3, delay.count(), "nothing was said of the third");
    assertEquals(0, delay.percentileMs(10), "said 10 ms before the truth");
    assertEquals(200, delay.percentileMs(50), 200 * DIGITS);
    assertEquals(400, delay.percentileMs(100), 400 * DIGITS);
    assertTrue(delay.line().endsWith("300, missed"), delay.line());
    Delay tops = Pairs.tops("page", heard);
    assertEquals(5, tops.count());
    assertEquals(100, tops.percentileMs(50), 100 * DIGITS, "the first word of each counts");
  }

  @Test
  void shouldSayWhetherTheGoalIsMetOrThatThereIsNothing() {
    Delay delay = Delay.of("cue", 20);
    assertTrue(delay.line().contains("–"), delay.line());
    delay.add(3 * MILLISECOND);
    assertTrue(delay.line().endsWith("20, met"), delay.line());
    delay.add(-5);
    assertEquals(0, delay.percentileMs(0));
  }
}
