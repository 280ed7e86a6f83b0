package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What a reader of a summary should know before trusting it.
public enum QualityFlag {
  /// A flag that this version does not know.
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN,
  /// One inertial sensor only: no tilt or twist, and less accurate.
  @JsonProperty("single-imu")
  SINGLE_IMU,
  /// A sensor reached the end of its range inside the rep.
  @JsonProperty("saturated")
  SATURATED,
  /// Samples are missing inside the rep.
  @JsonProperty("gap")
  GAP,
  /// The bar was not seen at rest before this rep.
  @JsonProperty("no-rest-before")
  NO_REST_BEFORE,
  /// The bar was not seen at rest after this rep: closed by time, not by rest.
  @JsonProperty("no-rest-after")
  NO_REST_AFTER,
  /// The plates hit the floor inside the rep.
  @JsonProperty("impact")
  IMPACT
}
