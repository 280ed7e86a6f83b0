package io.plumbline.simulator;

/// An inertial sensor on the bar.
///
/// @param site   which columns it fills
/// @param mount  rotation sensor to bar frame
/// @param leverX position in the bar frame, m
/// @param leverY position in the bar frame, m
/// @param leverZ position in the bar frame, m
public record Imu(Site site, Quaternion mount, double leverX, double leverY, double leverZ) {
  /// Where sensors can be.
  public enum Site {
    /// By the left collar.
    LEFT("left", -0.65),
    /// By the right collar.
    RIGHT("right", 0.65),
    /// In the middle.
    CENTRE("centre", 0);

    private final String id;
    private final double leverM;

    Site(String id, double leverM) {
      this.id = id;
      this.leverM = leverM;
    }

    /// The name in a recording.
    public String id() {
      return id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// A sensor whose axes are those of the bar, at the place the recording format assumes.
  public static Imu at(Site site) {
    return new Imu(site, Quaternion.IDENTITY, site.leverM, 0, 0);
  }
}
