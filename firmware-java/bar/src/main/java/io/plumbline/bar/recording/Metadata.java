package io.plumbline.bar.recording;

import io.plumbline.bar.text.NearestName;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.ImuSite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes the `# key: value` lines of a recording one by one.
final class Metadata {
  static final String VERSION_KEY = "plumbline-recording";
  static final String VERSION = "1";
  private static final String TRUTH_PREFIX = "truth_";
  static final List<String> KEYS = List.of(VERSION_KEY, "exercise", "load_kg", "bar_kg", "outboard_kg",
      "facing",
      "mount_left", "mount_right", "mount_centre", "lever_left", "lever_right", "lever_centre", "source", "licence",
      "note");
  private static final double MAX_LOAD_KG = 1000;
  private static final double MAX_LEVER_M = 3;
  /// How far from 1 the length of a rounded unit quaternion may be.
  private static final double UNIT_TOLERANCE = 0.01;

  private final Notices notices;
  private final Set<String> seen = new HashSet<>();
  private final List<Mount> mounts = new ArrayList<>(BarSetup.DEFAULT.mounts());
  private final List<Lever> levers = new ArrayList<>(BarSetup.DEFAULT.levers());
  private Exercise exercise = Exercise.UNKNOWN;
  private double loadKg = BarSetup.DEFAULT.enteredLoadKg();
  private double barKg = BarSetup.DEFAULT.barKg();
  private double outboardKg = BarSetup.DEFAULT.outboardKg();
  private int facing;

  Metadata(Notices notices) {
    this.notices = notices;
  }

  /// Takes a line that begins with `#`.
  void line(String line, long lineNumber) throws UnusableRecordingException {
    int colon = line.indexOf(':');
    if (colon < 0) {
      notices.add("line " + lineNumber + ": not of the form '# key: value', ignored");
      return;
    }
    String key = line.substring(1, colon).strip();
    String value = line.substring(colon + 1).strip();
    String place = "line " + lineNumber + ": " + key + " ";
    if (seen.isEmpty() && !key.equals(VERSION_KEY)) {
      notices.add("line " + lineNumber + ": the first line should be '# " + VERSION_KEY + ": " + VERSION + "'");
    }
    if (!seen.add(key) && KEYS.contains(key)) {
      throw new UnusableRecordingException(place + "is given twice; keep one");
    }
    take(key, value, place, lineNumber);
  }

  private void take(String key, String value, String place, long lineNumber) throws UnusableRecordingException {
    switch (key) {
      case VERSION_KEY -> {
        if (!value.equals(VERSION)) {
          throw new UnusableRecordingException(
              place + "is '" + Text.shorten(value) + "', this build reads " + VERSION + "; update one of the two");
        }
      }
      case "exercise" -> exercise = Exercise.fromId(value).orElseThrow(() -> new UnusableRecordingException(
          place + "is no exercise that is known: '" + Text.shorten(value) + "'"
              + NearestName.hint(value, Arrays.stream(Exercise.values()).map(Exercise::id).toList())
              + "; give an id of the contract, or 'unknown'"));
      case "load_kg" -> loadKg = number(value, place, 0, MAX_LOAD_KG);
      case "bar_kg" -> barKg = number(value, place, 0, MAX_LOAD_KG);
      case "outboard_kg" -> outboardKg = number(value, place, 0, MAX_LOAD_KG);
      case "facing" -> facing = facing(value, place);
      case "mount_left" -> mounts.set(ImuSite.LEFT.ordinal(), mount(value, place));
      case "mount_right" -> mounts.set(ImuSite.RIGHT.ordinal(), mount(value, place));
      case "mount_centre" -> mounts.set(ImuSite.CENTRE.ordinal(), mount(value, place));
      case "lever_left" -> levers.set(ImuSite.LEFT.ordinal(), lever(value, place));
      case "lever_right" -> levers.set(ImuSite.RIGHT.ordinal(), lever(value, place));
      case "lever_centre" -> levers.set(ImuSite.CENTRE.ordinal(), lever(value, place));
      case "source", "licence", "note" -> {
        // Free text for people.
      }
      default -> {
        // The pipeline never sees the truth; what a simulator says of it is for others.
        if (!key.startsWith(TRUTH_PREFIX)) {
          notices.add(
              "line " + lineNumber + ": unknown key '" + Text.shorten(key) + "' ignored" + NearestName.hint(key, KEYS));
        }
      }
    }
  }

  RecordingHeader build() {
    return new RecordingHeader(
        new BarSetup(mounts, levers, facing, loadKg, barKg, outboardKg, BarSetup.DEFAULT.gravityMps2()), exercise);
  }

  private static int facing(String value, String place) throws UnusableRecordingException {
    return switch (value) {
      case "+1", "1" -> 1;
      case "-1" -> -1;
      default -> throw new UnusableRecordingException(
          place + "must be +1 or -1, but is '" + Text.shorten(value) + "'; leave the line out where it is not known");
    };
  }

  private static Mount mount(String value, String place) throws UnusableRecordingException {
    double[] q = numbers(value, place, "w x y z", 2);
    double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    if (Math.abs(norm - 1) > UNIT_TOLERANCE) {
      throw new UnusableRecordingException(place + "is no unit quaternion, its length is "
          + String.format(Locale.ROOT, "%.3f", norm) + "; give w x y z of length 1");
    }
    return new Mount(q[0] / norm, q[1] / norm, q[2] / norm, q[3] / norm);
  }

  private static Lever lever(String value, String place) throws UnusableRecordingException {
    double[] p = numbers(value, place, "x y z", MAX_LEVER_M);
    return new Lever(p[0], p[1], p[2]);
  }

  private static double[] numbers(String value, String place, String names, double limit)
      throws UnusableRecordingException {
    String[] words = value.split("\\s+", -1);
    if (words.length != names.split(" ", -1).length) {
      throw new UnusableRecordingException(place + "must be " + names + ", but is '" + Text.shorten(value) + "'");
    }
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = number(words[i], place, -limit, limit);
    }
    return numbers;
  }

  private static double number(String text, String place, double min, double max) throws UnusableRecordingException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    double value = DecimalParser.parse(bytes, 0, bytes.length);
    if (!(value >= min && value <= max)) {
      throw new UnusableRecordingException(place + "must be a number from " + Text.plain(min) + " to " + Text.plain(max)
          + ", but is '" + Text.shorten(text) + "'");
    }
    return value;
  }
}
