package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CoachTest {
  private static final TrainingJson JSON = new TrainingJson();
  private static final List<String> NEVER = List.of("dangerous", "injury", "prevent", "diagnos", "nan", "infinity");
  private static final List<String> NEVER_IN_GERMAN = List.of("gefährlich", "verletzung", "verhinder", "diagnos",
      "nan ",
      "infinity", "unendlich");

  @Test
  void shouldSayThatNothingIsKnownWhenTheHistoryIsEmpty() {
    CoachReport report = new Past().report("2026-11-18T18:00");
    assertEquals(Readiness.Word.UNKNOWN, report.readiness().word());
    assertEquals(List.of(), report.findings());
    assertEquals(List.of(), report.nextLoads());
  }

  @Test
  void shouldTellTodayFromTheRulesWhenSomethingSpeaksAgainstIt() {
    Past past = new Past().set("2026-11-17T18:00", CONVENTIONAL, 140, 5);
    assertEquals(Readiness.Word.REST, past.report("2026-11-18T18:00").readiness().word());
    assertEquals(Readiness.Word.AS_PLANNED, past.report("2026-11-20T18:00").readiness().word());
    Readiness sore = past.sore("2026-11-20T08:00", 5).report("2026-11-20T18:00").readiness();
    assertEquals(Readiness.Word.LIGHTER, sore.word());
    assertEquals(List.of("soreness"), sore.rules());
  }

  @Test
  void shouldLeaveOutWhatIsRemovedOrOfTomorrowWhenItJudges() {
    Past past = new Past().set("2026-11-17T18:00", CONVENTIONAL, 140, 1);
    TrainedRep rep = past.last().reps().getFirst();
    TrainedRep ghost = new TrainedRep(1, 1, false, rep.outcome(), 0.5, 0.006, 0.8, 0.5, 0.004, null, null, false, null,
        rep.slackGrade(), null, null, null, null, List.of(), List.of());
    past.last(List.of(ghost), true, 140.0, null, SetNotes.NONE).set("2026-11-19T18:00", CONVENTIONAL, 140, 5);
    assertEquals(new Past().report("2026-11-18T18:00"), past.report("2026-11-18T18:00"));
  }

  @Test
  void shouldSayWhatOfTheOverridesItLeftAsideWhenTheyMakeNoSense() {
    assertEquals(List.of("no rule has a number rest_hours; the nearest is rest_h"),
        new Past().override("rest_hours", 50).report("2026-11-18T18:00").settingProblems());
  }

  @Test
  void shouldExplainWithNumbersWhenARuleFiredAndWhenItDidNot() {
    Past past = new Past().override("rest_h", 60).set("2026-11-15T18:00", CONVENTIONAL, 140, 5);
    Explanation.Looked rest = Coach.explain(past.history(), past.at("2026-11-18T04:00")).stream()
        .flatMap(part -> part.fired().stream()).filter(one -> one.rule().equals("rest-between-sessions")).findFirst()
        .orElseThrow();
    assertEquals(new Explanation.Used("rest_h", 60, 48, true), rest.numbers().getFirst());
    assertEquals(60, rest.findings().getFirst().limit());
    Explanation.Looked quiet = Coach.explain(past.history(), past.at("2026-11-19T18:00")).stream()
        .flatMap(part -> part.quiet().stream()).filter(one -> one.rule().equals("rest-between-sessions")).findFirst()
        .orElseThrow();
    assertTrue(quiet.findings().getFirst().value() != null);
    assertEquals(60, quiet.findings().getFirst().limit());
  }

  @Property(tries = 150)
  void shouldExplainEveryRuleOnceWhateverTheHistory(@ForAll long seed) {
    Past past = RandomPast.of(new Random(seed));
    List<Explanation.Looked> looked = Coach.explain(past.history(), RandomPast.NOW).stream()
        .flatMap(part -> Stream.concat(part.fired().stream(), part.quiet().stream())).toList();
    assertEquals(Coach.rules().stream().map(Coach.Known::id).sorted().toList(),
        looked.stream().map(Explanation.Looked::rule).sorted().toList());
    assertTrue(looked.stream().noneMatch(one -> one.findings().isEmpty()));
    Set<CoachFinding> fired = looked.stream().flatMap(one -> one.findings().stream()).filter(CoachFinding::fired)
        .collect(Collectors.toSet());
    assertEquals(fired, Set.copyOf(Coach.report(past.history(), RandomPast.NOW).findings()));
  }

  @Property(tries = 150)
  void shouldKeepToPlainWordsWhateverTheHistory(@ForAll long seed) {
    Past past = RandomPast.of(new Random(seed));
    CoachReport report = Coach.report(past.history(), RandomPast.NOW);
    String all = (JSON.write(report) + JSON.write(Coach.explain(past.history(), RandomPast.NOW)))
        .toLowerCase(Locale.ROOT);
    for (String word : NEVER) {
      assertFalse(all.contains(word), word);
    }
    String german = JSON.write(Coach.explain(past.history(), RandomPast.NOW, Locale.GERMAN)).toLowerCase(Locale.ROOT);
    for (String word : NEVER_IN_GERMAN) {
      assertFalse(german.contains(word), word);
    }
    assertEquals(report, Coach.report(past.history(), RandomPast.NOW));
  }
}
