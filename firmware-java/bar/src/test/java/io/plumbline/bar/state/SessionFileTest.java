package io.plumbline.bar.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
  private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");
  private static final KeptSession FULL = KeptSession.NONE.with("Mara \"M\"", Exercise.DEADLIFT_SUMO, 5, -1)
      .with(0.07, null).restartedBy("c-1").restartedBy("c-2");

  @TempDir
  private Path folder = Path.of("");
  private final List<String> warnings = new ArrayList<>();

  private KeptSession read(String startedWith, Instant now) {
    return new SessionFile(folder, startedWith.isEmpty() ? null : startedWith).read(now, warnings::add);
  }

  @Test
  void shouldGoOnWithWhatWasSetWhenStartedAgain() throws IOException {
    new SessionFile(folder, "Kim").write(FULL, NOW);
    assertEquals(FULL, read("Kim", NOW.plusSeconds(60)));
    new SessionFile(folder, null).write(KeptSession.NONE.with(null, null), NOW);
    KeptSession off = read("", NOW);
    assertEquals(new KeptSession.Limits(null, null), off.limits());
    assertTrue(off.saysAnything());
    assertEquals(List.of(), warnings);
  }

  @Test
  void shouldKnowOnlyTheRestartsWhenItIsAnotherDayOrSomebodyElseIsNamed() throws IOException {
    new SessionFile(folder, "Kim").write(FULL, NOW);
    for (KeptSession later : List.of(read("Kim", NOW.plus(SessionFile.LIFE)), read("Ada", NOW), read("", NOW),
        read("Kim", NOW.minus(Duration.ofHours(1))))) {
      assertEquals(KeptSession.NONE.restartedBy("c-1").restartedBy("c-2"), later);
      assertFalse(later.saysAnything());
    }
  }

  @Test
  void shouldKeepTheLatestRestartsOnly() {
    KeptSession kept = KeptSession.NONE;
    for (int i = 0; i < 20; i++) {
      kept = kept.restartedBy("c-" + i);
    }
    assertEquals(KeptSession.MOST_RESTARTS, kept.restarts().size());
    assertEquals("c-19", kept.restarts().getLast());
  }

  @Test
  void shouldPutAFileAsideWhenItCannotBeUsed() throws IOException {
    Path file = folder.resolve(SessionFile.NAME);
    Files.writeString(file, "version = 1\ndate = \"yesterday\"\n");
    assertEquals(KeptSession.NONE, read("", NOW));
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().contains(SessionFile.NAME + ":2: date"), warnings::toString);
    assertFalse(Files.exists(file));
  }

  @Test
  void shouldReadZerosOfThisCalibrationOnly() throws IOException {
    ZeroFile file = new ZeroFile(folder);
    assertEquals(Optional.empty(), file.read("bar-1", "cal-1", 2, warnings::add));
    List<Double> zeros = List.of(1.25e-7, -3e-6);
    file.write("bar-1", "cal-1", zeros, NOW);
    assertEquals(Optional.of(zeros), file.read("bar-1", "cal-1", 2, warnings::add));
    assertEquals(Optional.empty(), file.read("bar-2", "cal-1", 2, warnings::add));
    assertEquals(Optional.empty(), file.read("bar-1", "cal-2", 2, warnings::add));
    assertEquals(Optional.empty(), file.read("bar-1", "cal-1", 4, warnings::add));
    assertEquals(List.of(), warnings);
    Files.writeString(file.path(), "version = 1\nbar_id = 7\n");
    assertEquals(Optional.empty(), file.read("bar-1", "cal-1", 2, warnings::add));
    assertEquals(1, warnings.size());
  }
}
