package io.plumbline.bar.blackbox;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is known about bar, sensors and lifter, in the words of the recording format.
final class SetupMetadata {
  private SetupMetadata() {}

  /// Keys and values; what is not known, and sensors that are not there, are left out.
  static Map<String, String> of(BarSetup setup, Set<Channel> channels) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (Double.isFinite(setup.enteredLoadKg())) {
      metadata.put("load_kg", String.valueOf(setup.enteredLoadKg()));
    }
    metadata.put("bar_kg", String.valueOf(setup.barKg()));
    metadata.put("outboard_kg", String.valueOf(setup.outboardKg()));
    if (setup.facing() != 0) {
      metadata.put("facing", setup.facing() > 0 ? "+1" : "-1");
    }
    for (ImuSite site : ImuSite.values()) {
      if (channels.contains(Channel.values()[site.firstChannel()])) {
        String name = site.name().toLowerCase(Locale.ROOT);
        Mount mount = setup.mounts().get(site.ordinal());
        Lever lever = setup.levers().get(site.ordinal());
        metadata.put("mount_" + name, mount.w() + " " + mount.x() + " " + mount.y() + " " + mount.z());
        metadata.put("lever_" + name, lever.xM() + " " + lever.yM() + " " + lever.zM());
      }
    }
    return metadata;
  }
}
