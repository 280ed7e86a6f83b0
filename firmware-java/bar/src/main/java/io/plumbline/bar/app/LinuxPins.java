package io.plumbline.bar.app;

import com.pi4j.provider.Provider;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.pi4j.linux.LinuxIoConfig;
import io.plumbline.pi4j.linux.LinuxPlugin;
import org.jspecify.annotations.Nullable;

/// The pins of this computer.
public final class LinuxPins implements Pins {
  @Override
  public String configuration() {
    return "";
  }

  @Override
  public Provider<?, ?, ?>[] providers(BarConfig config) {
    LinuxIoConfig io = LinuxIoConfig.raspberryPi().withDeviceFolder(config.board().devices())
        .withFallingLines(ChipRack.fallingLines(config));
    String label = config.board().gpioLabel();
    return LinuxPlugin.providers(label.isEmpty() ? io : io.withGpioChipLabel(label));
  }

  @Override
  public Info.Mode mode() {
    return Info.Mode.LIVE;
  }

  @Override
  public Exercise exercise() {
    return Exercise.UNKNOWN;
  }

  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public @Nullable StepClock clock() {
    return null;
  }

  @Override
  public void close() {
    // Pi4J's context holds what is open.
  }
}
