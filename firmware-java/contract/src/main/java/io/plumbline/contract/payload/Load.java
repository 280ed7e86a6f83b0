package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The mass that was lifted, bar included.
///
/// @param source    where the total comes from
/// @param totalKg   bar and plates, null where not known
/// @param totalSdKg standard deviation (1 sigma) of the total, null where not known: a person who enters a load tells none
/// @param leftKg    plates on the left side, weighed; null without load cells
/// @param rightKg   plates on the right side, weighed; null without load cells
public record Load(Source source, @Nullable Double totalKg, @Bounds(min = 0) @Nullable Double totalSdKg, @Nullable Double leftKg, @Nullable Double rightKg) {
  /// Where a load comes from.
  public enum Source {
    /// Not known.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Told by a person.
    @JsonProperty("entered")
    ENTERED,
    /// Measured by the bar's load cells.
    @JsonProperty("weighed")
    WEIGHED
  }

  public Load {
    Check.present("source", source);
    Check.finite("total_kg", totalKg);
    Check.notNegative("total_sd_kg", totalSdKg);
    if (totalKg == null && totalSdKg != null) {
      throw new IllegalArgumentException("total_sd_kg must be null where total_kg is null");
    }
    Check.finite("left_kg", leftKg);
    Check.finite("right_kg", rightKg);
  }

  /// A load of which nothing is known.
  public static Load unknown() {
    return new Load(Source.UNKNOWN, null, null, null, null);
  }
}
