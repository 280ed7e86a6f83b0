package io.plumbline.bar.health;

import static io.plumbline.bar.health.TestSigns.S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthMachineTest {
  private final TestSigns signs = new TestSigns();
  private HealthMachine machine = new HealthMachine(false);
  private long nowNs = 100 * S;
  private final List<Condition> passed = new ArrayList<>();

  private Verdict look() {
    nowNs += S / 4;
    Verdict verdict = machine.look(signs.next(), nowNs);
    if (passed.isEmpty() || passed.getLast() != verdict.condition()) {
      passed.add(verdict.condition());
    }
    return verdict;
  }

  private Verdict look(double seconds) {
    Verdict last = look();
    for (double s = 0.25; s < seconds; s += 0.25) {
      last = look();
    }
    return last;
  }

  @Test
  void shouldBeStartingUntilEveryChipGivesSamples() {
    signs.states[2] = ChipState.STARTING;
    Verdict starting = look(2);
    assertEquals(Condition.STARTING, starting.condition());
    assertEquals("starting: waiting for force", starting.line());
    signs.states[2] = ChipState.RUNNING;
    assertEquals("ready", look().line());
    assertEquals(List.of(Condition.STARTING, Condition.READY), passed);
  }

  @Test
  void shouldBeStartingAndBlameNoChipWhenTheLoopHasNotBegun() {
    signs.all(ChipState.STARTING);
    Signs seen = signs.now();
    for (int s = 0; s <= 30; s++) {
      assertEquals("starting: waiting for the loop that reads the chips", machine.look(seen, nowNs + s * S).line());
    }
    nowNs += 30 * S;
    signs.flowing = false;
    assertEquals(Condition.STARTING, look(3).condition());
    assertEquals(Condition.FAULT, look(2).condition());
  }

  @Test
  void shouldBeDegradedWithReasonAndMendWhenAChipDoesNotComeAtAll() {
    signs.states[2] = ChipState.ABSENT;
    assertEquals(Condition.STARTING, look(3.9).condition());
    Verdict verdict = look(1);
    assertEquals(Condition.DEGRADED, verdict.condition());
    assertEquals("force: spidev0.2: it is ABSENT", verdict.reason());
    assertEquals("'plumbline bar check' looks closer", verdict.mend());
  }

  @Test
  void shouldBeInFaultWhenNoInertialSensorIsThere() {
    signs.states[0] = ChipState.ABSENT;
    signs.states[1] = ChipState.FOREIGN;
    Verdict verdict = look(5);
    assertEquals(Condition.FAULT, verdict.condition());
    assertEquals("no inertial sensor gives samples, so nothing is measured (and 2 more)", verdict.reason());
  }

  @Test
  void shouldBeInFaultWhenTheBarHasNoChips() {
    signs.all(ChipState.ABSENT);
    signs.flowing = false;
    assertTrue(look(5).line().startsWith("fault: no chip gives samples, so nothing is measured (and 3 more); "));
    signs.all(ChipState.RUNNING);
    signs.flowing = true;
    assertEquals(Condition.READY, look(2).condition(), "plugged in later");
  }

  @Test
  void shouldSayWhatIsMissingWhenNoChipIsConfigured() {
    Signs seen = signs.next();
    Signs none = new Signs(List.of(), 0, false, seen.loop(), seen.storage(), null, seen.board());
    machine.look(none, nowNs);
    // Nothing has to be waited for but the first sample, which never comes.
    Verdict verdict = machine.look(none, nowNs + 4 * S);
    assertEquals("fault: no chip is configured; put [[chip]] tables into the configuration", verdict.line());
  }

  @Test
  void shouldStayReadyWhenAChipIsSetUpAgainAtOnce() {
    look(1);
    signs.states[0] = ChipState.STARTING;
    look(0.75);
    signs.states[0] = ChipState.RUNNING;
    look(2);
    assertEquals(List.of(Condition.READY), passed);
  }

  @Test
  void shouldChangeOnceEachWayWhenAChipFluttersForAWhile() {
    look(1);
    signs.states[0] = ChipState.ABSENT;
    look(2);
    for (int i = 0; i < 20; i++) {
      signs.states[0] = i % 2 == 0 ? ChipState.RUNNING : ChipState.ABSENT;
      assertTrue(look(0.5).reason().startsWith("left-imu: spidev0.0: "), "the reason is known while it runs");
    }
    signs.states[0] = ChipState.RUNNING;
    look(2);
    assertEquals(List.of(Condition.READY, Condition.DEGRADED, Condition.READY), passed);
  }

  @Test
  void shouldTestTheChipsOnceWhenTheBarLiesStill() {
    machine = new HealthMachine(true);
    signs.atRest = false;
    Verdict waiting = look(2);
    assertEquals("starting: waiting for the bar to lie still for the self-test", waiting.line());
    assertFalse(machine.takeTestWish());
    signs.atRest = true;
    assertEquals(Condition.SELF_TEST, look().condition());
    assertTrue(machine.takeTestWish());
    assertFalse(machine.takeTestWish(), "once");
    signs.all(ChipState.TESTING);
    signs.flowing = false;
    assertEquals(Condition.SELF_TEST, look(3).condition());
    for (int i = 0; i < 3; i++) {
      signs.tests[i] = new SelfTestResult(true, "fine");
    }
    assertEquals(Condition.SELF_TEST, look().condition(), "set up again first");
    signs.all(ChipState.RUNNING);
    signs.flowing = true;
    assertEquals("ready", look(1).line());
    signs.states[1] = ChipState.ABSENT;
    look(3);
    signs.states[1] = ChipState.RUNNING;
    look(3);
    assertFalse(machine.takeTestWish(), "at the start only");
  }

  @Test
  void shouldBeDegradedWhenAChipFailsItsSelfTest() {
    machine = new HealthMachine(true);
    look(1);
    signs.tests[0] = new SelfTestResult(true, "fine");
    signs.tests[1] = new SelfTestResult(false, "gyro z moved by 3 dps instead of 60");
    signs.tests[2] = new SelfTestResult(true, "fine");
    Verdict verdict = look();
    assertEquals(Condition.DEGRADED, verdict.condition());
    assertEquals("right-imu failed its self-test: gyro z moved by 3 dps instead of 60", verdict.reason());
  }

  @Test
  void shouldGoOnWhenASelfTestDoesNotEnd() {
    machine = new HealthMachine(true);
    look(1);
    signs.all(ChipState.TESTING);
    assertEquals(Condition.SELF_TEST, look(5).condition());
    assertEquals(Condition.READY, look(2).condition());
  }

  @Test
  void shouldDoWithoutTheSelfTestAndSaySoWhenTheBarMoves() {
    machine = new HealthMachine(true);
    signs.atRest = false;
    assertEquals("ready: the chips did not test themselves, for the bar moved", look(6).line());
    assertFalse(machine.takeTestWish());
  }

  @Test
  void shouldBeInFaultWhenChipsRunAndNothingComesThrough() {
    look(1);
    signs.flowing = false;
    assertEquals(Condition.READY, look(1.75).condition());
    assertEquals("fault: chips run, but no sample comes through; start the bar program again", look(0.5).line());
  }

  @Test
  void shouldBeInFaultWhenTheLoopHasEnded() {
    look(1);
    signs.failure = "java.lang.IllegalStateException: x";
    signs.journal = "the disk is full";
    assertTrue(look().line().startsWith("fault: the chips are not read any more: java.lang.IllegalStateException: x"));
  }

  @Test
  void shouldBeReadyAndTellItWhenThereIsNoNetwork() {
    signs.link = new Signs.Link(false, nowNs, 0, 1);
    assertEquals("ready", look(20).line(), "not at once");
    assertEquals("ready: no broker: summaries are kept in the journal until there is one", look(20).line());
    signs.waiting = -1;
    assertTrue(look().note().startsWith("no broker: only the latest"));
    signs.link = new Signs.Link(true, nowNs, 1, 1);
    assertEquals("ready", look().line());
    signs.link = new Signs.Link(false, nowNs, 0, 0, false);
    assertEquals("without a broker and a journal: nothing is kept", look().note());
    signs.waiting = 0;
    assertEquals("ready: without a broker: summaries stay in the journal, for a cable", look().line());
    assertEquals(List.of(Condition.READY), passed);
  }

  @Test
  void shouldBeDegradedWhenTheJournalComplains() {
    look(1);
    signs.journal = "the disk is full";
    assertTrue(look().line().startsWith("degraded: journal: the disk is full; "));
    signs.journal = "";
    assertEquals("ready", look().line());
  }

  @Test
  void shouldBeDegradedForAWhileWhenTheBlackBoxCannotBeWritten() {
    look(1);
    signs.recordFailures = 1;
    assertTrue(look().line().startsWith("degraded: black box: No space left on device"));
    assertEquals(Condition.DEGRADED, look(20).condition());
    assertEquals(Condition.READY, look(15).condition());
  }

  private Verdict lookAt(Signs.Board board, double seconds) {
    signs.board = board;
    return look(seconds);
  }

  private static Signs.Board board(double temperatureC, int throttled, double batteryPercent, long diskFreeBytes) {
    return new Signs.Board(temperatureC, throttled, batteryPercent, false, diskFreeBytes, "/var/lib/plumbline");
  }

  @Test
  void shouldNameTheComputersTroubleAndNotFlutterWhenValuesTrembleAboutALimit() {
    lookAt(board(60, 0, 50, 1_000_000_000), 1);
    assertEquals("the computer is too hot and slows itself down", lookAt(board(81, 0, 50, 1_000_000_000), 6).reason());
    assertEquals(Condition.DEGRADED, lookAt(board(78, 0, 50, 1_000_000_000), 60).condition());
    assertEquals(Condition.READY, lookAt(board(74, 0, 50, 1_000_000_000), 31).condition());
    assertEquals("the battery is nearly empty", lookAt(board(60, 0, 10, 1_000_000_000), 6).reason());
    assertEquals(Condition.DEGRADED, lookAt(board(60, 0, 12, 1_000_000_000), 60).condition());
    assertEquals(Condition.READY, lookAt(board(60, 0, 20, 1_000_000_000), 6).condition());
    assertEquals("the disk of /var/lib/plumbline is nearly full", lookAt(board(60, 0, 20, 150_000_000), 1).reason());
    Verdict full = lookAt(board(60, 0, 20, 250_000_000), 60);
    assertEquals(Condition.DEGRADED, full.condition());
    assertEquals("delete old recordings, or lower [recording] total_mib", full.mend());
    assertEquals(Condition.READY, lookAt(board(60, 0, 20, 400_000_000), 6).condition());
    assertEquals("the computer's supply voltage is too low", lookAt(board(60, 0x50005, 20, 400_000_000), 3).reason());
    assertEquals(Condition.READY, lookAt(board(60, 0x50000, 20, 400_000_000), 61).condition(), "it was so once");
  }

  @Test
  void shouldBeReadyWhenAnEmptyBatteryIsBeingCharged() {
    Verdict verdict = lookAt(new Signs.Board(60, 0, 3, true, -1, ""), 30);
    assertEquals("ready", verdict.line());
  }

  @Test
  void shouldBeDegradedWhenSamplesAreLostInAWindow() {
    look(11);
    signs.lost[2] += 2000;
    assertEquals("force: 17 % of its samples are lost because the loop reads too late", look(10.25).reason());
    assertEquals(Condition.READY, look(10.25).condition());
    signs.skipped += 5000;
    assertTrue(look(10.25).reason().endsWith("of the loop's passes come too late, so cues may too"));
    signs.dropped += 1;
    assertEquals("samples are left out because measuring does not keep up", look(10.25).reason());
    assertEquals(Condition.READY, look(10.25).condition());
  }
}
