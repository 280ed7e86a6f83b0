package io.plumbline.benchmarks.attitude;

/// What estimates from one inertial sensor which way is up. Angular rate in rad/s, specific force in m/s², both in the sensor's frame.
///
/// Implementations allocate nothing after construction and are not thread-safe.
interface InclinationFilter {
  /// As the table names it.
  String name();

  /// Its parameters with their units, and where they come from.
  String parameters();

  /// Begins with one sample of specific force, as if at rest.
  void begin(double ax, double ay, double az);

  /// Takes the next sample, `dtS` after the one before.
  void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS);

  /// World up as seen from the sensor; `into` takes the three components.
  void upInSensor(double[] into);
}
