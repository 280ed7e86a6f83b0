package io.plumbline.daemon.support;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.AccessoryEntry;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.GeneralWarmUp;
import io.plumbline.daemon.domain.training.Mark;
import io.plumbline.daemon.domain.training.MaxTest;
import io.plumbline.daemon.domain.training.PlannedSession;
import io.plumbline.daemon.domain.training.Progression;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What people tell.
public final class Entries {
  public static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  private Entries() {}

  public static Athlete athlete(String id, String name) {
    return new Athlete(id, name, 1984, ZoneId.of("Europe/Berlin"), 63.5,
        List.of(new Athlete.EnteredMax(Exercise.DEADLIFT_CONVENTIONAL, 142.5, LocalDate.of(2026, 9, 1))));
  }

  public static CheckIn checkIn(String id, Instant at, int soreness) {
    return new CheckIn(id, at, soreness, List.of(CheckIn.Area.LOWER_BACK), CheckIn.Side.LEFT, at.minusSeconds(3600),
        CheckIn.MorningStiffness.NONE, false, true, 8.5, "as always");
  }

  /// One of each kind.
  public static List<Told> oneOfEach() {
    return List.of(checkIn("e-1", NOW, 4),
        new UnmeasuredLift("e-2", NOW, Exercise.SQUAT, "at the other gym", 3, 5, 100.0, 8.0, null),
        new GeneralWarmUp("e-3", NOW, 300, null),
        new AccessoryEntry("e-4", NOW, AccessoryEntry.Accessory.PALLOF_PRESS, 3, null),
        new MaxTest("e-5", NOW, Exercise.DEADLIFT_SUMO, 150, new SetKey("bar-1", "j1", 3), null),
        new Mark("e-6", NOW, Mark.Kind.DELOAD, "a week"),
        new Progression("e-7", Progression.Kind.RETURN, Exercise.DEADLIFT_CONVENTIONAL, NOW, 120.0,
            List.of(new Progression.Confirmation(1, NOW.plusSeconds(86_400))), null, null),
        new PlannedSession("e-8", LocalDate.of(2026, 11, 25),
            List.of(new PlannedSession.PlannedWork(Exercise.DEADLIFT_CONVENTIONAL, SetNotes.Role.WORKING, 3, 5, 110.0,
                null)),
            "easy"));
  }
}
