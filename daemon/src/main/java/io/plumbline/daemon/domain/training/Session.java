package io.plumbline.daemon.domain.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an athlete did without a long pause. Not stored: worked out, so that a late rep or a correction is always in it.
///
/// @param sets    measured, by time
/// @param lifts   typed in by hand, by time
/// @param warmUps by time
public record Session(List<TrainedSet> sets, List<UnmeasuredLift> lifts, List<GeneralWarmUp> warmUps) {
  /// A pause that ends a session where nobody says another: longer than any rest between two sets, shorter than between two sessions of a day.
  public static final Duration USUAL_PAUSE = Duration.ofHours(2);

  public Session {
    sets = sets.stream().sorted(TrainedSet.BY_TIME).toList();
    lifts = lifts.stream().sorted(Comparator.comparing(UnmeasuredLift::at)).toList();
    warmUps = warmUps.stream().sorted(Comparator.comparing(GeneralWarmUp::at)).toList();
    if (sets.isEmpty() && lifts.isEmpty() && warmUps.isEmpty()) {
      throw new IllegalArgumentException("a session holds at least one thing");
    }
  }

  /// One thing with its place in time.
  private record Item(Instant from, Instant to, @Nullable TrainedSet set, @Nullable UnmeasuredLift lift,
      @Nullable GeneralWarmUp warmUp) {}

  /// Groups by pauses, first session first.
  ///
  /// @param pause what is further apart belongs to two sessions
  public static List<Session> group(List<TrainedSet> sets, List<UnmeasuredLift> lifts, List<GeneralWarmUp> warmUps,
      Duration pause) {
    List<Item> items = Stream.of(
        sets.stream().map(set -> new Item(set.startedAt(), set.endedAt(), set, null, null)),
        lifts.stream().map(lift -> new Item(lift.at(), lift.at(), null, lift, null)),
        warmUps.stream().map(warmUp -> new Item(warmUp.at(), end(warmUp), null, null, warmUp)))
        .flatMap(one -> one).sorted(Comparator.comparing(Item::from)).toList();
    List<Session> sessions = new ArrayList<>();
    List<Item> open = new ArrayList<>();
    Instant end = Instant.MIN;
    for (Item item : items) {
      if (!open.isEmpty() && end.plus(pause).isBefore(item.from())) {
        sessions.add(of(open));
        open.clear();
      }
      end = open.isEmpty() || item.to().isAfter(end) ? item.to() : end;
      open.add(item);
    }
    if (!open.isEmpty()) {
      sessions.add(of(open));
    }
    return List.copyOf(sessions);
  }

  private static Session of(List<Item> items) {
    return new Session(items.stream().map(Item::set).filter(Objects::nonNull).toList(),
        items.stream().map(Item::lift).filter(Objects::nonNull).toList(),
        items.stream().map(Item::warmUp).filter(Objects::nonNull).toList());
  }

  private static Instant end(GeneralWarmUp warmUp) {
    return warmUp.at().plusMillis(Math.round(warmUp.durationS() * 1e3));
  }

  /// Begin of the first thing in it.
  public Instant startedAt() {
    return Stream.of(sets.stream().map(TrainedSet::startedAt), lifts.stream().map(UnmeasuredLift::at),
        warmUps.stream().map(GeneralWarmUp::at)).flatMap(one -> one).min(Comparator.naturalOrder()).orElseThrow();
  }

  /// End of the last thing in it.
  public Instant endedAt() {
    return Stream.of(sets.stream().map(TrainedSet::endedAt), lifts.stream().map(UnmeasuredLift::at),
        warmUps.stream().map(Session::end)).flatMap(one -> one).max(Comparator.naturalOrder()).orElseThrow();
  }

  /// Whether the time of every set in it is when it was lifted.
  public boolean isClockSynchronised() {
    return sets.stream().allMatch(TrainedSet::clockSynchronised);
  }
}
