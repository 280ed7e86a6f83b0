package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// A session as the rules see it.
///
/// @param work by time
/// @param day  on which it began, where the athlete is
record Bout(Session session, List<Work> work, LocalDate day) {
  Instant startedAt() {
    return session.startedAt();
  }

  Instant endedAt() {
    return session.endedAt();
  }

  /// Whether every time in it is when it was lifted.
  boolean timeKnown() {
    return session.isClockSynchronised();
  }

  /// Whether more may come.
  boolean openAt(Instant now) {
    return !endedAt().plus(Session.USUAL_PAUSE).isBefore(now);
  }

  /// Working sets of lifts that load the lower back.
  List<Work> backWork() {
    return work.stream().filter(one -> one.working() && one.loadsBack()).toList();
  }

  /// Of one lift.
  List<Work> of(Exercise exercise) {
    return work.stream().filter(one -> one.exercise() == exercise).toList();
  }

  /// What is known of the lower back's volume, warm-up included.
  double lumbarKg(Settings settings) {
    return work.stream().mapToDouble(one -> one.lumbarKg(settings).orElse(0)).sum();
  }

  /// Where its times stand for.
  List<Basis> basis() {
    return work.stream().filter(Work::loadsBack).map(Work::basis).toList();
  }

  /// From the end of another to the begin of this, as time passes, whatever clocks on walls did.
  double restAfterH(Bout earlier) {
    return Duration.between(earlier.endedAt(), startedAt()).toSeconds() / 3600.0;
  }

  /// The heaviest of some work, 0 where no load is known.
  static double heaviestKg(List<Work> work) {
    return work.stream().map(Work::loadKg).filter(Objects::nonNull).mapToDouble(kg -> kg).max().orElse(0);
  }
}
