package io.plumbline.bar.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a person wants of a calibration.
///
/// @param parts       what to do
/// @param platesKg    on each side, in the order in which they are hung on
/// @param gravityMps2 at this place
/// @param saidFacing  +1 or −1 where a person has said it, 0 to find it out
/// @param date        when it began
/// @param software    version that does it
public record Wish(Set<Part> parts, List<Double> platesKg, double gravityMps2, int saidFacing, Instant date,
    String software) {
  public Wish {
    parts = Set.copyOf(parts);
    platesKg = List.copyOf(platesKg);
  }
}
