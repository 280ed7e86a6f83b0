package io.plumbline.demo.history;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.LogEntry;
import io.plumbline.daemon.domain.training.PlannedSession;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Weeks of training of three athletes, stored as what bars told and people told is. Simulated by a model of a few numbers, not measured: it is there so that the
/// coach's pages have something to show.
public final class DemoHistory {
  /// Who lifts live in the demonstration, with a past.
  public static final String LIVE_ATHLETE = PastAthlete.ADA.shownName;

  private static final long SEED = 20261;
  private static final int HOUR = 17;
  private static final double STEP_KG = 2.5;
  private static final double[] RAMP = {0.45, 0.6, 0.7, 0.85};
  private static final int[] RAMP_REPS = {5, 4, 3, 2};
  private static final int WORKING_SETS = 3;
  private static final int WORKING_REPS = 5;
  private static final long SET_EVERY_S = 240;
  private static final int BATCH = 200;
  /// Weeks from one with less to the next.
  private static final int LIGHT_EVERY = 4;

  private final ZoneId zone = ZoneId.systemDefault();
  private final LocalDate today;
  private final int weeks;

  /// What was stored.
  public record Stored(int athletes, int weeks, int reps) {}

  private DemoHistory(LocalDate today, int weeks) {
    this.today = today;
    this.weeks = weeks;
  }

  /// Stores it in a daemon's folder, before the daemon starts. A folder that knows any athlete is left as it is.
  ///
  /// @throws StoreException where the database cannot be used
  public static Stored fill(Path folder, int weeks, InstantSource clock) throws StoreException {
    DemoHistory history = new DemoHistory(LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()), weeks);
    try (SummaryDatabase database = SummaryDatabase.open(DatabaseAddress.inFolder(folder), clock)) {
      if (!database.books().athletes().athletes(null, 1).items().isEmpty()) {
        return new Stored(0, weeks, 0);
      }
      int reps = 0;
      for (PastAthlete athlete : PastAthlete.values()) {
        reps += history.train(database, athlete);
      }
      return new Stored(PastAthlete.values().length, weeks, reps);
    } catch (RefusedException e) {
      // Its own model is wrong then: nothing that a person did.
      throw new IllegalStateException("the simulated past is refused: " + e.getMessage(), e);
    }
  }

  private int train(SummaryDatabase database, PastAthlete who) throws StoreException, RefusedException {
    Random random = new Random(SEED + who.ordinal());
    Kept<Athlete> athlete = database.books().athletes()
        .add(new Athlete("a-" + who.shownName.toLowerCase(Locale.ROOT), who.shownName, who.birthYear, zone,
            who.bodyMassKg, List.of()), "demo");
    PastReps reps = new PastReps("past-" + who.name().toLowerCase(Locale.ROOT), SEED + who.ordinal());
    List<Received> all = new ArrayList<>();
    List<LogEntry> told = new ArrayList<>();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int back = weeks; back >= 0; back--) {
      for (int i = 0; i < who.days().size(); i++) {
        LocalDate day = monday.minusWeeks(back).with(who.days().get(i));
        if (day.isBefore(today)) {
          all.addAll(session(reps, who, (int) ((today.toEpochDay() - day.toEpochDay()) / 7), i, day, random));
          told.add(checkIn(who, (int) ((today.toEpochDay() - day.toEpochDay()) / 7), day));
        }
      }
    }
    for (int from = 0; from < all.size(); from += BATCH) {
      database.store().store(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    database.books().notebook().addNew(athlete.value().id(),
        Stream.concat(told.stream(), Stream.of(plan(who))).toList(), "demo");
    return (int) all.stream().filter(Received.Rep.class::isInstance).count();
  }

  private List<Received> session(PastReps reps, PastAthlete who, int weeksAgo, int dayOfWeek, LocalDate day,
      Random random) {
    double working = who.workingShare(weeksAgo) * (dayOfWeek == 0 ? 0.92 : 1) * who.maxKg(weeksAgo);
    double dayMps = 0.012 * random.nextGaussian();
    List<Received> all = new ArrayList<>();
    // The second session of a week is later in the day: three full days lie between the two.
    Instant at = day.atTime(HOUR + dayOfWeek, 30).atZone(zone).toInstant();
    for (int i = 0; i < RAMP.length; i++) {
      all.addAll(set(reps, who, Exercise.DEADLIFT_CONVENTIONAL, weeksAgo, RAMP[i] * working, RAMP_REPS[i], dayMps, at));
      at = at.plusSeconds(SET_EVERY_S);
    }
    boolean light = weeksAgo % LIGHT_EVERY == LIGHT_EVERY - 1;
    for (int i = 0; i < (light ? 1 : WORKING_SETS); i++) {
      all.addAll(
          set(reps, who, Exercise.DEADLIFT_CONVENTIONAL, weeksAgo, working, WORKING_REPS, dayMps - 0.01 * i, at));
      at = at.plusSeconds(SET_EVERY_S);
    }
    if (dayOfWeek == 0 && !light) {
      for (int i = 0; i < 2; i++) {
        all.addAll(set(reps, who, Exercise.ROMANIAN_DEADLIFT, weeksAgo, 0.65 * working, 8, dayMps, at));
        at = at.plusSeconds(SET_EVERY_S);
      }
    }
    return all;
  }

  private static List<Received> set(PastReps reps, PastAthlete who, Exercise exercise, int weeksAgo, double kg,
      int count, double dayMps, Instant at) {
    return reps.set(new PastReps.Plan(who, exercise, weeksAgo, STEP_KG * Math.round(kg / STEP_KG), count, dayMps, at));
  }

  private CheckIn checkIn(PastAthlete who, int weeksAgo, LocalDate day) {
    int soreness = who.soreness(weeksAgo);
    return new CheckIn("past-" + day, day.atTime(HOUR + 4, 0).atZone(zone).toInstant(), soreness,
        soreness > 1 ? List.of(CheckIn.Area.LOWER_BACK) : List.of(), soreness > 1 ? CheckIn.Side.BOTH : null, null,
        null, false, false, weeksAgo % 4 == 0 ? 9.0 : 8.0, null);
  }

  private PlannedSession plan(PastAthlete who) {
    double working = STEP_KG * Math.round(0.78 * who.maxKg(0) / STEP_KG);
    return new PlannedSession("past-plan", today, List.of(new PlannedSession.PlannedWork(Exercise.DEADLIFT_CONVENTIONAL,
        SetNotes.Role.WORKING, WORKING_SETS, WORKING_REPS, working, null)), null);
  }
}
