package io.plumbline.daemon.domain.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.support.Entries;
import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingJsonTest {
  private static final String CHECK_IN = "{'at':'2026-11-23T18:00:00+01:00','soreness':4,'areas':['lower-back'],'side':'left','since':null,"
      + "'morning_stiffness':'under-half-an-hour','sharp':false,'spreading':true,'rpe':8.5,'note':'since the third set'}";

  private final TrainingJson json = new TrainingJson();

  @Test
  void shouldBeTheSameAgainWhenAnyKindIsWrittenAndRead() {
    for (Told told : Entries.oneOfEach()) {
      assertEquals(told, json.read(told.getClass(), json.write(told)));
    }
    Athlete athlete = Entries.athlete("a-1", "Ada");
    assertEquals(athlete, json.read(Athlete.class, json.write(athlete)));
    SetCorrection correction = new SetCorrection(new SetCorrection.Owner(null), Exercise.SQUAT, 80.5,
        Instant.parse("2026-11-23T17:00:00.123Z"), List.of(3L, 1L),
        new SetNotes(SetNotes.Role.WORKING, true, SetNotes.Grip.MIXED_LEFT_UNDER, 9.0, "first\nsecond"));
    assertEquals(correction, json.read(SetCorrection.class, json.write(correction)));
  }

  @Test
  void shouldWriteComponentsOnlyWhenARecordCanTellMore() {
    Progression progression = new Progression("p", Progression.Kind.TECHNIQUE_REBUILD, Exercise.DEADLIFT_SUMO,
        Instant.parse("2026-11-23T17:00:00Z"), 140.0, List.of(), null, null);
    assertEquals("{'id':'p','kind':'technique-rebuild','exercise':'deadlift-sumo','started_at':'2026-11-23T17:00:00Z',"
        + "'former_working_load_kg':140.0,'confirmed':[],'ended_at':null,'note':null}",
        json.write(progression).replace('"', '\''));
  }

  @Test
  void shouldTakeTheIdFromElsewhereWhenTheTextLeavesItOut() {
    CheckIn read = json.read(CheckIn.class, CHECK_IN.replace('\'', '"'), Map.of("id", "c-1"));
    assertEquals(new CheckIn("c-1", Instant.parse("2026-11-23T17:00:00Z"), 4, List.of(CheckIn.Area.LOWER_BACK),
        CheckIn.Side.LEFT, null, CheckIn.MorningStiffness.UNDER_HALF_AN_HOUR, false, true, 8.5, "since the third set"),
        read);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"'soreness':4|'soreness':14|soreness must be 0 to 10, but is 14",
      "'soreness':4|'soreness':'4'|soreness cannot be read: ", "'soreness':4|'soreness':4.5|soreness cannot be read: ",
      "'soreness':4,||soreness is missing", "'sharp':false|'sharp':null|sharp must not be null",
      "'areas':['lower-back']|'areas':[null]|areas[0] must not be null",
      "'areas':['lower-back']|'areas':['tail']|areas[0] cannot be read: ",
      "'side':'left'|'side':'left','colour':'red'|colour cannot be read: ",
      "'at':'2026-11-23T18:00:00+01:00'|'at':'yesterday'|at cannot be read: ",
      "'at':'2026-11-23T18:00:00+01:00'|'at':'+900000000-01-01T00:00:00Z'|at must lie between",
      "'soreness':4|'soreness':4,'soreness':5|", "{|[|", "{|{'id':'c-2',|id must be c-1, as in the address"})
  void shouldNameTheFieldInOneLineWhenTheTextIsNone(String from, String to, String message) {
    String changed = CHECK_IN.replace(from, to == null ? "" : to).replace('\'', '"');
    String reason = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> json.read(CheckIn.class, changed, Map.of("id", "c-1")))
            .getMessage());
    assertTrue(reason.startsWith(message == null ? "" : message), reason);
    assertEquals(1, reason.lines().count());
  }
}
