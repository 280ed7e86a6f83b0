package io.plumbline.daemon.store;

import static io.plumbline.daemon.support.Entries.NOW;
import static io.plumbline.daemon.support.Entries.checkIn;
import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.json;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteChange;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Notebook;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.RuleOverrides;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetCorrection.Owner;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.ToldKind;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.support.Entries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What every database has to do about athletes, sets and what people tell.
abstract class BookContract {
  private static final String BY = "coach";

  /// A new, empty database.
  abstract DatabaseAddress newDatabase() throws Exception;

  private static SetKey setKey(int number) {
    return new SetKey(BAR, JOURNAL, number);
  }

  private static Received repOf(long sequence, int setNumber, @Nullable String athlete) {
    return received(rep(key(sequence), setNumber, (int) sequence, 0.5 + sequence / 100.0, athlete));
  }

  private static Athlete only(SummaryDatabase database, String name) throws Exception {
    List<Athlete> found = database.books().athletes().athletes(null, 100).items().stream().map(Kept::value)
        .filter(athlete -> athlete.name().equals(name)).toList();
    assertEquals(1, found.size(), name);
    return found.getFirst();
  }

  private static List<Integer> numbers(SummaryDatabase database, @Nullable String athleteId) throws Exception {
    return database.books().sets().sets(athleteId, null, 50).items().stream().map(set -> set.key().setNumber()).sorted()
        .toList();
  }

  private static void assertRefused(Reason reason, Executable change) {
    assertEquals(reason, assertThrows(RefusedException.class, change).reason());
  }

  private static SetCorrection owned(@Nullable String athleteId) {
    return new SetCorrection(new Owner(athleteId), null, null, null, List.of(), SetNotes.NONE);
  }

