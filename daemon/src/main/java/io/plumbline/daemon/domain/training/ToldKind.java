package io.plumbline.daemon.domain.training;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of what people tell.
public enum ToldKind {
  CHECK_IN("check-in", "check-ins", CheckIn.class),
  UNMEASURED_LIFT("unmeasured-lift", "unmeasured-lifts", UnmeasuredLift.class),
  GENERAL_WARM_UP("general-warm-up", "general-warm-ups", GeneralWarmUp.class),
  ACCESSORY("accessory", "accessories", AccessoryEntry.class),
  MAX_TEST("max-test", "max-tests", MaxTest.class),
  MARK("mark", "marks", Mark.class),
  PROGRESSION("progression", "progressions", Progression.class),
  PLANNED_SESSION("planned-session", "planned-sessions", PlannedSession.class);

  private final String id;
  private final String plural;
  private final Class<? extends Told> type;

  ToldKind(String id, String plural, Class<? extends Told> type) {
    this.id = id;
    this.plural = plural;
    this.type = type;
  }

  /// As it is called in the database.
  public String id() {
    return id;
  }

  /// As it is called in URLs.
  public String plural() {
    return plural;
  }

  /// The record of this kind.
  public Class<? extends Told> type() {
    return type;
  }

  public static ToldKind of(Told told) {
    return Arrays.stream(values()).filter(kind -> kind.type.isInstance(told)).findFirst().orElseThrow();
  }

  public static Optional<ToldKind> fromId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
