package io.plumbline.daemon.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.contract.payload.WallTime;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Summaries as table rows: column name to value, in the order of the table.
final class Columns {
  private Columns() {}

  static Map<String, @Nullable Object> of(RepSummary rep, long receivedAtMs) {
    Map<String, @Nullable Object> row = head(rep.key(), receivedAtMs, rep.wallTime(), rep.startTimeNs());
    row.put("athlete", text(rep.athlete()));
    row.put("exercise", rep.exercise().id());
    row.put("set_number", rep.setNumber());
    row.put("rep_number", rep.repNumber());
    row.put("outcome", id(rep.outcome()));
    velocity(row, rep.velocity());
    motion(row, rep.motion());
    path(row, rep.path());
    load(row, rep.load());
    row.put("quality", rep.quality().stream().map(Columns::id).collect(Collectors.joining(",")));
    return row;
  }

  static Map<String, @Nullable Object> of(SetSummary set, long receivedAtMs) {
    Map<String, @Nullable Object> row = head(set.key(), receivedAtMs, set.wallTime(), set.startTimeNs());
    row.put("duration_s", set.durationS());
    row.put("athlete", text(set.athlete()));
    row.put("exercise", set.exercise().id());
    row.put("set_number", set.setNumber());
    row.put("completed_reps", set.completedReps());
    row.put("failed_reps", set.failedReps());
    load(row, set.load());
    row.put("best_mean_concentric_mps", set.bestMeanConcentricMps());
    row.put("last_mean_concentric_mps", set.lastMeanConcentricMps());
    row.put("velocity_loss_mps", set.velocityLossMps());
    row.put("mean_range_of_motion_m", set.meanRangeOfMotionM());
    row.put("end_reason", id(set.endReason()));
    return row;
  }

  private static Map<String, @Nullable Object> head(RecordKey key, long receivedAtMs, @Nullable WallTime wallTime,
      long startTimeNs) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("bar_id", key.barId());
    row.put("journal_id", key.journalId());
    row.put("sequence", key.sequence());
    row.put("received_at_ms", receivedAtMs);
    row.put("wall_time_ms", wallTime == null ? null : wallTime.epochMs());
    row.put("wall_time_synchronised", wallTime == null ? null : wallTime.synchronised());
    row.put("start_time_ns", startTimeNs);
    return row;
  }

  private static void velocity(Map<String, @Nullable Object> row, Velocity velocity) {
    row.put("mean_concentric_mps", velocity.meanConcentricMps());
    row.put("mean_concentric_sd_mps", velocity.meanConcentricSdMps());
    row.put("peak_concentric_mps", velocity.peakConcentricMps());
    row.put("peak_concentric_sd_mps", velocity.peakConcentricSdMps());
    row.put("mean_propulsive_mps", velocity.meanPropulsiveMps());
    row.put("mean_propulsive_sd_mps", velocity.meanPropulsiveSdMps());
    row.put("mean_eccentric_mps", velocity.meanEccentricMps());
    row.put("mean_eccentric_sd_mps", velocity.meanEccentricSdMps());
    row.put("peak_eccentric_mps", velocity.peakEccentricMps());
    row.put("peak_eccentric_sd_mps", velocity.peakEccentricSdMps());
  }

  private static void motion(Map<String, @Nullable Object> row, Motion motion) {
    row.put("range_of_motion_m", motion.rangeOfMotionM());
    row.put("range_of_motion_sd_m", motion.rangeOfMotionSdM());
    row.put("concentric_s", motion.concentricS());
    row.put("concentric_sd_s", motion.concentricSdS());
    row.put("time_to_peak_velocity_s", motion.timeToPeakVelocityS());
    row.put("eccentric_s", motion.eccentricS());
    row.put("eccentric_sd_s", motion.eccentricSdS());
    row.put("turnaround_s", motion.turnaroundS());
  }

  private static void path(Map<String, @Nullable Object> row, Path path) {
    row.put("forward_known", path.forwardKnown());
    row.put("forward_max_m", path.forwardMaxM());
    row.put("forward_min_m", path.forwardMinM());
    row.put("forward_end_m", path.forwardEndM());
    row.put("forward_sd_m", path.forwardSdM());
    row.put("lateral_end_m", path.lateralEndM());
    row.put("lateral_sd_m", path.lateralSdM());
  }

  private static void load(Map<String, @Nullable Object> row, Load load) {
    row.put("load_source", id(load.source()));
    row.put("load_total_kg", load.totalKg());
    row.put("load_total_sd_kg", load.totalSdKg());
    row.put("load_left_kg", load.leftKg());
    row.put("load_right_kg", load.rightKg());
  }

  /// Text that every database takes: no NUL, no half of a surrogate pair. The payload keeps the original.
  static @Nullable String text(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String encodable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return encodable.replace('\0', '\uFFFD');
  }

  /// The name that a constant has in JSON.
  private static String id(Enum<?> constant) {
    try {
      JsonProperty name = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return name == null ? constant.name() : name.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
