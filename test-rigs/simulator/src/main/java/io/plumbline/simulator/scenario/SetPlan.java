package io.plumbline.simulator.scenario;

import java.util.List;

/// One set: plates on the bar, then reps and incidents in their order.
///
/// @param leftKg     plates on the left sleeve
/// @param rightKg    plates on the right sleeve
/// @param restBeforeS stillness before the first action
/// @param restAfterS  stillness after the last
public record SetPlan(double leftKg, double rightKg, double restBeforeS, double restAfterS, List<Action> actions) {
  public SetPlan {
    actions = List.copyOf(actions);
  }
}
