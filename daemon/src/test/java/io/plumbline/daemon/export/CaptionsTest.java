package io.plumbline.daemon.export;

import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.SetOverview;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.SetReading;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.VttText;
import io.plumbline.daemon.support.VttText.Cue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  private static final SetKey SET = new SetKey(Summaries.BAR, Summaries.JOURNAL, 1);

  /// A rep that begins at a time of the bar's clock.
  private static RepSummary at(int number, double startS, RepSummary.Outcome outcome, String finding) {
    RepSummary like = rep(key(number), 1, number, 0.5 + number / 100.0);
    return new RepSummary(like.key(), like.wallTime(), Math.round(startS * 1e9), like.athlete(), like.exercise(), 1,
        number, outcome, like.velocity(), like.motion(), like.path(), like.load(), like.energy(), like.slack(),
        like.symmetry(), like.landing(), like.lockout(), like.quality(),
        finding.isEmpty() ? List.of() : List.of(new Finding("forward-drift", 0.05, null, "m", finding)), List.of(),
        null);
  }

  private static String captions(double startsAtS, List<Long> removed, RepSummary... reps) {
    SetCorrection correction = new SetCorrection(null, null, null, null, removed, SetNotes.NONE);
    SetOverview overview = new SetOverview(SET.barId(), SET.journalId(), 1, "deadlift-conventional", null, null, false,
        0, reps.length, reps.length, 100.0, "entered", 0.5, false);
    return Captions.of(new SetReading(SET, List.of(reps), null, Instant.EPOCH, null).corrected(correction),
        new SetDetail(overview, null, List.of(reps).stream().map(Summaries::json).toList()), startsAtS);
  }

  @Test
  void shouldFitTheVideoWhenToldWhereTheFirstRepBegins() {
    List<Cue> cues = VttText.read(captions(3601.25, List.of(), at(1, 100, RepSummary.Outcome.COMPLETED, ""),
        at(2, 103.5, RepSummary.Outcome.COMPLETED, "It drifted."), at(3, 160, RepSummary.Outcome.FAILED, "")));
    assertEquals(List.of(
        new Cue("rep-1", 3_601_250, 3_604_750, List.of("Rep 1: 0.51 m/s", "Slack: hurried")),
        new Cue("rep-2", 3_604_750, 3_609_810, List.of("Rep 2: 0.52 m/s", "Slack: hurried", "It drifted.")),
        new Cue("rep-3", 3_661_250, 3_666_310, List.of("Rep 3: not lifted", "Slack: hurried"))), cues);
  }

  @Test
  void shouldLeaveOutAndBeginWithTheNextWhenAPersonRemovedTheFirst() {
    List<Cue> cues = VttText.read(captions(5, List.of(1L), at(1, 100, RepSummary.Outcome.COMPLETED, ""),
        at(2, 110, RepSummary.Outcome.COMPLETED, "")));
    assertEquals(List.of("rep-2"), cues.stream().map(Cue::id).toList());
    assertEquals(5000, cues.getFirst().startMs());
  }

  @Test
  void shouldBeTextWhenAFindingLooksLikeMarkup() {
    String evil = "a --> b <b>&amp; & <script>";
    List<Cue> cues = VttText.read(captions(0, List.of(), at(1, 100, RepSummary.Outcome.COMPLETED, evil)));
    assertEquals(evil, cues.getFirst().lines().getLast());
  }

  @Test
  void shouldNameWhatIsLeftOutWhenTheBarWasSwitchedOffBetween() {
    String text = captions(0, List.of(), at(1, 100, RepSummary.Outcome.COMPLETED, ""),
        at(2, 3, RepSummary.Outcome.COMPLETED, ""));
    assertEquals(1, VttText.read(text).size());
    assertTrue(text.contains("NOTE rep 2 is left out"), text);
  }

  @Test
  void shouldHaveNoCueWhenEveryRepWasRemoved() {
    assertEquals(List.of(), VttText.read(captions(0, List.of(1L), at(1, 1, RepSummary.Outcome.COMPLETED, ""))));
  }
}
