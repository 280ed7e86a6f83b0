package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioErrorsTest {
  @TempDir
  private Path folder = Path.of("");

  private static String refusal(String text) {
    String message = String.valueOf(assertThrows(ScenarioException.class, () -> Toml.read(text)).getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
    [rep];romm = 0.5                                  | test.toml:4: unknown key 'romm' in [rep]; nearest: 'rom_m'
    [rep];slack.tension = 0.5                         | test.toml:4: unknown key 'slack.tension' in [rep]; nearest: 'slack.tension_s'
    [rep.slack];stile = "calm"                        | test.toml:4: unknown key 'slack.stile' in [rep]; nearest: 'slack.style'
    sed = 4                                           | test.toml:3: unknown key 'sed' at the top of the file; nearest: 'seed'
    [lace];floor = "iron"                             | test.toml:3: unknown key 'lace' at the top of the file; nearest: 'place'
    [sensors.left.gyro];scale_sd = 0                  | test.toml:3: unknown key 'gyro' in [sensors.left]; nearest:
    [rep];rom_m = "high"                              | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is "high"
    [rep];rom_m = 5                                   | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is 5
    [rep];rom_m = nan                                 | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is nan
    [rep];rom_m = -inf                                | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is -infinity
    [rep];rom_m = 2026-11-21                          | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is 2026-11-21
    [rep];rom_m = [0.5]                               | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is [ 0.5 ]
    [rep];rom_m.low = 1                               | test.toml:4: 'rom_m' must be a number from 0.03 to 1.2 m, but is a table
    [rep];slack = 0.7                                 | test.toml:4: 'slack' is a table of keys, such as 'slack.style'
    [rep];rom_m = 0.5;rom_m = 0.6                     | test.toml:5: rom_m previously defined at line 4
    [rep];rom_m =                                     | test.toml:4: Unexpected
    [rep];"slack.style" = "jerked" | test.toml:4: the key "slack.style" is one word in its quotes: write it without them
    rep = 4                                           | test.toml:3: 'rep' must be one table: write [rep]
    [[rep]];rom_m = 0.5                               | test.toml:3: 'rep' must be one table: write [rep]
    seed = 1.5                                        | test.toml:3: 'seed' must be a whole number from 0 to 999999999999999, but is 1.5
    seed = -1                                         | test.toml:3: 'seed' must be a whole number from 0 to 999999999999999, but is -1
    [place];floor = "rubbr"                           | test.toml:4: 'floor' must be one of "rubber", "iron", but is "rubbr"; nearest: "rubber"
    [sensors];shared_clock = "yes"                    | test.toml:4: 'shared_clock' must be true or false, but is "yes"
    [sensors];imus = ["left", "left"]                 | test.toml:4: 'imus' must be a list of any of "left", "right", "centre", each once, but is
    [sensors];imus = ["top"]                          | test.toml:4: 'imus' must be a list of
    [sensors];imus = [];force.fitted = false          | test.toml:4: no inertial unit and no load cell
    [[sensors.fault]];kind = "dead"                   | test.toml:3: 'sensor' is missing in [sensors.fault]
    [[sensors.fault]];kind = "dead";sensor = "centre";from_s = 1 | test.toml:5: the sensor "centre" is not fitted in this scenario
    [[sensors.fault]];kind = "dead";sensor = "left";from_s = 2;until_s = 1 | test.toml:7: 'until_s' must be later than 'from_s'
    [rep];sticking = 0.5;peak_at = 0.5;sticking_at = 0.4 | set 1, rep 1: sticking_at (0.4) must be at least 0.05 later than peak_at
    [rep];mean_velocity_mps = 2.5                     | rep 1: mean_velocity_mps (2.5) times peak_to_mean
    """)
  void shouldNameLineKeyAndMendWhenALineIsWrong(String lines, String expected) {
    String message = refusal(Toml.HEAD + lines.replace(";", "\n") + "\n" + Toml.SET);
    assertTrue(message.contains(expected), message);
    assertTrue(message.startsWith("test.toml:"), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
    [[set]]                                           | test.toml:4: a set needs either 'load_kg' (bar and plates) or both
    [[set]];load_kg = 100;left_kg = 40                | test.toml:4: a set needs either 'load_kg' (bar and plates) or both
    [[set]];left_kg = 40                              | test.toml:4: a set needs either 'load_kg' (bar and plates) or both
    [[set]];left_kg = 60;right_kg = 0                 | test.toml:4: set 1: no hands hold a bar with 60 kg on the left and 0 kg on the right
    [[set]];load_kg = 15                              | test.toml:4: 'load_kg' is 15 kg, less than the bar's 20 kg
    [[set]];load_kg = 100;reps = 0                    | test.toml:4: set 1 has neither reps nor incidents
    [[set]];load_kg = 100;reps = 5.0                  | test.toml:6: 'reps' must be a whole number
    [set];load_kg = 100                               | test.toml:4: 'set' must be a list of tables: write [[set]]
    set = [1, 2]                                      | test.toml:4: 'set' must be a list of tables: write [[set]]
    set = []                                          | test.toml: there is no [[set]]: a scenario needs at least one
    [[set]];load_kg = 100;[[set.single]]              | test.toml:6: 'number' is missing in [set.single]
    [[set]];load_kg = 100;[[set.single]];number = 6   | test.toml:7: there is no rep 6 in a set of 5
    [[set]];load_kg = 100;[[set.single]];number = 2;[[set.single]];number = 2 | test.toml:9: rep 2 has a [[set.single]] already
    [[set]];load_kg = 100;[[set.incident]];kind = "rolls" | test.toml:7: 'kind' must be one of
    [[set]];load_kg = 100;[[set.incident]];kind = "roll";size = 3 | test.toml:8: 'size' of a roll must be from -1.5 to 1.5 m and not 0, but is 3
    [[set]];left_kg = 20;right_kg = 20;[[set.incident]];kind = "plate";side = "left";size = -40 | test.toml:4: set 1: 40 kg cannot come off the left: there is less on it
    [bar];outboard_kg = 9.5;[[set]];load_kg = 100 | test.toml:5: 'outboard_kg' of 9.5 kg a side leaves less than 1.5 kg
    [rep];path.drift_at = 1;[[set]];load_kg = 100 | test.toml:5: 'path.drift_at' must be a number from 0.05 to 0.95
    [rep];slack.style = "hurried";slack.plateau_s = 0.5;[[set]];load_kg = 100 | slack.plateau_s needs a slack.plateau above 0
    [[set]];load_kg = 100;[[set.incident]];kind = "roll";size = 0 | test.toml:8: 'size' of a roll must be
    [[set]];load_kg = 100;[[set.incident]];kind = "step" | test.toml:7: between reps of a deadlift-conventional the bar lies on the floor
    [[set]];load_kg = 100;[[set.incident]];kind = "kick";after_rep = 9 | test.toml:8: there is no rep 9 in a set of 5
    """)
  void shouldNameLineAndReasonWhenASetIsWrong(String lines, String expected) {
    String message = refusal(Toml.HEAD + "\n" + lines.replace(";", "\n") + "\n");
    assertTrue(message.contains(expected), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    rep.descent.kind = "dropped"             | a squat is lowered
    rep.outcome.kind = "no-lift-off"         | a squat cannot end as "no-lift-off"
    rep.outcome.kind = "hitched"             | a squat cannot end as "hitched"
    """)
  void shouldRefuseWhatTheExerciseCannotHave(String line, String expected) {
    String message = refusal("purpose = \"test\"\nexercise = \"squat\"\n" + line + Toml.SET);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void shouldRefuseAPlateOnTheBackWhenTheBarIsHeld() {
    String message = refusal("purpose = \"test\"\nexercise = \"squat\"\n" + Toml.SET
        + "\n[[set.incident]]\nkind = \"plate\"\nafter_rep = 1\n");
    assertTrue(message.contains("the bar is held, so a plate"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"roll", "carry", "kick", "plate-dropped-nearby"})
  void shouldRefuseWhatNeedsTheFloorWhenTheBarLiesInARack(String kind) {
    String message = refusal("purpose = \"test\"\nexercise = \"squat\"\n" + Toml.SET
        + "\n[[set.incident]]\nkind = \"" + kind + "\"\n");
    assertTrue(message.contains("the bar lies in a rack: no " + kind), message);
  }

  @Test
  void shouldNameWhatIsMissingWhenTheFileIsEmpty() {
    assertEquals("test.toml: 'purpose' is missing: one line that says what it is for (text)", refusal(""));
    assertTrue(refusal("purpose = \"a\\nb\"\n").contains("'purpose' must be one line of text"));
    assertTrue(refusal("purpose = \"a\"\n").contains("'exercise' is missing"));
    assertTrue(refusal(Toml.HEAD).contains("there is no [[set]]"));
  }

  private String loading(Path file) {
    return String.valueOf(assertThrows(ScenarioException.class, () -> Scenarios.load(file)).getMessage());
  }

  @Test
  void shouldTellInOneLineWhenTheFileIsNoScenario() throws IOException {
    Path file = folder.resolve("a.toml");
    assertEquals(file + ": no such file", loading(file));
    assertEquals(folder + ": is a folder, not a scenario file", loading(folder));
    Files.write(file, new byte[]{'a', 0, 'b'});
    assertEquals(file + ": is no UTF-8 text", loading(file));
    Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe, 'b'});
    assertEquals(file + ": is no UTF-8 text", loading(file));
    Files.writeString(file, "#".repeat((1 << 20) + 1));
    assertEquals(file + ": more than 1 MB, which no scenario file is", loading(file));
    Files.writeString(file, "\uFEFF" + Toml.HEAD.replace("\n", "\r\n") + "x = 1\r\n");
    assertTrue(loading(file).startsWith(file + ":3: unknown key 'x'"), loading(file));
  }

  @Test
  void shouldNameTheNearestWhenThereIsNoSuchScenario() {
    ScenarioException refused = assertThrows(ScenarioException.class, () -> Scenarios.named("slack-jerkt"));
    assertEquals("no scenario is named 'slack-jerkt'; nearest: 'slack-jerked'", refused.getMessage());
    assertThrows(ScenarioException.class, () -> Scenarios.named("../scenarios/squat"));
    assertThrows(ScenarioException.class, () -> Scenarios.named("random-"));
    assertThrows(ScenarioException.class, () -> Scenarios.named("random-12345678901234567890"));
  }

  @Test
  void shouldRefuseInOneLineWhenBracketsNestWithoutEnd() {
    String message = refusal(Toml.HEAD + "x = " + "[".repeat(100_000) + "]".repeat(100_000) + Toml.SET);
    assertEquals("test.toml: is nested too deeply for a scenario file", message);
  }
}
