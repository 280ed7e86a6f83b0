package io.plumbline.daemon.domain.training;

import static io.plumbline.daemon.support.TrainedSets.rep;
import static io.plumbline.daemon.support.TrainedSets.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.daemon.support.Summaries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RecordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  @Test
  void shouldNameTheFieldWhenAValueMakesNoSense() {
    Map<String, Executable> wrong = Map.of(
        "soreness must be 0 to 10, but is 11",
        () -> new CheckIn("c", NOW, 11, List.of(), null, null, null, false, false, null, null),
        "at must not be before since",
        () -> new CheckIn("c", NOW, 1, List.of(), null, NOW.plusSeconds(1), null, false, false, null,
            null),
        "rpe must be 1.0 to 10.0, but is 0.5", () -> new SetNotes(null, null, null, 0.5, null),
        "note must", () -> new SetNotes(null, null, null, null, " "),
        "name must say what was lifted",
        () -> new UnmeasuredLift("u", NOW, Exercise.UNKNOWN, null, 1, 1, null, null, null),
        "exercise must", () -> new MaxTest("m", NOW, Exercise.UNKNOWN, 200, null, null),
        "confirmed must", () -> new Progression("p", Progression.Kind.RETURN, Exercise.DEADLIFT_SUMO, NOW, null,
            List.of(new Progression.Confirmation(2, NOW)), null, null),
        "ended_at must", () -> new Progression("p", Progression.Kind.RETURN, Exercise.DEADLIFT_SUMO, NOW, null,
            List.of(new Progression.Confirmation(1, NOW)), NOW.minusSeconds(1), null),
        "id must", () -> new Mark("../x", NOW, Mark.Kind.FILMED, null));
    wrong.forEach((start, make) -> {
      String message = String.valueOf(assertThrows(IllegalArgumentException.class, make).getMessage());
      assertTrue(message.startsWith(start), message);
    });
  }

  @Test
  void shouldCountLiftedRepsOnlyWhenTonnageIsAskedFor() {
    TrainedSet three = set(1, Exercise.DEADLIFT_SUMO, NOW, 120, 3, 0.5);
    TrainedRep ghost = TrainedRep.of(Summaries.rep(4), false);
    TrainedRep failed = new TrainedRep(5, 5, true, RepSummary.Outcome.FAILED, 0.1, 0.01, 0.2, 0.1, 0.01, null, null,
        false, null, ghost.slackGrade(), null, null, null, null, List.of(), List.of());
    TrainedSet set = new TrainedSet(three.key(), null, three.exercise(), NOW, three.endedAt(), true, three.loadKg(),
        three.loadSource(), List.of(rep(1, 0.5), rep(2, 0.6), rep(3, 0.4), ghost, failed), true, false, null, List.of(),
        List.of(), SetNotes.NONE);
    assertEquals(360, set.tonnageKg().orElseThrow());
    assertEquals(0.6, set.bestMeanConcentricMps().orElseThrow());
    assertEquals(List.of(failed), set.failedReps());
  }

  @Test
  void shouldSortEveryKindWhenAHistoryIsMade() {
    Athlete ada = Athlete.named("ada", "Ada", ZoneOffset.UTC);
    Mark film = new Mark("2", NOW, Mark.Kind.FILMED, null);
    Mark deload = new Mark("1", NOW.minusSeconds(9), Mark.Kind.DELOAD, null);
    GeneralWarmUp warmUp = new GeneralWarmUp("3", NOW, 300, null);
    TrainingHistory history = TrainingHistory.of(ada, null, List.of(), List.of(film, warmUp, deload), List.of(),
        Plan.NONE, Map.of());
    assertEquals(List.of(deload, film), history.marks());
    assertEquals(List.of(warmUp), history.warmUps());
    assertEquals(1, history.sessions(Session.USUAL_PAUSE).size());
    assertTrue(history.checkIns().isEmpty() && history.plan().next(LocalDate.EPOCH).isEmpty());
  }
}
