package io.plumbline.bar.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Cue.Kind;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.State;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Cues on outputs of a board.
class CuePlayerTest {
  private static final String ALL = """
    [cues.stop]
    buzzer = true
    led = true
    pattern_ms = [30, 20, 30]
    [cues.uneven_plates]
    buzzer = true
    led = false
    pattern_ms = [100]
    [cues.jerked_start]
    buzzer = true
    led = false
    pattern_ms = [20]
    [cues.forward_drift]
    buzzer = false
    led = true
    pattern_ms = [50]
    [cues.rep_counted]
    buzzer = true
    led = true
    pattern_ms = [10]
    """;
  private static final int LIMIT_S = 60;

  @Test
  void shouldPlayStopOnBothAndNothingElseWhenNothingIsConfigured() throws ConfigException {
    try (CueBench bench = new CueBench("")) {
      bench.tell(Kind.REP_COUNTED, null);
      bench.tell(Kind.FINDING, "forward-drift");
      bench.tell(Kind.FINDING, "jerked-start");
      bench.tell(Kind.FINDING, "uneven-plates");
      bench.pass(100);
      assertEquals(List.of(), bench.buzzer);
      assertEquals(List.of(), bench.light);
      bench.tell(Kind.STOP, "velocity-loss");
      bench.pass(3000);
      List<String> pattern = List.of("on 100", "off 600", "on 750", "off 1250", "on 1400", "off 1900");
      assertEquals(pattern, bench.buzzer);
      assertEquals(pattern, bench.light);
      assertEquals(List.of("cue: stop (buzzer on line 12, light on line 13)"), bench.told);
    }
  }

  @Test
  void shouldShowWhichBarItIsWhenAskedAndLetStopGoFirst() throws ConfigException {
    try (CueBench bench = new CueBench("")) {
      assertEquals(List.of("buzzer on line 12", "light on line 13"), bench.player.identify());
      bench.pass(6000);
      assertEquals(40, bench.buzzer.size(), bench.buzzer::toString);
      assertEquals(bench.buzzer, bench.light);
      assertEquals("off 4781", bench.light.getLast());
      bench.player.identify();
      bench.pass(100);
      bench.tell(Kind.STOP, "velocity-loss");
      bench.pass(4000);
      assertEquals(List.of("on 6100", "off 6600", "on 6750", "off 7250", "on 7400", "off 7900"),
          bench.light.subList(bench.light.size() - 6, bench.light.size()));
    }
  }

