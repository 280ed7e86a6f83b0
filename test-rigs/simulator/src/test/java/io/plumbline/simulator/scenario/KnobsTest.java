package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sweeps over every key that a file can have.
class KnobsTest {
  /// Counts, ratios and shares, and the size that has its kind's unit.
  private static final Set<String> WITHOUT_UNIT = Set.of("seed", "reps", "number", "after_rep", "size", "noise",
      "floor_restitution", "floor_friction", "stiffness_factor", "damping_ratio", "peak_to_mean", "peak_at", "sticking",
      "sticking_at", "scatter", "slack.plateau", "path.drift_at", "sides.left_share", "left_share", "outcome.at",
      "tension_loss", "descent_loss", "rate_error", "lost_share", "late_share", "scale_sd", "cross_talk_sd");

  /// A knob within its table.
  record Place(String path, Section section, Knob knob) {
    @Override
    public String toString() {
      return path + " " + knob.key();
    }
  }

  static Stream<Place> places() {
    List<Place> places = new ArrayList<>();
    collect(Knobs.FILE, "", places);
    return places.stream();
  }

  private static void collect(Section section, String path, List<Place> places) {
    section.knobs().forEach(knob -> places.add(new Place(path, section, knob)));
    for (Section inner : section.sections()) {
      collect(inner, path.isEmpty() ? inner.name() : path + "." + inner.name(), places);
    }
  }

  /// A file in which everything that a knob needs to matter is there.
  private static String file(Place place, String value) {
    boolean inFault = place.path.equals("sensors.fault");
    boolean inIncident = place.path.equals("set.incident");
    boolean inSingle = place.path.equals("set.single");
    String line = place.knob.key() + " = " + value + "\n";
    StringBuilder text = new StringBuilder();
    text.append(place.path.isEmpty() ? line : "");
    text.append(place.knob.equals(Knobs.PURPOSE) ? "" : "purpose = \"test\"\n");
    text.append(place.knob.equals(Knobs.EXERCISE) ? "" : "exercise = \"deadlift-conventional\"\n");
    boolean rep = RepKnobs.REP.equals(place.section.shared()) || RepKnobs.REP.equals(place.section);
    // Fatigue and defaults of other keys would hide or forbid some.
    text.append(rep ? "" : "rep.sticking = 0.3\n");
    text.append("\n[sensors]\n")
        .append(place.knob.equals(SensorKnobs.IMUS) ? "" : "imus = [\"left\", \"right\", \"centre\"]\n");
    if (place.path.equals("sensors")) {
      text.append(line);
    } else if (!place.path.startsWith("set") && !place.path.isEmpty() && !inFault) {
      text.append('\n').append('[').append(place.path).append("]\n").append(line);
    }
    if (inFault) {
      text.append("\n[[sensors.fault]]\n").append(place.knob.equals(SensorKnobs.FAULT_KIND) ? "" : "kind = \"dead\"\n")
          .append(place.knob.equals(SensorKnobs.FAULT_SENSOR) ? "" : "sensor = \"left\"\n")
          .append(place.knob.equals(SensorKnobs.FROM) ? "" : "from_s = 1\n").append(line);
    }
    boolean inSet = place.path.equals("set");
    boolean plates = place.knob.equals(Knobs.LEFT) || place.knob.equals(Knobs.RIGHT);
    text.append("\n[[set]]\nload_kg = 100\nreps = 1\n\n[[set]]\n");
    text.append(plates
        ? (place.knob.equals(Knobs.LEFT) ? "right" : "left") + "_kg = 20\n"
        : place.knob.equals(Knobs.LOAD) ? "" : "load_kg = 140\n");
    text.append(place.knob.equals(Knobs.REPS) ? "" : "reps = 2\n").append(inSet ? line : "");
    if (inSingle) {
      text.append("\n[[set.single]]\n").append(place.knob.equals(Knobs.SINGLE_REP) ? "rom_m = 0.3\n" : "number = 2\n")
          .append(line);
    } else if (inIncident) {
      text.append("\n[[set.incident]]\n").append(place.knob.equals(Knobs.KIND) ? "" : "kind = \"kick\"\n").append(line);
    } else if (place.path.startsWith("set.")) {
      text.append("\n[").append(place.path).append("]\n").append(line);
    }
    return text.toString();
  }

