package io.plumbline.drivers.ads131m04;

import static io.plumbline.drivers.ads131m04.Registers.*;

import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ads131m04.Ads131m04Config.Channel;
import io.plumbline.drivers.ads131m04.Ads131m04Config.Use;
import io.plumbline.drivers.polled.Settings;
import java.util.ArrayList;
import java.util.List;

/// What a configuration means: settings to be written, channels of the rows.
final class Tables {
  // Section 1: clips at the ends of 24 bits.
  private static final int MOST = (1 << 23) - 2;

  private Tables() {}

  static RawStream stream(int number, String name, Ads131m04Config config) {
    List<RawChannel> channels = new ArrayList<>();
    for (int i = 0; i < Ads131m04Config.CHANNELS; i++) {
      Channel channel = config.channels().get(i);
      double volts = config.voltsPerCount(i);
      if (channel.use() == Use.BRIDGE) {
        channels.add(new RawChannel("c" + i, "V/V", volts / config.excitationV(), 0, -MOST - 1, MOST));
      } else if (channel.use() == Use.VOLTAGE) {
        channels.add(new RawChannel("c" + i, "V", volts, 0, -MOST - 1, MOST));
      }
    }
    return new RawStream(number, name, RawStream.Kind.FORCE, "ADS131M04", config.rateHz(), channels);
  }

  /// Which of the chip's channels a row's channels are.
  static int[] used(Ads131m04Config config) {
    int[] used = new int[Ads131m04Config.CHANNELS];
    int size = 0;
    for (int i = 0; i < used.length; i++) {
      if (config.channels().get(i).use() != Use.OFF) {
        used[size++] = i;
      }
    }
    return java.util.Arrays.copyOf(used, size);
  }

  /// Section 7, steps 3 to 5. Offset and gain of the chip's own calibration stay as after reset, so that counts stay comparable.
  static Settings settings(Ads131m04Config config) {
    int enabled = 0;
    int gains = 0;
    for (int i = 0; i < Ads131m04Config.CHANNELS; i++) {
      Channel channel = config.channels().get(i);
      enabled |= channel.use() == Use.OFF ? 0 : 1 << i;
      gains |= gainCode(channel.gain()) << (4 * i);
    }
    Settings.Builder table = new Settings.Builder()
        .set(MODE, MODE_PLAIN | MODE_RX_CRC | (config.registerCrc() ? MODE_REGISTER_CRC : 0))
        .set(CLOCK, (enabled << 8) | (rateCode(config.rateHz()) << 2) | CLOCK_POWER, 0x0F3F).set(GAIN, gains)
        .set(CFG, CFG_RESET);
    for (int i = 0; i < Ads131m04Config.CHANNELS; i++) {
      int first = CHANNEL_CFG + CHANNEL_STEP * i;
      table.set(first, MUX_PINS).set(first + 1, 0).set(first + 2, 0).set(first + 3, GAIN_CAL_RESET).set(first + 4, 0);
    }
    return table.build();
  }
}
