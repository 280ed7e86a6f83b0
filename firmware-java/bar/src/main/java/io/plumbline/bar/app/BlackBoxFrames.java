package io.plumbline.bar.app;

import io.plumbline.bar.blackbox.RecordedFrames;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.sampling.FrameAssembler;
import io.plumbline.bar.sampling.SensorDecoder;
import io.plumbline.blackbox.BlackBoxHeader;

/// What the rows of a black box mean, by the configuration that it keeps.
public final class BlackBoxFrames {
  private BlackBoxFrames() {}

  /// Frames of a recording.
  ///
  /// @throws IllegalArgumentException where its configuration cannot be used, with one line for a person
  public static RecordedFrames of(BlackBoxHeader header) {
    try {
      BarConfig config = config(header);
      return new RecordedFrames(new FrameAssembler(new SensorDecoder(header.streams(), config)),
          BarSetups.of(config));
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static BarConfig config(BlackBoxHeader header) throws ConfigException {
    return new BarConfigReader().with("its configuration", header.configuration()).read();
  }
}
