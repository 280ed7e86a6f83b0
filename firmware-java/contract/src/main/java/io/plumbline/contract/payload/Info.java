package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who the bar is.
///
/// @param barId            which bar
/// @param journalId        the journal that its summaries' keys name now
/// @param mode             where the samples come from
/// @param softwareVersion  version of the bar program
/// @param softwareCommit   source revision of the bar program, null where not known
/// @param sensors          what is fitted
/// @param calibrationIds   calibrations in force
/// @param capabilities     what this build can measure: `velocity`, `path`, `load`, `slack`, `lumbar`
public record Info(@Bounds(id = true) String barId, @Bounds(id = true) String journalId, Mode mode, String softwareVersion, @Nullable String softwareCommit, List<Sensor> sensors,
  @Bounds(id = true) List<String> calibrationIds, @Bounds(id = true) List<String> capabilities) implements Payload {
  /// Where the samples come from.
  public enum Mode {
    /// A mode that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Real sensors.
    @JsonProperty("live")
    LIVE,
    /// Simulated sensors.
    @JsonProperty("sim")
    SIM,
    /// A recording.
    @JsonProperty("replay")
    REPLAY
  }

  /// One sensor.
  ///
  /// @param id   place: `left`, `right`, `centre`, `pelvis`, `thorax`
  /// @param kind `imu`, `high-g`, `force`
  public record Sensor(@Bounds(id = true) String id, @Bounds(id = true) String kind) {
    public Sensor {
      Check.id("id", id);
      Check.id("kind", kind);
    }
  }

  public Info {
    Check.id("bar_id", barId);
    Check.id("journal_id", journalId);
    Check.present("mode", mode);
    Check.text("software_version", softwareVersion);
    Check.optionalText("software_commit", softwareCommit);
    sensors = Check.list("sensors", sensors, Bounds.DEFAULT_ENTRIES);
    calibrationIds = Check.ids("calibration_ids", calibrationIds);
    capabilities = Check.ids("capabilities", capabilities);
  }
}