  @Test
  void shouldMakeOneAthleteForEachPersonWhenBarsTellNames() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      database.store().store(List.of(repOf(1, 1, "Ada"), repOf(2, 2, "ada "), repOf(3, 3, "Bob"), repOf(4, 4, null)));
      database.store().store(List.of(repOf(5, 5, "Ada")));
      assertEquals(List.of("Ada", "Bob"),
          database.books().athletes().athletes(null, 9).items().stream().map(kept -> kept.value().name()).toList());
      Athlete ada = only(database, "Ada");
      assertEquals(List.of("Ada", "ada "), database.books().athletes().barNames(ada.id()));
      assertEquals(List.of(1, 2, 5), numbers(database, ada.id()));
      assertEquals(List.of(4), numbers(database, null));
      assertEquals(List.of(), numbers(database, "a-nobody"));
    }
  }

  @Test
  void shouldMakeAthletesOfOldRepsWhenTheSchemaIsBroughtUpToDate() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = StoreContract.open(address)) {
      database.store().store(List.of(repOf(1, 1, "Ada"), repOf(2, 2, "Bob")));
    }
    StoreContract.takeAccountsAway(address);
    for (String statement : List.of("DELETE FROM bar_name", "DELETE FROM athlete",
        "DELETE FROM flyway_schema_history WHERE version = '2.1'")) {
      StoreContract.change(address, statement);
    }
    try (SummaryDatabase database = StoreContract.open(address)) {
      assertEquals(List.of(1), numbers(database, only(database, "Ada").id()));
      assertEquals(List.of(2), numbers(database, only(database, "Bob").id()));
    }
  }

  @Test
  void shouldTakeTheSetsAlongWhenANameIsGivenToAnotherAthlete() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      database.store().store(List.of(repOf(1, 1, "Ada"), repOf(2, 2, "Aad"), repOf(3, 3, "Aad")));
      Athlete ada = only(database, "Ada");
      Athlete typo = only(database, "Aad");
      database.books().sets().correct(setKey(3), owned(typo.id()), 0, BY);
      database.books().athletes().giveBarName("Aad", ada.id(), BY);
      assertEquals(List.of(1, 2), numbers(database, ada.id()));
      assertEquals(List.of(3), numbers(database, typo.id()), "what a person decided stays");
      database.store().store(List.of(repOf(4, 4, "Aad")));
      assertEquals(List.of(1, 2, 4), numbers(database, ada.id()));
      assertRefused(Reason.MISSING, () -> database.books().athletes().giveBarName("Aad", "a-nobody", BY));
    }
  }

  @Test
  void shouldMoveTheSetAndKeepTheHistoryWhenItIsReassigned() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = StoreContract.open(address)) {
      database.store().store(List.of(repOf(1, 1, "Ada"), repOf(2, 2, null), repOf(3, 3, "Bob")));
      String ada = only(database, "Ada").id();
      String bob = only(database, "Bob").id();
      List<String> before = StoreContract.rows(address, "SELECT payload FROM summary ORDER BY sequence");
      database.books().sets().correct(setKey(1), owned(bob), 0, "Ada");
      database.books().sets().correct(setKey(2), owned(bob), 0, "Bob");
      database.books().sets().correct(setKey(3), owned(null), 0, "Bob");
      assertEquals(List.of(), numbers(database, ada));
      assertEquals(List.of(1, 2), numbers(database, bob));
      assertEquals(List.of(3), numbers(database, null));
      database.books().sets().correct(setKey(1), SetCorrection.NONE, 1, "Cleo");
      assertEquals(List.of(1), numbers(database, ada), "as the bar told it");
      List<Amendment> changes = database.books().sets().amendments(setKey(1));
      assertEquals(List.of("Cleo", "Ada"), changes.stream().map(Amendment::by).toList());
      assertEquals(changes.getLast().afterJson(), changes.getFirst().beforeJson());
      assertEquals(before, StoreContract.rows(address, "SELECT payload FROM summary ORDER BY sequence"));
    }
  }

  @Test
  void shouldSeeCorrectedValuesWhenASetWasCorrected() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      database.store().store(List.of(repOf(1, 1, "Ada"), repOf(2, 1, "Ada"), repOf(3, 1, "Ada"), repOf(4, 2, "Ada")));
      TrainedSet measured = database.books().sets().set(setKey(1)).orElseThrow();
      assertEquals(300, measured.tonnageKg().orElseThrow());
      assertEquals(Instant.ofEpochMilli(1_795_000_000_000L), measured.startedAt());
      assertEquals(measured.startedAt().plusMillis(2000 + 1060), measured.endedAt());
      SetCorrection correction = new SetCorrection(null, Exercise.DEADLIFT_SUMO, 102.5, NOW, List.of(2L),
          new SetNotes(SetNotes.Role.WORKING, true, SetNotes.Grip.HOOK, 8.0, "fine"));
      assertEquals(new Kept<>(correction, 1), database.books().sets().correct(setKey(1), correction, 0, BY));
      assertEquals(new Kept<>(correction, 1), database.books().sets().correction(setKey(1)).orElseThrow());
      TrainedSet corrected = database.books().sets().set(setKey(1)).orElseThrow();
      assertEquals(List.of(1L, 3L), corrected.liftedReps().stream().map(TrainedRep::sequence).toList());
      assertEquals(205, corrected.tonnageKg().orElseThrow());
      assertEquals(Exercise.DEADLIFT_SUMO, corrected.exercise());
      assertEquals(TrainedSet.LoadSource.CORRECTED, corrected.loadSource());
      assertEquals(NOW, corrected.startedAt());
      assertEquals(correction.notes(), corrected.notes());
      database.books().sets().correct(setKey(1), SetCorrection.NONE, 1, BY);
      assertEquals(measured, database.books().sets().set(setKey(1)).orElseThrow(), "the rep is back");
    }
  }

  @Test
  void shouldChangeNothingWhenACorrectionIsRefused() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = StoreContract.open(address)) {
      database.store().store(List.of(repOf(1, 1, "Ada"), repOf(2, 2, "Ada")));
      SetCorrection ghost = new SetCorrection(null, null, null, null, List.of(2L), SetNotes.NONE);
      assertRefused(Reason.WRONG, () -> database.books().sets().correct(setKey(1), ghost, 0, BY));
      assertRefused(Reason.WRONG, () -> database.books().sets().correct(setKey(1), owned("a-nobody"), 0, BY));
      assertRefused(Reason.MISSING, () -> database.books().sets().correct(setKey(9), owned(null), 0, BY));
      assertRefused(Reason.STALE, () -> database.books().sets().correct(setKey(1), owned(null), 1, BY));
      database.books().sets().correct(setKey(1), owned(null), 0, BY);
      assertRefused(Reason.STALE, () -> database.books().sets().correct(setKey(1), SetCorrection.NONE, 0, BY));
      assertEquals(new Kept<>(owned(null), 1), database.books().sets().correction(setKey(1)).orElseThrow());
      assertEquals(List.of("1"), StoreContract.rows(address, "SELECT COUNT(*) FROM amendment WHERE subject = 'set'"));
      assertTrue(database.books().sets().correction(setKey(9)).isEmpty());
    }
  }

  @Test
  void shouldListEverySetOnceWhenItIsReadPageByPage() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      List<Received> reps = new ArrayList<>();
      for (int number = 1; number <= 250; number++) {
        // Many begin in the same millisecond, as the test's bar has it.
        reps.add(repOf(number, number, "Ada"));
      }
      database.store().store(reps);
      String ada = only(database, "Ada").id();
      database.books().sets().correct(setKey(7),
          new SetCorrection(null, null, null, NOW.minusSeconds(999_999_999), List.of(), SetNotes.NONE), 0, BY);
      List<TrainedSet> all = new ArrayList<>();
      Place after = null;
      do {
        Page<TrainedSet> page = database.books().sets().sets(ada, after, 60);
        all.addAll(page.items());
        after = page.next() == null ? null : Place.parse(page.next().cursor());
      } while (after != null);
      assertEquals(250, all.stream().map(TrainedSet::key).distinct().count());
      assertEquals(all.stream().sorted(TrainedSet.BY_TIME.reversed()).toList(), all);
      assertEquals(setKey(7), all.getLast().key());
    }
  }

  @Test
  void shouldKeepEveryKindOfEntryWhenPeopleTellIt() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      Athlete ada = database.books().athletes().add(Entries.athlete("a-1", "Ada"), BY).value();
      for (Told told : Entries.oneOfEach()) {
        ToldKind kind = ToldKind.of(told);
        assertEquals(new Kept<>(told, 1), database.books().notebook().add(ada.id(), told, BY));
        assertEquals(new Kept<>(told, 1), database.books().notebook().get(ada.id(), kind, told.id()).orElseThrow());
        assertEquals(List.of(new Kept<>(told, 1)), database.books().notebook().list(ada.id(), kind, null, 9).items());
        assertTrue(database.books().notebook().get("a-2", kind, told.id()).isEmpty(), "of another athlete");
      }
      TrainingHistory history = database.books().sets().history(ada.id(), null).orElseThrow();
      assertEquals(Entries.oneOfEach().size(),
          history.checkIns().size() + history.unmeasuredLifts().size() + history.warmUps().size()
              + history.accessories().size() + history.maxTests().size() + history.marks().size()
              + history.progressions().size() + history.plan().sessions().size());
      TrainingHistory later = database.books().sets().history(ada.id(), NOW.plusSeconds(1)).orElseThrow();
      assertTrue(later.checkIns().isEmpty());
      assertEquals(1, later.progressions().size());
      assertEquals(1, later.plan().sessions().size());
    }
  }

  @Test
  void shouldKeepBeforeAndAfterWhenAnEntryIsChangedAndRemoved() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      database.books().athletes().add(Entries.athlete("a-1", "Ada"), BY);
      database.books().notebook().add("a-1", checkIn("c-1", NOW, 2), "Ada");
      assertRefused(Reason.EXISTS, () -> database.books().notebook().add("a-1", checkIn("c-1", NOW, 9), BY));
      assertRefused(Reason.MISSING, () -> database.books().notebook().add("a-2", checkIn("c-2", NOW, 9), BY));
      assertRefused(Reason.MISSING, () -> database.books().notebook().change("a-1", checkIn("c-9", NOW, 9), 1, BY));
      assertEquals(2, database.books().notebook().change("a-1", checkIn("c-1", NOW, 5), 1, "Ada").version());
      assertRefused(Reason.STALE, () -> database.books().notebook().change("a-1", checkIn("c-1", NOW, 7), 1, BY));
      assertRefused(Reason.STALE, () -> database.books().notebook().remove("a-1", ToldKind.CHECK_IN, "c-1", 1, BY));
      database.books().notebook().remove("a-1", ToldKind.CHECK_IN, "c-1", 2, BY);
      assertTrue(database.books().notebook().get("a-1", ToldKind.CHECK_IN, "c-1").isEmpty());
      List<Amendment> changes = database.books().notebook().amendments("a-1", ToldKind.CHECK_IN, "c-1");
      assertEquals(List.of(3L, 2L, 1L), changes.stream().map(Amendment::version).toList());
      assertEquals(null, changes.getFirst().afterJson());
      assertTrue(String.valueOf(changes.get(1).beforeJson()).contains("\"soreness\":2"));
      assertTrue(String.valueOf(changes.get(1).afterJson()).contains("\"soreness\":5"));
      assertEquals(null, changes.getLast().beforeJson());
    }
  }

  @Test
  void shouldRefuseWhatIsOutOfDateWhenAthletesAreChanged() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      Athlete ada = Entries.athlete("a-1", "Ada");
      database.books().athletes().add(ada, BY);
      assertRefused(Reason.EXISTS, () -> database.books().athletes().add(ada, BY));
      Athlete older = new Athlete("a-1", "Ada L.", 1983, ada.zone(), null, List.of());
      assertEquals(new Kept<>(older, 2), database.books().athletes().change(older, 1, BY));
      assertRefused(Reason.STALE, () -> database.books().athletes().change(ada, 1, BY));
      assertEquals(new Kept<>(older, 2), database.books().athletes().athlete("a-1").orElseThrow());
      RuleOverrides overrides = new RuleOverrides(Map.of("rest.hours", 60.0));
      assertEquals(1, database.books().athletes().changeRuleOverrides("a-1", overrides, 0, BY).version());
      assertRefused(Reason.STALE,
          () -> database.books().athletes().changeRuleOverrides("a-1", RuleOverrides.NONE, 0, BY));
      assertRefused(Reason.STALE,
          () -> database.books().athletes().changeRuleOverrides("a-1", RuleOverrides.NONE, 2, BY));
      assertEquals(Map.of("rest.hours", 60.0),
          database.books().sets().history("a-1", null).orElseThrow().ruleOverrides());
      assertTrue(database.books().sets().history("a-9", null).isEmpty());
    }
  }

  @Test
  void shouldTellTheWholeHistoryWhenACoachAsks() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      database.store().store(List.of(repOf(1, 1, "Ada"), received(set(2, 1, List.of(1L))), repOf(3, 2, "Bob"),
          repOf(4, 3, "Ada")));
      String ada = only(database, "Ada").id();
      TrainingHistory history = database.books().sets().history(ada, null).orElseThrow();
      assertEquals(List.of(setKey(1), setKey(3)), history.sets().stream().map(TrainedSet::key).toList());
      assertTrue(history.sets().getFirst().closed());
      assertFalse(history.sets().getLast().closed());
      assertEquals("mean-velocity", history.sets().getFirst().changes().getFirst().measure());
      assertEquals(List.of(),
          database.books().sets().history(ada, NOW.plusSeconds(1_000_000_000)).orElseThrow().sets());
    }
  }

  @Test
  void shouldDeleteOldTracesOnlyWhenAskedTo() throws Exception {
    try (SummaryDatabase database = StoreContract.open(newDatabase())) {
      database.store().store(List.of(received(rep(1)), received(trace(key(1))), received(trace(key(2))),
          received(trace(key(3)))));
      Instant received = Instant.ofEpochMilli(1_795_000_000_123L);
      assertEquals(0, database.traces().forget(received, 10), "received then, not before");
      assertEquals(2, database.traces().forget(received.plusMillis(1), 2));
      assertEquals(1, database.traces().forget(received.plusMillis(1), 2));
      assertTrue(database.reader().trace(key(1)).isEmpty());
      assertEquals(json(rep(1)), database.reader().rep(key(1)).orElseThrow());
    }
  }

  @Test
  void shouldAddEachOnceAllOrNoneAndTellItAllWhenManyCome() throws Exception {
    try (SummaryDatabase database = SummaryDatabase.open(newDatabase(), InstantSource.system())) {
      Athlete ada = database.books().athletes().add(Entries.athlete("a-1", "Ada"), BY).value();
      Notebook notebook = database.books().notebook();
      List<Told> told = Entries.oneOfEach();
      assertEquals(told.size(), notebook.addNew(ada.id(), told, BY));
      assertEquals(0, notebook.addNew(ada.id(), told, BY));
      notebook.remove(ada.id(), ToldKind.of(told.getFirst()), told.getFirst().id(), 1, BY);
      assertEquals(0, notebook.addNew(ada.id(), told, BY), "what was removed stays away");
      assertRefused(Reason.MISSING, () -> notebook.addNew("nobody", told, BY));
      List<AthleteChange> changes = database.books().athletes().everyChange(ada.id());
      assertEquals(1 + told.size() + 1, changes.size());
      assertEquals("athlete", changes.getFirst().kind());
      assertNull(changes.getLast().change().afterJson());
    }
  }
}
