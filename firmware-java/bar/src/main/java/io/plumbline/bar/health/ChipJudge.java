package io.plumbline.bar.health;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with the chips: who is silent, who failed its self-test, whether anything can be measured with the others.
final class ChipJudge {
  /// A chip that restarts is set up again in less.
  private static final long SILENT_NS = 1_000_000_000L;
  private static final String MEND = "'plumbline bar check' looks closer";

  private final List<Latch> silences = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  List<Problem> look(List<Signs.Chip> chips, long nowNs) {
    if (chips.isEmpty()) {
      return List.of(new Problem("chips", true, "no chip is configured", "put [[chip]] tables into the configuration"));
    }
    List<Problem> problems = new ArrayList<>();
    List<Signs.Chip> silent = new ArrayList<>();
    for (int i = 0; i < chips.size(); i++) {
      Signs.Chip chip = chips.get(i);
      if (isSilent(i, chip, nowNs)) {
        silent.add(chip);
        problems.add(new Problem(chip.name(), false, reason(i, chip), MEND));
      }
      SelfTestResult test = chip.test();
      if (test != null && !test.passed()) {
        problems.add(new Problem(chip.name() + " self-test", false,
            chip.name() + " failed its self-test: " + test.detail(),
            MEND + "; where it fails again while the bar lies still, change the chip"));
      }
    }
    if (chips.stream().noneMatch(chip -> chip.inertial() && !silent.contains(chip))) {
      String who = silent.size() == chips.size() ? "no chip" : "no inertial sensor";
      problems.addFirst(new Problem("inertial", true, who + " gives samples, so nothing is measured",
          "is the sensors' cable plugged in? " + MEND));
    }
    return problems;
  }

  private boolean isSilent(int index, Signs.Chip chip, long nowNs) {
    while (silences.size() <= index) {
      silences.add(new Latch(SILENT_NS, SILENT_NS));
      complaints.add("");
    }
    // A test that somebody asked for is no fault.
    return silences.get(index).look(chip.state() != ChipState.RUNNING && chip.state() != ChipState.TESTING, nowNs);
  }

  /// The last complaint, for it is over before the silence counts as over.
  private String reason(int index, Signs.Chip chip) {
    if (!chip.complaint().isEmpty()) {
      complaints.set(index, chip.complaint());
    }
    return chip.name() + ": " + complaints.get(index);
  }
}