  @Test
  void shouldPlayEachCueWhereItIsWishedWhenNoneComesBetween() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.tell(Kind.FINDING, "uneven-plates");
      bench.pass(200);
      bench.tell(Kind.FINDING, "jerked-start");
      bench.pass(200);
      bench.tell(Kind.FINDING, "forward-drift");
      bench.pass(200);
      bench.tell(Kind.REP_COUNTED, null);
      bench.pass(200);
      bench.tell(Kind.STOP, "forward-drift");
      bench.pass(200);
      assertEquals(List.of("on 0", "off 100", "on 200", "off 220", "on 600", "off 610", "on 800", "off 830", "on 850",
          "off 880"), bench.buzzer);
      assertEquals(List.of("on 400", "off 450", "on 600", "off 610", "on 800", "off 830", "on 850", "off 880"),
          bench.light);
      assertEquals(5, bench.told.size());
    }
  }

  @Test
  void shouldGiveStopTheOutputWhenAnotherCuePlays() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.tell(Kind.FINDING, "uneven-plates");
      bench.pass(10);
      bench.tell(Kind.STOP, "velocity-loss");
      bench.pass(200);
      assertEquals(List.of("on 0", "off 40", "on 60", "off 90"), bench.buzzer);
      assertEquals(List.of("on 10", "off 40", "on 60", "off 90"), bench.light);
    }
  }

  @Test
  void shouldLetAPatternEndWhenALesserOrTheSameCueComes() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.tell(Kind.STOP, "velocity-loss");
      bench.pass(40);
      bench.tell(Kind.STOP, "velocity-loss");
      bench.tell(Kind.REP_COUNTED, null);
      bench.tell(Kind.FINDING, "uneven-plates");
      bench.pass(300);
      List<String> once = List.of("on 0", "off 30", "on 50", "off 80");
      assertEquals(once, bench.buzzer, "in the gap of a pattern too, and not made up for");
      assertEquals(once, bench.light);
      bench.tell(Kind.REP_COUNTED, null);
      assertEquals(List.of(true, true), bench.levels(), "afterwards it is told again");
    }
  }

  @Test
  void shouldPlayTheMoreImportantWhenBothComeAtOnce() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.player.emit(bench.cue(Kind.REP_COUNTED, null));
      bench.player.emit(bench.cue(Kind.FINDING, "forward-drift"));
      bench.player.emit(bench.cue(Kind.FINDING, "jerked-start"));
      bench.player.doWork(CueBench.START_NS);
      bench.pass(200);
      assertEquals(List.of("on 0", "off 20"), bench.buzzer);
      assertEquals(List.of("on 0", "off 50"), bench.light, "each output for itself");
    }
  }

  @Test
  void shouldLeaveACueOutWhenItComesTooLate() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.player.emit(bench.cue(Kind.STOP, "velocity-loss"));
      bench.skip(1001);
      bench.pass(100);
      assertEquals(List.of(), bench.buzzer);
      bench.player.emit(bench.cue(Kind.STOP, "velocity-loss"));
      bench.skip(999);
      bench.pass(1);
      assertEquals(List.of(true, true), bench.levels());
    }
  }

  @Test
  void shouldTakeNothingButCuesOfTheBarWhenOtherPayloadsCome() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.tell(Kind.UNKNOWN, null);
      bench.tell(Kind.FINDING, "fast-lowering");
      bench.tell(Kind.FINDING, null);
      bench.player.emit(new State(Phase.REST, null,
          Exercise.UNKNOWN, 1, 0, null, null, null, null, State.Health.OK, null, null));
      bench.pass(100);
      assertEquals(List.of(), bench.buzzer);
      assertEquals(List.of(), bench.light);
    }
  }

  @Test
  void shouldSwitchOffWhenItIsClosedInTheMiddle() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.tell(Kind.STOP, "velocity-loss");
      assertEquals(List.of(true, true), bench.levels());
      bench.player.close();
      assertEquals(List.of(false, false), bench.levels());
    }
  }

  @Test
  void shouldComplainOnceAndGoOnWhenAnOutputFails() throws ConfigException {
    try (CueBench bench = new CueBench(ALL)) {
      bench.pass(1);
      bench.broken = true;
      bench.tell(Kind.STOP, "velocity-loss");
      bench.pass(10);
      assertEquals(List.of("cues: buzzer on line 12: cannot be switched; it is tried again",
          "cues: light on line 13: cannot be switched; it is tried again"), bench.complaints);
      bench.broken = false;
      bench.pass(10);
      assertEquals(List.of(true, true), bench.levels(), "what is left of the pattern is played");
      assertEquals(List.of("cues: buzzer on line 12: works again", "cues: light on line 13: works again"),
          bench.complaints.subList(2, bench.complaints.size()));
    }
  }

  @Test
  void shouldAllocateNothingWhenACueIsHandedOver() throws ConfigException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (CueBench bench = new CueBench(ALL)) {
      Cue cue = bench.cue(Kind.FINDING, "forward-drift");
      long bytes = -1;
      for (int round = 0; round < 30 && bytes != 0; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2000; i++) {
          bench.player.emit(cue);
        }
        bytes = threads.getCurrentThreadAllocatedBytes() - before;
      }
      assertEquals(0, bytes);
    }
  }

  @Test
  void shouldPlayByItselfAndEndQuietWhenItHasAThread() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (CueBench bench = CueBench.running("[cues.stop]\npattern_ms = [10000]\n", line -> told.countDown(),
        line -> {})) {
      bench.player.start(() -> {});
      bench.player.emit(bench.cue(Kind.STOP, "velocity-loss"));
      assertTrue(told.await(LIMIT_S, TimeUnit.SECONDS));
      assertEquals(List.of(true, true), bench.levels());
      bench.player.close();
      assertEquals(List.of(false, false), bench.levels());
      assertEquals(List.of(), bench.complaints);
    }
  }

  @Test
  void shouldSwitchOffWhenItsThreadDies() throws Exception {
    CountDownLatch dead = new CountDownLatch(1);
    try (CueBench bench = CueBench.running("", line -> {
      throw new IllegalStateException("nobody can write this down");
    }, line -> dead.countDown())) {
      bench.player.start(() -> {});
      bench.player.emit(bench.cue(Kind.STOP, "velocity-loss"));
      assertTrue(dead.await(LIMIT_S, TimeUnit.SECONDS));
      bench.player.close();
      assertEquals(2, bench.buzzer.size(), "on, and off again");
      assertEquals(List.of(false, false), bench.levels());
    }
  }
}
