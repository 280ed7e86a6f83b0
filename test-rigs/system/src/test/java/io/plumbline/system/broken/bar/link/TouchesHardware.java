package io.plumbline.system.broken.bar.link;

import com.fazecast.SerialStandIn;
import com.pi4j.StandIn;
import io.plumbline.system.broken.demo.Rig;
import java.lang.foreign.Arena;
import java.util.List;

final class TouchesHardware {
  List<Class<?>> hardware() {
    return List.of(StandIn.class, SerialStandIn.class, Arena.class, Rig.class);
  }
}
