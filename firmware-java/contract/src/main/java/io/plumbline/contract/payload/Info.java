package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who the bar is.
///
/// @param journalId        the journal that its summaries' keys name now
/// @param softwareVersion  version of the bar program
/// @param softwareCommit   source revision of the bar program, null where not known
/// @param calibrationIds   calibrations in force
/// @param capabilities     what this build can measure: `velocity`, `path`, `load`, `slack`, `lumbar`
public record Info(String barId, String journalId, Mode mode, String softwareVersion, @Nullable String softwareCommit, List<Sensor> sensors,
  List<String> calibrationIds, List<String> capabilities) implements Payload {
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
  public record Sensor(String id, String kind) {
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
    sensors = List.copyOf(Check.present("sensors", sensors));
    calibrationIds = List.copyOf(Check.present("calibration_ids", calibrationIds));
    capabilities = List.copyOf(Check.present("capabilities", capabilities));
  }
}
