package io.plumbline.bar.calibration;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.loadcell.Layout;
import java.util.ArrayList;
import java.util.List;

/// What of a bar can be calibrated: inertial units and bridges, by the streams of its chips.
///
/// @param units   names of the inertial units, left first
/// @param bridges of both sides, left first; 0 where there are no load cells, or those of a platform
public record Sensors(List<String> units, int bridges) {
  private static final List<String> ORDER = List.of("left-imu", "right-imu", "centre-imu");

  public Sensors {
    units = List.copyOf(units);
  }

  /// Names of the inertial units among streams, left first.
  static List<String> units(List<RawStream> streams) {
    List<String> names = streams.stream().map(RawStream::name).toList();
    return ORDER.stream().filter(names::contains).toList();
  }

  /// Where a bridge is read.
  record Place(int stream, int channel) {}

  /// As [io.plumbline.bar.sampling.SensorDecoder] takes them: those of one converter in their order, or the left chip's before the right's.
  static List<Place> places(List<RawStream> streams, BarConfig config) {
    int wanted = config.force().layout().bridges();
    List<Place> places = new ArrayList<>();
    if (config.force().layout() == Layout.PLATFORM) {
      return places;
    }
    for (String name : List.of("force", "left-force", "right-force")) {
      int most = name.equals("force") ? wanted : wanted / 2;
      int taken = 0;
      for (RawStream stream : streams) {
        for (int i = 0; stream.name().equals(name) && i < stream.channels().size() && taken < most; i++) {
          if (stream.channels().get(i).unit().equals("V/V")) {
            places.add(new Place(stream.number(), i));
            taken++;
          }
        }
      }
      if (places.size() == wanted) {
        return places;
      }
    }
    return List.of();
  }
}
