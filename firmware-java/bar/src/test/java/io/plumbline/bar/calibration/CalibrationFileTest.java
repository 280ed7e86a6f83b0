package io.plumbline.bar.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.BiasPoint;
import io.plumbline.core.calibration.GyroscopeCalibration;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.MountCalibration;
import io.plumbline.core.sample.BarSetup.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {
  private static final Instant DATE = Instant.parse("2026-11-21T20:00:00Z");

  @TempDir
  private Path folder = Path.of("");

  private static Calibration.Unit unit(String name, double x) {
    BiasPoint point = new BiasPoint(24.5, List.of(0.001, -2.0E-4, 0.003), 1.2e-5);
    return new Calibration.Unit(name,
        new Calibration.Dated<>(DATE,
            new AccelerometerCalibration(List.of(1.001, 0.002, 0.0, -0.003, 0.998, 0.0, 1.0E-5, 0.0, 1.0),
                List.of(0.02, -0.03, 0.04), List.of(1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4),
                List.of(3e-4, 3e-4, 3e-4), 2e-4, 5e-4, 16)),
        new Calibration.Dated<>(DATE, new Calibration.Gyroscope(
            new GyroscopeCalibration(List.of(0.001, -2e-4, 0.003), List.of(1e-5, 0.0, -1e-5), 24.5,
                List.of(3e-5, 3e-5, 3e-5), List.of(8e-5, 8e-5, 8e-5), 0, 0, 1),
            List.of(point))),
        new Calibration.Dated<>(DATE,
            new MountCalibration(new Mount(0.8, 0.6, 0, 0), List.of(1e-5, 1e-3, 1e-3), Double.NaN)),
        new Calibration.Dated<>(DATE,
            new Calibration.Lever(List.of(x, 0.01, -0.012), List.of(0.01, 3e-4, 3e-4), 0.01)));
  }

  private static Calibration.Side side(String name) {
    return new Calibration.Side(name, new Calibration.Dated<>(DATE,
        new LoadCellCalibration(List.of(4.4e6, 1e4, -2e4, 4.5e6), List.of(4e3, 1e3, 4e3, 1e3), List.of(1e-5, -2e-6),
            List.of(1e-8, 1e-8), 6.8, 0.01, 0.3, 0.9, 1046, Double.NaN, 0.99999, 10)));
  }

  private static Calibration whole() {
    return new Calibration("cal-1", "bar-1", DATE, "1.2", 9.81, new Calibration.Facing(DATE, -1, "rolled"),
        List.of(unit("left-imu", -0.65), unit("right-imu", 0.64)), List.of(side("left"), side("right")));
  }

  @Test
  void shouldReadBackTheSameWhenWritten() throws IOException, ConfigException {
    Path file = folder.resolve("deep").resolve("calibration.toml");
    CalibrationWriter.write(whole(), file);
    // NaN is left out and NaN again: records compare it as equal.
    assertEquals(whole(), CalibrationReader.read(file));
    CalibrationWriter.write(whole(), file);
    try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void shouldLeaveTheOldFileWhenTheNewOneCannotBeWritten() throws IOException {
    Path target = Files.createDirectory(folder.resolve("calibration.toml"));
    Files.writeString(target.resolve("in-the-way"), "x");
    assertThrows(IOException.class, () -> CalibrationWriter.write(whole(), target));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(target), files.toList());
    }
  }

  @Test
  void shouldRefuseOrBeWholeWhenCutAnywhere() {
    String text = CalibrationWriter.text(whole());
    for (int length = 0; length < text.length(); length += 17) {
      String cut = text.substring(0, length);
      try {
        Calibration read = CalibrationReader.parse("cut", cut);
        // Between two parts nothing is missing that belongs together.
        assertTrue(whole().units().containsAll(read.units()) || read.units().size() < 3, cut);
      } catch (ConfigException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith("cut"), e::getMessage);
      }
    }
  }

  @Test
  void shouldNamePlaceAndMendWhenSomethingIsWrong() {
    String text = CalibrationWriter.text(whole());
    assertTrue(
        refusal(text.replaceFirst("residual_mps2", "residul_mps2")).contains("unit[1].accelerometer.residual_mps2"));
    assertTrue(refusal(text + "\nnmae = 1\n").contains("did you mean 'name'?"));
    assertTrue(refusal(text.replaceFirst("version = 1", "version = 9")).contains("this build reads 1"));
    assertTrue(refusal(text.replaceFirst("0.8, 0.6", "0.9, 0.6")).contains("unit quaternion"));
    assertTrue(refusal(text.replaceFirst("1.001, 0.002", "10.01, 0.002")).contains("than any sensor is"));
    assertTrue(refusal(text.replace("right-imu", "left-imu")).contains("twice"));
    assertTrue(refusal(text.replaceFirst("2026-11-21", "2026-21-41")).contains("a time like"));
  }

  private static String refusal(String text) {
    return String
        .valueOf(assertThrows(ConfigException.class, () -> CalibrationReader.parse("file", text)).getMessage());
  }

  @Test
  void shouldPutItOverTheConfigurationWhenApplied() throws ConfigException {
    BarConfig plain = BarConfigReader.defaults();
    assertEquals(List.of(), plain.calibrationIds());
    BarConfig config = CalibratedConfig.apply(plain, whole(), "calibration.toml", false);
    BarConfig.Chip right = config.chips().stream().filter(chip -> chip.name().equals("right-imu")).findFirst()
        .orElseThrow();
    assertEquals(0.64, right.lever().xM());
    assertEquals(0.6, right.mount().x());
    assertEquals(1.001, right.correction().accelMatrix().getFirst());
    assertEquals(1e-5, right.correction().gyroRadpsPerC().getFirst());
    assertEquals(4.5e6, config.force().leftNPerRatio().get(3));
    assertEquals(-1, config.bar().facing());
    assertEquals(List.of("cal-1"), config.calibrationIds());
    assertTrue(config.settings().stream()
        .anyMatch(setting -> setting.key().equals("force.zero_ratio") && setting.origin().equals("calibration.toml")));
    // A black box keeps this text.
    BarConfig again = new BarConfigReader().with("black box", config.toToml()).read();
    assertEquals(config.chips(), again.chips());
    assertEquals(config.force(), again.force());
    assertEquals(1, CalibratedConfig.apply(plain, whole(), "calibration.toml", true).bar().facing());
  }

  @Test
  void shouldRefuseWhenItIsOfAnotherBarOrOtherCells() throws ConfigException {
    BarConfig other = new BarConfigReader().with("mine", "[bar]\nid = \"bar-2\"\n").read();
    ConfigException wrong = assertThrows(ConfigException.class,
        () -> CalibratedConfig.apply(other, whole(), "calibration.toml", false));
    assertTrue(String.valueOf(wrong.getMessage()).contains("'bar-1'"), wrong::getMessage);
    BarConfig single = new BarConfigReader().with("mine", "[force]\nlayout = \"single-plane\"\n").read();
    ConfigException cells = assertThrows(ConfigException.class,
        () -> CalibratedConfig.apply(single, whole(), "calibration.toml", false));
    assertTrue(String.valueOf(cells.getMessage()).contains("bridges"), cells::getMessage);
  }
}
