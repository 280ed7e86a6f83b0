package io.plumbline.bar.recording;

import io.plumbline.bar.text.NearestName;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands in which cell of a row.
final class Columns {
  private static final String TIME_NAME = "t_s";
  private static final String PHASE_NAME = "truth_phase";
  private static final int IMU_AXES = 6;

  /// Codes of [#target]. Channels are their ordinals, truth columns follow from `TRUTH` on.
  static final int IGNORED = -1;
  static final int TIME = -2;
  static final int PHASE = -3;
  static final int TRUTH = Channel.COUNT;

  private final String[] names;
  private final int[] targets;
  private final Set<Channel> channels = EnumSet.noneOf(Channel.class);

  private Columns(String[] names) {
    this.names = names;
    this.targets = new int[names.length];
  }

  /// Reads the header row.
  static Columns parse(String headerRow, long lineNumber, Notices notices) throws UnusableRecordingException {
    String[] names = headerRow.split(",", -1);
    Columns columns = new Columns(names);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].strip();
      if (!seen.add(names[i])) {
        throw new UnusableRecordingException(
            "line " + lineNumber + ": column '" + Text.shorten(names[i]) + "' is there twice; rename one");
      }
      columns.targets[i] = columns.target(names[i]);
    }
    if (!seen.contains(TIME_NAME)) {
      String separator = names.length == 1 && headerRow.contains(";") ? "; columns are separated by commas" : "";
      throw new UnusableRecordingException("line " + lineNumber + ": no column " + TIME_NAME + " in the header row '"
          + Text.shorten(headerRow) + "'" + columns.hints() + separator + "; name the columns as the format does");
    }
    columns.requireInertialSensor(lineNumber, notices);
    columns.unknown()
        .forEach(name -> notices.add("line " + lineNumber + ": unknown column '" + Text.shorten(name) + "' ignored"
            + NearestName.hint(name, knownNames())));
    return columns;
  }

  private int target(String name) {
    if (name.equals(TIME_NAME)) {
      return TIME;
    }
    if (name.equals(PHASE_NAME)) {
      return PHASE;
    }
    Optional<Channel> channel = Channel.fromColumn(name);
    if (channel.isPresent()) {
      channels.add(channel.get());
      return channel.get().ordinal();
    }
    return TruthColumn.fromColumn(name).map(truth -> TRUTH + truth.ordinal()).orElse(IGNORED);
  }

  /// The pipeline needs all six axes of one inertial sensor at the least.
  private void requireInertialSensor(long lineNumber, Notices notices) throws UnusableRecordingException {
    List<String> incomplete = new ArrayList<>();
    int complete = 0;
    for (ImuSite site : ImuSite.values()) {
      List<String> missing = new ArrayList<>();
      for (int axis = 0; axis < IMU_AXES; axis++) {
        Channel channel = Channel.values()[site.firstChannel() + axis];
        if (!channels.contains(channel)) {
          missing.add(channel.column());
        }
      }
      if (missing.isEmpty()) {
        complete++;
      } else if (missing.size() < IMU_AXES) {
        incomplete.add("column " + String.join(", ", missing) + " is missing");
      }
    }
    if (complete == 0) {
      throw new UnusableRecordingException("line " + lineNumber + ": no inertial sensor is complete: "
          + (incomplete.isEmpty() ? "there is no column of one" : String.join("; ", incomplete)) + hints()
          + "; give all six columns of one, such as left_ax … left_gz");
    }
    incomplete.forEach(what -> notices.add("line " + lineNumber + ": " + what + ", so that this sensor is not used"));
  }

  /// What the first unknown column was probably meant to be.
  private String hints() {
    return unknown().stream().map(name -> new String[]{name, NearestName.hint(name, knownNames())})
        .filter(hint -> !hint[1].isEmpty()).map(hint -> "; for '" + Text.shorten(hint[0]) + "'" + hint[1]).findFirst()
        .orElse("").replace("?", "");
  }

  private List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] == IGNORED) {
        unknown.add(names[i]);
      }
    }
    return unknown;
  }

  private static List<String> knownNames() {
    List<String> known = new ArrayList<>(List.of(TIME_NAME, PHASE_NAME));
    Arrays.stream(Channel.values()).map(Channel::column).forEach(known::add);
    Arrays.stream(TruthColumn.values()).map(TruthColumn::column).forEach(known::add);
    return known;
  }

  int count() {
    return targets.length;
  }

  int target(int cell) {
    return targets[cell];
  }

  String name(int cell) {
    return names[cell];
  }

  Set<Channel> channels() {
    return Collections.unmodifiableSet(channels);
  }

  /// Whether there is a reference to compare with.
  boolean hasTruth() {
    return Arrays.stream(targets).anyMatch(target -> target >= TRUTH || target == PHASE);
  }
}
