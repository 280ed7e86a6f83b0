package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.ImuSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a configuration says about the bar, as the pipeline wants it.
final class BarSetups {
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
    return new BarSetup(mounts, levers, config.bar().facing(), usual.enteredLoadKg(), config.bar().massKg(),
        config.bar().outboardKg(), usual.gravityMps2());
  }
}
