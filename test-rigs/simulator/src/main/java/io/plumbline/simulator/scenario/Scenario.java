package io.plumbline.simulator.scenario;

import java.util.List;

/// All that is simulated, fully resolved: fatigue, load–velocity line and defaults are already worked into each rep.
///
/// @param name    id of a named scenario, or the file's name
/// @param purpose one line that says what it is for
/// @param seed    of every random draw, used where the caller gives none
/// @param sets    in order, at least one
public record Scenario(String name, String purpose, Exercise exercise, long seed, Place place, Bar bar, Body body,
    List<SetPlan> sets, SensorPlan sensors) {
  public Scenario {
    sets = List.copyOf(sets);
  }
}
