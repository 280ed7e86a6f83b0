package io.plumbline.simulator.scenario;

import java.util.List;

/// The sensors and what is wrong with them. Errors are drawn from the seed with the standard deviations given here, so that each seed is
/// another specimen.
///
/// @param rateHz      nominal rate of every bar sensor
/// @param rateError   true rate over nominal less 1
/// @param sharedClock whether all bar sensors are sampled at the same instants; else each has a rate error of its own (± up to that)
/// @param jitterS     standard deviation of the time stamps
/// @param lostShare   share of samples that never arrive
/// @param lateShare   share of samples whose time stamp is late
/// @param lateS       by how much at the most
/// @param imus        inertial units, at most one a site
/// @param force       load cells
/// @param highG       high-g accelerometers beside the left and right unit
/// @param strap       the two strap units
/// @param faults      sensors that die or stick
public record SensorPlan(double rateHz, double rateError, boolean sharedClock, double jitterS, double lostShare,
    double lateShare, double lateS, List<Imu> imus, Force force, HighG highG, Strap strap, List<Fault> faults) {
  public SensorPlan {
    imus = List.copyOf(imus);
    faults = List.copyOf(faults);
  }

  /// Where an inertial unit sits on the shaft.
  public enum Site {
    LEFT("left"),
    RIGHT("right"),
    CENTRE("centre");

    private final String id;

    Site(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /// An inertial unit. Position in the bar frame, orientation sensor → bar as yaw, pitch, roll of the mount.
  ///
  /// @param xM              along the shaft
  /// @param yM              off its axis
  /// @param zM              off its axis
  /// @param mountYawDeg     about z, then
  /// @param mountPitchDeg   about y, then
  /// @param mountRollDeg    about x
  /// @param accelerometer   its errors, in m/s²
  /// @param gyroscope       its errors, in rad/s
  public record Imu(Site site, double xM, double yM, double zM, double mountYawDeg, double mountPitchDeg,
      double mountRollDeg, Triad accelerometer, Triad gyroscope) {}

  /// Errors of three axes, in the sensor's own unit u (m/s² or rad/s).
  ///
  /// @param noiseDensity    u/√Hz, one-sided
  /// @param biasSd          of the constant offset, u
  /// @param instability     standard deviation of the wandering offset, u
  /// @param instabilityS    its correlation time
  /// @param scaleSd         of the scale error of each axis, 1
  /// @param misalignmentSd  of each cross-axis term, rad
  /// @param biasPerC        standard deviation of the offset's temperature slope, u/°C
  /// @param range           saturates at ±, u
  /// @param resolution      one step, u; 0 for none
  /// @param bandwidthHz     −3 dB of its second-order low-pass
  public record Triad(double noiseDensity, double biasSd, double instability, double instabilityS, double scaleSd,
      double misalignmentSd, double biasPerC, double range, double resolution, double bandwidthHz) {}

  /// Two-plane load cells of both sides; `left_fy, left_fz, …`, or one magnitude a side where `singleAxis`.
  ///
  /// @param fitted      whether there are any
  /// @param noiseN      root mean square of one sample at 1 kHz
  /// @param zeroSdN     offset
  /// @param scaleSd     gain error
  /// @param crossTalkSd between the two planes
  /// @param zeroPerCN   standard deviation of the offset's temperature slope, N/°C
  /// @param rangeN      saturates at ±
  /// @param resolutionN one step
  public record Force(boolean fitted, boolean singleAxis, double noiseN, double zeroSdN, double scaleSd,
      double crossTalkSd, double zeroPerCN, double rangeN, double resolutionN) {}

  /// High-g accelerometers beside the left and right unit.
  ///
  /// @param fitted        whether there are any
  /// @param accelerometer errors in m/s²
  public record HighG(boolean fitted, Triad accelerometer) {}

  /// The strap's two units, on the pelvis and at T12/L1.
  ///
  /// @param fitted         whether it is worn
  /// @param rateHz         of both units
  /// @param slipDeg        by how much the thorax unit turns on the skin at `slipAtS`
  /// @param slipAtS        when
  /// @param orientationSd  of the slow error of the orientation that the unit reports, rad
  public record Strap(boolean fitted, double rateHz, double slipDeg, double slipAtS, double orientationSd,
      Triad accelerometer, Triad gyroscope) {}

  /// A sensor that fails for a while.
  ///
  /// @param sensor  `left`, `right`, `centre`, `force-left`, `force-right`, `high-g-left`, `high-g-right`, `pelvis`, `thorax`
  /// @param atS     from when on
  /// @param untilS  until when
  public record Fault(Kind kind, String sensor, double atS, double untilS) {
    public enum Kind {
      /// Sends nothing.
      DEAD,
      /// Repeats its last sample.
      STUCK
    }
  }
}
