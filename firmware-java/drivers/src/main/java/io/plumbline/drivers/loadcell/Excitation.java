package io.plumbline.drivers.loadcell;

import io.plumbline.core.raw.RawStream;

/// A channel that measures the supply of the bridges through a divider. With it, readings in V/V that were made with the nominal supply are
/// corrected for the true one.
///
/// @param stream   of which the channel is, in V
/// @param channel  index in that stream
/// @param divider  supply over what the channel sees: 4 for 1:3
/// @param nominalV supply that the stream's V/V were made with
/// @param lowestV  below this the supply has failed and forces are unknown
public record Excitation(RawStream stream, int channel, double divider, double nominalV, double lowestV) {
  public Excitation {
    if (channel < 0 || channel >= stream.channels().size() || !stream.channels().get(channel).unit().equals("V")) {
      throw new IllegalArgumentException(
          stream.name() + ": the excitation must be measured by a channel in V; set the use of channel " + channel
              + " to VOLTAGE");
    }
    if (!(divider > 0 && nominalV > 0 && lowestV > 0 && lowestV < nominalV)) {
      throw new IllegalArgumentException(
          stream.name() + ": divider and nominal excitation must be above 0, and the lowest below the nominal");
    }
  }
}
