package io.plumbline.simulator.scenario;

/// How much is usual and how much is allowed, in the unit of each kind of incident.
record IncidentSizes(double low, double high, double usual) {
  static IncidentSizes of(Incident.Kind kind) {
    return switch (kind) {
      case PLATE -> new IncidentSizes(-50, 50, 20);
      case ROLL -> new IncidentSizes(-1.5, 1.5, 0.3);
      case KICK -> new IncidentSizes(-40, 40, 8);
      case STEP -> new IncidentSizes(-1, 1, 0.35);
      case REGRIP -> new IncidentSizes(-90, 90, 20);
      case PHONE -> new IncidentSizes(0.01, 10, 0.5);
      case PLATE_DROPPED_NEARBY -> new IncidentSizes(0.1, 100, 6);
      case CARRY -> new IncidentSizes(-2, 2, 0.4);
    };
  }

  /// Whether it can happen while the bar lies in a rack.
  static boolean canBeRacked(Incident.Kind kind) {
    return kind == Incident.Kind.PLATE || kind == Incident.Kind.REGRIP || kind == Incident.Kind.PHONE;
  }

  /// Whether it can happen while the bar is in the hands.
  static boolean canBeHeld(Incident.Kind kind) {
    return kind == Incident.Kind.STEP || kind == Incident.Kind.REGRIP || kind == Incident.Kind.PHONE;
  }
}
