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
        ? nothing("No true max test within a year.")
        : tests.stream().map(MaxTest::exercise).distinct()
            .map(exercise -> judge(view, exercise, tests.stream().filter(test -> test.exercise() == exercise).toList()))
            .toList();
  }

  private CoachFinding judge(View view, Exercise exercise, List<MaxTest> tests) {
    double limit = view.get(RuleNumber.YEAR_MAX_TESTS);
    double count = tests.size();
    String said = Words.count(tests.size(), "true max test") + " of the " + Words.name(exercise) + " within a year";
    if (count <= limit) {
      return quiet(count, limit, "tests", said + ".");
    }
    return finding(CoachFinding.Level.FLAG, count, limit, "tests",
        tests.stream().map((MaxTest test) -> Basis.of(test)).toList(), said
            + "; 1 or 2 are usual, and the estimate from velocity needs none.");
  }
}
