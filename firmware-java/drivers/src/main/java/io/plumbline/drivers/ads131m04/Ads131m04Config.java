package io.plumbline.drivers.ads131m04;

import java.util.List;

/// How an ADS131M04 is set up.
///
/// @param rateHz          samples a second with a clock of 8.192 MHz: 250, 500, 1000, 2000 or 4000
/// @param channels        the four channels, in order
/// @param excitationV     supply of the bridges; at gain 8 and above at most 2.9 V, for a bridge sits at half of it and that must stay 1.8 V
///                        below a 3.3 V supply
/// @param registerCrc     lets the chip watch its own settings and tell at once
public record Ads131m04Config(int rateHz, List<Channel> channels, double excitationV, boolean registerCrc) {
  /// What hangs on a channel.
  ///
  /// @param use  what it is for
  /// @param gain 1 to 128 in powers of two; above 32 there is no lower noise
  public record Channel(Use use, int gain) {
    public Channel {
      Registers.gainCode(gain);
    }
  }

  /// What a channel is for.
  public enum Use {
    /// A bridge: its rows are in V/V.
    BRIDGE,
    /// A voltage, such as a divided excitation: its rows are in V.
    VOLTAGE,
    /// Nothing: it is switched off and has no rows.
    OFF
  }

  /// Four bridges at gain 32 and 2.5 V, 1 kHz.
  public static final Ads131m04Config DEFAULT = new Ads131m04Config(1000,
      List.of(new Channel(Use.BRIDGE, 32), new Channel(Use.BRIDGE, 32), new Channel(Use.BRIDGE, 32),
          new Channel(Use.BRIDGE, 32)),
      2.5, true);

  /// Channels of the chip.
  static final int CHANNELS = 4;

  private static final double HIGHEST_COMMON_MODE_V = 1.45;

  public Ads131m04Config {
    Registers.rateCode(rateHz);
    channels = List.copyOf(channels);
    if (channels.size() != CHANNELS) {
      throw new IllegalArgumentException("an ADS131M04 has 4 channels, but " + channels.size() + " are given");
    }
    if (channels.stream().allMatch(channel -> channel.use() == Use.OFF)) {
      throw new IllegalArgumentException("all channels of the ADS131M04 are off: switch one on");
    }
    if (!(excitationV > 0)) {
      throw new IllegalArgumentException("the excitation must be above 0 V, but is " + excitationV);
    }
    for (Channel channel : channels) {
      if (channel.use() == Use.BRIDGE && channel.gain() >= 8 && excitationV / 2 > HIGHEST_COMMON_MODE_V) {
        throw new IllegalArgumentException("a bridge at " + excitationV + " V sits at " + excitationV / 2
            + " V, too high for gain " + channel.gain() + " with a 3.3 V supply: take 2.5 V, or a gain of 4 or less");
      }
    }
  }

  /// V a count of a channel, section 1.
  double voltsPerCount(int channel) {
    return 2.4 / channels.get(channel).gain() / (1 << 24);
  }
}
