package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.ImuSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a configuration says about the bar, as the pipeline wants it.
final class BarSetups {
  /// Of a calibration that was done with known plates, not of numbers that a person wrote down.
  private static final Pattern OUR_CALIBRATION = Pattern.compile("cal-\\d{8}T\\d{6}Z");

  private BarSetups() {}

  static BarSetup of(BarConfig config) {
    BarSetup usual = BarSetup.DEFAULT;
    List<Mount> mounts = new ArrayList<>(usual.mounts());
    List<Lever> levers = new ArrayList<>(usual.levers());
    for (ImuSite site : ImuSite.values()) {
      String name = site.name().toLowerCase(Locale.ROOT) + "-imu";
      config.chips().stream().filter(chip -> chip.name().equals(name)).forEach(chip -> {
        mounts.set(site.ordinal(), chip.mount());
        levers.set(site.ordinal(), chip.lever());
      });
    }
    boolean weighed = OUR_CALIBRATION.matcher(config.force().calibrationId()).matches();
    return new BarSetup(mounts, levers, config.bar().facing(), usual.enteredLoadKg(), config.bar().massKg(),
        config.bar().outboardKg(), usual.gravityMps2(), weighed ? BarSetup.WEIGHED_GAIN_SD : usual.cellGainSd());
  }
}
