package io.plumbline.drivers.loadcell;

import io.plumbline.core.raw.RawStream;

/// Where a bridge is read and what it reads without load.
///
/// @param stream  of which its channel is; in V/V, or in V where the excitation is measured by another channel
/// @param channel index in that stream
/// @param zero    reading without load, in the unit of the channel
public record Bridge(RawStream stream, int channel, double zero) {
  public Bridge {
    if (channel < 0 || channel >= stream.channels().size()) {
      throw new IllegalArgumentException(
          stream.name() + " has channels 0 to " + (stream.channels().size() - 1) + ", but a bridge names " + channel);
    }
    if (!Double.isFinite(zero)) {
      throw new IllegalArgumentException(stream.name() + ": the zero of bridge " + channel + " is no number");
    }
  }
}