  /// Two values that are allowed.
  private static List<String> values(Knob knob) {
    return switch (knob.type()) {
      case NUMBER -> List.of(Knob.plain(inside(knob, 0.31)), Knob.plain(inside(knob, 0.47)));
      case WHOLE -> List.of("1", "2");
      case FLAG -> List.of("true", "false");
      case TEXT -> List.of("\"one\"", "\"two\"");
      case CHOICE -> List.of('"' + knob.choices().getFirst() + '"', '"' + knob.choices().get(1) + '"');
      case LIST -> List.of("[\"" + knob.choices().getFirst() + "\"]", "[\"" + knob.choices().get(1) + "\"]");
    };
  }

  private static double inside(Knob knob, double share) {
    // Sizes of incidents have a narrower range by kind, loads a bar to be more than, plates those of the other side to be balanced by.
    if (knob.equals(Knobs.LEFT) || knob.equals(Knobs.RIGHT)) {
      return 10 + 30 * share;
    }
    double low = knob.equals(Knobs.SIZE) ? -40 : knob.equals(Knobs.LOAD) ? 60 : knob.low();
    double high = knob.equals(Knobs.SIZE) ? 40 : knob.high();
    return low + share * (high - low);
  }

  @ParameterizedTest
  @MethodSource("places")
  void shouldMakeAnotherScenarioWhenAKnobIsTurned(Place place) {
    if (FatigueKnobs.FATIGUE.equals(place.section) || FatigueKnobs.FATIGUE.equals(place.section.shared())) {
      // Its shares are large on purpose in the middle of the range; both must differ from no fatigue at all.
      assertNotEquals(Toml.read(file(place, "0")), Toml.read(file(place, Knob.plain(place.knob.high() / 3))));
      return;
    }
    List<String> values = values(place.knob);
    assertNotEquals(Toml.read(file(place, values.getFirst())), Toml.read(file(place, values.getLast())));
  }

  @ParameterizedTest
  @MethodSource("places")
  void shouldRefuseAKnobWhenItIsOutOfRange(Place place) {
    Knob knob = place.knob;
    List<String> wrong = switch (knob.type()) {
      case NUMBER -> List.of(Double.toString(Math.nextUp(knob.high())), Double.toString(Math.nextDown(knob.low())),
          "nan", "inf", "true");
      case WHOLE -> List.of(Knob.plain(knob.high() + 1), Knob.plain(knob.low() - 1), "1.5", "nan");
      case FLAG -> List.of("1", "\"true\"");
      case TEXT -> List.of("1", "\"\"");
      case CHOICE -> List.of("\"none\"", "1", "true");
      case LIST -> List.of("\"left\"", "[\"none\"]", "[1]");
    };
    assertAll(wrong.stream().map(value -> () -> {
      ScenarioException refused = assertThrows(ScenarioException.class, () -> Toml.read(file(place, value)), value);
      assertTrue(String.valueOf(refused.getMessage()).contains("'" + knob.key() + "' must be "), refused.getMessage());
    }));
  }

  @ParameterizedTest
  @MethodSource("places")
  void shouldEndWithItsUnitAndHaveADefaultInRange(Place place) {
    Knob knob = place.knob;
    if (knob.isNumeric() && !Double.isNaN(knob.standard())) {
      assertTrue(knob.low() <= knob.standard() && knob.standard() <= knob.high(), knob::toString);
      assertDoesNotThrow(() -> Double.parseDouble(knob.fallback()));
    }
    assertTrue(knob.key().matches("[a-z0-9_]+(\\.[a-z0-9_]+)?"), knob.key());
    assertTrue(!knob.meaning().isBlank() && !knob.fallback().isBlank());
    assertEquals(knob.isNumeric() && !WITHOUT_UNIT.contains(knob.key()), !knob.unit().isEmpty(), knob.key());
  }

  @ParameterizedTest
  @MethodSource("places")
  void shouldBeTheOnlyKnobOfItsNameInItsTable(Place place) {
    Set<String> names = new HashSet<>(place.section.names());
    assertEquals(place.section.names().size(), names.size(), place.path);
  }
}
