package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.ImuSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

  /// The same in the words of the recording format, for an export.
  static Map<String, String> metadata(BarConfig config) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("bar_kg", String.valueOf(config.bar().massKg()));
    metadata.put("outboard_kg", String.valueOf(config.bar().outboardKg()));
    if (config.bar().facing() != 0) {
      metadata.put("facing", config.bar().facing() > 0 ? "+1" : "-1");
    }
    for (BarConfig.Chip chip : config.chips()) {
      if (chip.name().endsWith("-imu")) {
        String site = chip.name().substring(0, chip.name().indexOf('-'));
        Mount mount = chip.mount();
        Lever lever = chip.lever();
        metadata.put("mount_" + site, mount.w() + " " + mount.x() + " " + mount.y() + " " + mount.z());
        metadata.put("lever_" + site, lever.xM() + " " + lever.yM() + " " + lever.zM());
      }
    }
    return metadata;
  }
}
