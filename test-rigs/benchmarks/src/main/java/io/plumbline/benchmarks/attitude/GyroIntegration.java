package io.plumbline.benchmarks.attitude;

/// The baseline: angular rate integrated as rotation vectors, and nothing else. Its first up is the specific force's.
final class GyroIntegration implements InclinationFilter {
  private final Rotation rotation = new Rotation();

  @Override
  public String name() {
    return "gyro alone";
  }

  @Override
  public String parameters() {
    return "none: angular rate integrated, bias and all (baseline of accuracy and of time)";
  }

  @Override
  public void begin(double ax, double ay, double az) {
    rotation.setToBringUp(ax, ay, az);
  }

  @Override
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS) {
    rotation.turn(gx * dtS, gy * dtS, gz * dtS);
  }

  @Override
  public void upInSensor(double[] into) {
    rotation.up(into);
  }
}
