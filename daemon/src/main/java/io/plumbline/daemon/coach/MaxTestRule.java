package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.MaxTest;
import java.util.List;

/// True tests of the max within a year, each lift for itself.
final class MaxTestRule extends Rule {
  private static final int YEAR_DAYS = 365;

  MaxTestRule() {
    super("max-tests", CoachFinding.About.STRENGTH, RuleNumber.YEAR_MAX_TESTS);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<MaxTest> tests = view.history.maxTests().stream().filter(test -> view.daysSince(test.at()) < YEAR_DAYS)
        .toList();
    return tests.isEmpty()
        ? nothing(view.say("max-tests.none"))
        : tests.stream().map(MaxTest::exercise).distinct()
            .map(exercise -> judge(view, exercise, tests.stream().filter(test -> test.exercise() == exercise).toList()))
            .toList();
  }

  private CoachFinding judge(View view, Exercise exercise, List<MaxTest> tests) {
    double limit = view.get(RuleNumber.YEAR_MAX_TESTS);
    double count = tests.size();

    if (count <= limit) {
      return quiet(count, limit, "tests", view.say("max-tests.few", tests.size(), exercise));
    }
    return finding(CoachFinding.Level.FLAG, count, limit, "tests",
        tests.stream().map((MaxTest test) -> Basis.of(test)).toList(),
        view.say("max-tests.many", tests.size(), exercise));
  }
}
