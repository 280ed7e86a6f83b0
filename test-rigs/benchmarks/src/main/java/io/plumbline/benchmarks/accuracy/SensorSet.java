package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.sample.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which of a bar's sensors the pipeline gets.
enum SensorSet {
  ALL("all", "two IMUs and load cells", true, true),
  ONE_IMU_FORCE("one-imu-force", "left IMU and load cells", false, true),
  NO_FORCE("no-force", "two IMUs, no load cells", true, false),
  ONE_IMU("one-imu", "left IMU alone", false, false);

  private final String id;
  private final String label;
  private final boolean second;
  private final boolean force;

  SensorSet(String id, String label, boolean second, boolean force) {
    this.id = id;
    this.label = label;
    this.second = second;
    this.force = force;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /// Whether a column of the recording format belongs to it.
  boolean takes(String column) {
    boolean cell = column.startsWith("left_f") || column.startsWith("right_f");
    return cell ? force : second || !column.startsWith("right_");
  }

  /// What the columns of a recording are to the pipeline, null for one that is left out.
  @Nullable
  Channel[] channels(List<String> columns) {
    return columns.stream().map(column -> takes(column) ? Channel.fromColumn(column).orElse(null) : null)
        .toArray(Channel[]::new);
  }

  static Optional<SensorSet> fromId(String id) {
    return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
  }

  /// All ids, for messages.
  static String ids() {
    return Arrays.stream(values()).map(SensorSet::id).collect(Collectors.joining(", "));
  }
}
