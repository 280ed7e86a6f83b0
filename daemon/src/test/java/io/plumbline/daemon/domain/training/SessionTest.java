package io.plumbline.daemon.domain.training;

import static io.plumbline.daemon.support.TrainedSets.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.contract.payload.Exercise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T17:00:00Z");
  private static final Duration PAUSE = Session.USUAL_PAUSE;

  private static TrainedSet deadlift(int number, Instant at) {
    return set(number, Exercise.DEADLIFT_CONVENTIONAL, at, 100, 5, 0.6);
  }

  @Test
  void shouldBelongTogetherWhenNoPauseIsLongerThanTheLongest() {
    GeneralWarmUp warmUp = new GeneralWarmUp("w", MONDAY.minusSeconds(600), 300, null);
    UnmeasuredLift row = new UnmeasuredLift("r", MONDAY.plus(PAUSE).plusSeconds(17), Exercise.ROW, null, 3, 10, 50.0,
        null, null);
    TrainedSet set = deadlift(1, MONDAY);
    List<Session> sessions = Session.group(List.of(set), List.of(row), List.of(warmUp), PAUSE);
    assertEquals(List.of(new Session(List.of(set), List.of(row), List.of(warmUp))), sessions,
        "the last rep is up 17 s after the first began");
    assertEquals(warmUp.at(), sessions.getFirst().startedAt());
    assertEquals(row.at(), sessions.getFirst().endedAt());
  }

  @Test
  void shouldBeTwoSessionsWhenThePauseIsLonger() {
    TrainedSet first = deadlift(1, MONDAY);
    TrainedSet second = deadlift(2, MONDAY.plus(PAUSE).plusSeconds(18));
    assertEquals(List.of(1, 2), Session.group(List.of(second, first), List.of(), List.of(), PAUSE).stream()
        .map(session -> session.sets().getFirst().key().setNumber()).toList());
  }

  @Test
  void shouldLastAsLongAsTheLongestWhenSomethingLiesInsideIt() {
    GeneralWarmUp hike = new GeneralWarmUp("w", MONDAY, 7200, null);
    UnmeasuredLift early = new UnmeasuredLift("e", MONDAY.plusSeconds(60), Exercise.SQUAT, null, 1, 5, null, null,
        null);
    TrainedSet late = deadlift(1, MONDAY.plus(PAUSE).plusSeconds(7200));
    assertEquals(1, Session.group(List.of(late), List.of(early), List.of(hike), PAUSE).size());
  }

  @Test
  void shouldLoseAndDoubleNothingWhenSetsComeInAnyOrder() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<TrainedSet> sets = new ArrayList<>();
      Instant at = MONDAY;
      for (int number = 1; number <= 40; number++) {
        at = at.plusSeconds(random.nextInt(4 * 3600));
        sets.add(deadlift(number, at));
      }
      List<TrainedSet> shuffled = new ArrayList<>(sets);
      Collections.shuffle(shuffled, random);
      List<Session> sessions = Session.group(shuffled, List.of(), List.of(), PAUSE);
      assertEquals(sets, sessions.stream().flatMap(session -> session.sets().stream()).toList(), "seed " + seed);
      for (int i = 1; i < sessions.size(); i++) {
        Duration between = Duration.between(sessions.get(i - 1).endedAt(), sessions.get(i).startedAt());
        assertEquals(1, between.compareTo(PAUSE), "seed " + seed);
      }
    }
  }
}
