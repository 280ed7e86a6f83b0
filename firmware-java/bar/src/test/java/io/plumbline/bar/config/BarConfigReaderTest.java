package io.plumbline.bar.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.BarSetup.Lever;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarConfigReaderTest {
  private static BarConfig read(String text) throws ConfigException {
    return new BarConfigReader().with("my.toml", text).read();
  }

  @Test
  void shouldHaveFiveChipsWhenNothingIsSet() {
    BarConfig config = BarConfigReader.defaults();
    assertEquals(List.of("force", "left-imu", "right-imu", "left-high-g", "right-high-g"),
        config.chips().stream().map(BarConfig.Chip::name).toList());
    assertEquals(1_000_000, config.loop().periodNs());
    assertEquals(new Lever(0.65, 0, 0), config.chips().get(2).lever());
    assertTrue(config.settings().stream().allMatch(setting -> setting.origin().startsWith("default")));
  }

  @Test
  void shouldTakeTheUpperLayerWhenBothHaveAKey() throws ConfigException {
    BarConfig config = new BarConfigReader().with("a.toml", "[bar]\nid = \"kim\"\n")
        .with("b.toml", "[bar]\nid = \"lee\"\nmass_kg = 15.0\n").read();
    assertEquals("kim", config.bar().id());
    assertEquals(15, config.bar().massKg());
    Setting id = config.settings().stream().filter(setting -> setting.key().equals("bar.id")).findFirst().orElseThrow();
    assertEquals("a.toml:2", id.origin());
  }

  @Test
  void shouldBeQuietForEverythingButStopWhenNothingIsSet() {
    BarConfig.Cues cues = BarConfigReader.defaults().cues();
    for (LocalCue cue : LocalCue.values()) {
      BarConfig.Cue how = Objects.requireNonNull(cues.cues().get(cue));
      assertEquals(cue == LocalCue.STOP, how.buzzer(), cue.words());
      assertEquals(cue == LocalCue.STOP, how.led(), cue.words());
    }
  }

  @Test
  void shouldTakeBusLinesWhenNoChipHangsOnTheBus() throws ConfigException {
    BarConfig config = read("""
      [cues]
      buzzer_line = 19
      led_line = 0
      [[chip]]
      name = "left-imu"
      part = "ism330dhcx"
      bus = "i2c"
      bus_number = 1
      address = 0x6A
      """);
    assertEquals(19, config.cues().buzzerLine());
    assertEquals(0, config.cues().ledLine());
  }

  @Test
  void shouldReplaceAllChipsWhenAFileHasOne() throws ConfigException {
    BarConfig config = read(
        "[[chip]]\nname = \"left-imu\"\npart = \"ism330dhcx\"\nbus = \"i2c\"\nbus_number = 1\naddress = 0x6A\n");
    assertEquals(1, config.chips().size());
    assertEquals(0x6A, config.chips().getFirst().address());
    assertEquals(-1, config.chips().getFirst().dataReadyLine());
  }

  @Test
  void shouldSayTheSameAgainWhenItIsWrittenAndRead() throws ConfigException {
    BarConfig once = read("""
      [bar]
      facing = "-y"
      [[chip]]
      name = "left-imu"
      part = "icm-42688-p"
      bus = "spi"
      bus_number = 0
      address = 1
      mount = [0.7071068, 0.0, 0.7071068, 0.0]
      lever_m = [-0.6, 0.001, 1e-5]
      [cues]
      led_line = 26
      [cues.rep_counted]
      led = true
      pattern_ms = [20, 20, 20]
      """);
    assertEquals(new BarConfig.Cue(false, true, List.of(20, 20, 20)), once.cues().cues().get(LocalCue.REP_COUNTED));
    BarConfig again = new BarConfigReader().with("again", once.toToml()).read();
    assertEquals(once.bar(), again.bar());
    assertEquals(once.chips(), again.chips());
    assertEquals(once.force(), again.force());
    assertEquals(once.loop(), again.loop());
    assertEquals(once.recording(), again.recording());
    assertEquals(once.board(), again.board());
    assertEquals(once.cues(), again.cues());
  }

  @Test
  void shouldKeepTheLinkOutOfARecordingWhenItSaysUsersAndHosts() throws ConfigException {
    BarConfig once = read("version = 1\n[link]\nuser = \"kim\"\nbroker = \"ssl://gym.local\"\n");
    assertTrue(once.toToml().contains("gym.local"));
    assertTrue(!once.toRecordedToml().contains("gym.local") && !once.toRecordedToml().contains("[link]"));
    assertEquals(once.loop(), new BarConfigReader().with("again", once.toRecordedToml()).read().loop());
    assertEquals(once.link(), new BarConfigReader().with("again", once.toToml()).read().link());
  }

  /// A black box of an older version says neither its version nor today's names.
  @Test
  void shouldUnderstandTheOldNamesWhenATextIsOfAnOlderVersion() throws ConfigException {
    BarConfigReader reader = new BarConfigReader().with("old", "[recording]\nfile_mb = 7\ntotal_mb = 99\n");
    assertEquals(List.of(), reader.notices());
    BarConfig.Recording recording = reader.read().recording();
    assertEquals(7, recording.fileMib());
    assertEquals(99, recording.totalMib());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
    [bar]#mas_kg = 20.0                  | my.toml:2: there is no setting bar.mas_kg, did you mean 'mass_kg'?
    [baar]                               | my.toml:1: there is no setting baar, did you mean 'bar'?
    [bar]#mass_kg = 200.0                | my.toml:2: bar.mass_kg must be a number from 1.0 to 100.0, but is 200.0
    [bar]#mass_kg = nan                  | my.toml:2: bar.mass_kg must be a number from 1.0 to 100.0, but is NaN
    [bar]#mass_kg = "heavy"              | my.toml:2: bar.mass_kg must be a number from 1.0 to 100.0, but is the text "heavy"
    [loop]#wake = "data_ready"           | my.toml:2: loop.wake must be one of timer, data-ready, but is 'data_ready', did you mean 'data-ready'?
    [loop]#rate_hz = 10                  | my.toml:2: loop.rate_hz must be a whole number from 100 to 4000, but is 10
    [force]#gain = 33                    | my.toml:2: force.gain must be 1, 2, 4, 8, 16, 32, 64 or 128, but is 33
    [force]#zero_ratio = [0.0]           | my.toml:2: force.zero_ratio must be a list of 4 numbers
    [recording]#total_mib = 64           | my.toml:2: recording.total_mib must be at least twice file_mib (64), but is 64
    bar = 3                              | my.toml:1: bar is a table: write [bar]
    [chip]                               | my.toml:1: chip is a list of tables: write [[chip]]
    [cues]#buzzer_line = 54              | my.toml:2: cues.buzzer_line must be a whole number from -1 to 53, but is 54
    [cues]#led_line = "13"               | my.toml:2: cues.led_line must be a whole number from -1 to 53, but is the text "13"
    [cues]#led_line = 12                 | my.toml:2: cues.led_line is 12, which is taken by buzzer_line: take another line, or -1 for none
    [cues]#buzzer_line = 22              | my.toml:2: cues.buzzer_line is 22, which is taken by data-ready of force: take another line, or -1 for none
    [cues]#led_line = 10                 | my.toml:2: cues.led_line is 10, which is taken by SPI 0 with
    [cues]#led_line = 19                 | my.toml:2: cues.led_line is 19, which is taken by SPI 1 with right-imu: take another line, or -1 for none
    [cues]#led_line = 3                  | my.toml:2: cues.led_line is 3, which is taken by I2C 1 with
    [cues]#buzer_line = 5                | my.toml:2: there is no setting cues.buzer_line, did you mean 'buzzer_line'?
    [cues.stopp]#led = true              | my.toml:1: there is no setting cues.stopp, did you mean 'stop'?
    [cues.stop]#lamp = true              | my.toml:2: there is no setting cues.stop.lamp
    [cues.stop]#buzzer = "yes"           | my.toml:2: cues.stop.buzzer must be true or false, but is the text "yes"
    [cues]#stop = true                   | my.toml:2: cues.stop is a table: write [cues.stop]
    [cues.stop]#pattern_ms = []          | my.toml:2: cues.stop.pattern_ms must be a list of 1 to 64 whole numbers
    [cues.stop]#pattern_ms = 100         | my.toml:2: cues.stop.pattern_ms must be a list of 1 to 64 whole numbers
    [cues.stop]#pattern_ms = [100, 0]    | my.toml:2: cues.stop.pattern_ms must be a list of whole numbers from 1 to 10000, but holds 0
    [cues.stop]#pattern_ms = [1.5]       | my.toml:2: cues.stop.pattern_ms must be a list of whole numbers from 1 to 10000, but holds 1.5
    [bar                                 | my.toml:1: Unexpected end of input, expected ]
    """)
  void shouldNamePlaceReasonAndMendWhenItIsWrong(String text, String expected) {
    ConfigException refused = assertThrows(ConfigException.class, () -> read(text.replace('#', '\n')));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(expected), message);
    assertEquals(1, message.lines().count(), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
    name = "left-imu"#part = "adxl375"#bus = "i2c"#bus_number = 1#address = 0x53   | 'adxl375' is no chip for left-imu
    name = "force"#part = "ads131m04"#bus = "i2c"#bus_number = 1#address = 0x53    | must be spi: the ADS131M04 has no I2C
    name = "left-imu"#part = "icm-42688-p"#bus = "spi"#bus_number = 0#address = 9  | must be a whole number from 0 to 3, but is 9
    name = "left-imu"#part = "icm42688p"#bus = "spi"#bus_number = 0#address = 1    | did you mean 'icm-42688-p'?
    name = "left-imu"#part = "icm-42688-p"#bus = "spi"#bus_number = 0              | chip[1].address is missing
    name = "left-imu"#part = "icm-42688-p"#bus = "spi"#bus_number = 0#address = 1#mount = [1.0, 1.0, 0.0, 0.0] | must be a unit quaternion
    """)
  void shouldRefuseAChipWhenItCannotBe(String text, String expected) {
    ConfigException refused = assertThrows(ConfigException.class, () -> read("[[chip]]\n" + text.replace('#', '\n')));
    assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused.getMessage());
  }

  @Test
  void shouldRefuseTwoChipsWhenTheyAreAtOnePlace() {
    String chip = "[[chip]]\nname = \"%s\"\npart = \"icm-42688-p\"\nbus = \"spi\"\nbus_number = 0\naddress = 1\n";
    ConfigException refused = assertThrows(ConfigException.class,
        () -> read(chip.formatted("left-imu") + chip.formatted("right-imu")));
    assertEquals("my.toml:12: chip[2].address is taken by another chip on the same bus", refused.getMessage());
  }

  @Test
  void shouldSayWhatToDoWhenTheFileIsMissing(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bar.toml");
    ConfigException missing = assertThrows(ConfigException.class, () -> new BarConfigReader().with(file));
    assertTrue(String.valueOf(missing.getMessage())
        .endsWith("no such file; plumbline bar --print-config shows what one can hold"));
    Files.write(file, new byte[]{(byte) 0xC3, 0x28});
    ConfigException binary = assertThrows(ConfigException.class, () -> new BarConfigReader().with(file));
    assertEquals(file + ": is no UTF-8 text", binary.getMessage());
    assertThrows(ConfigException.class, () -> new BarConfigReader().with(folder));
  }
}
