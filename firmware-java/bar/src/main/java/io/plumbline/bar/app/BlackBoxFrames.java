package io.plumbline.bar.app;

import io.plumbline.bar.blackbox.FrameAssembly;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.sampling.FrameAssembler;
import io.plumbline.bar.sampling.SensorDecoder;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.Set;

/// What the rows of a black box mean, by the configuration that it keeps.
public final class BlackBoxFrames {
  private BlackBoxFrames() {}

  /// Frames of a recording.
  ///
  /// @throws IllegalArgumentException where its configuration cannot be used, with one line for a person
  public static FrameAssembly of(BlackBoxHeader header) {
    try {
      BarConfig config = config(header);
      SensorDecoder decoder = new SensorDecoder(header.streams(), config.force());
      return new Frames(BarSetups.of(config), decoder.channels(), new FrameAssembler(decoder));
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static BarConfig config(BlackBoxHeader header) throws ConfigException {
    return new BarConfigReader().with("its configuration", header.configuration()).read();
  }

  private record Frames(BarSetup setup, Set<Channel> channels, FrameAssembler assembler) implements FrameAssembly {
    @Override
    public void accept(RawBatch batch) {
      assembler.accept(batch);
    }

    @Override
    public void end() {
      assembler.end();
    }

    @Override
    public boolean next(SensorFrame frame) {
      return assembler.next(frame);
    }
  }
}
