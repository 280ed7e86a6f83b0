package io.plumbline.daemon.domain.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everything that is planned for an athlete, past and to come.
///
/// @param sessions by day
public record Plan(List<PlannedSession> sessions) {
  /// Nothing is planned.
  public static final Plan NONE = new Plan(List.of());

  public Plan {
    sessions = sessions.stream()
        .sorted(Comparator.comparing(PlannedSession::on).thenComparing(PlannedSession::id)).toList();
  }

  /// The next session, that of the day included.
  public Optional<PlannedSession> next(LocalDate from) {
    return sessions.stream().filter(session -> !session.on().isBefore(from)).findFirst();
  }
}
