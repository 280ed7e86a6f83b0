package io.plumbline.bar.blackbox;

import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.Set;

/// Makes frames of raw rows: counts become SI values of channels, and rows of one instant become one frame. May hold rows back until it
/// knows that nothing older comes.
public interface FrameAssembly {
  /// Makes assemblies.
  @FunctionalInterface
  interface Factory {
    /// An assembly for the streams, configuration and calibration of a recording.
    ///
    /// @throws IllegalArgumentException where no frames can be made of them; the message is one line for a person
    FrameAssembly of(BlackBoxHeader header);
  }

  /// What its frames may hold.
  Set<Channel> channels();

  /// Takes rows. Their batch must not change until [#next] has returned false.
  void accept(RawBatch batch);

  /// No more rows come: what was held back can be given.
  void end();

  /// Fills the frame with the next instant, later than the one before.
  ///
  /// @return false where there is none (yet)
  boolean next(SensorFrame frame);
}
