package io.plumbline.benchmarks.attitude;

import io.plumbline.core.attitude.AttitudeFilter;
import java.util.Locale;

/// The firmware's attitude filter alone, told when it rests by what the pipeline found out beforehand. It is fed as the pipeline feeds it: the
/// mean of two samples of specific force, and rest where it was still rest 0.4 s later. The bias is learned in each such rest.
final class PlumblineFilter implements InclinationFilter {
  private static final double HOLD_S = 0.4;

  private final AttitudeFilter.Params params;
  private final boolean[] rest;
  private AttitudeFilter filter;
  private int at;
  private double lastX;
  private double lastY;
  private double lastZ;

  private PlumblineFilter(AttitudeFilter.Params params, boolean[] rest) {
    this.params = params;
    this.rest = rest;
    this.filter = new AttitudeFilter(params);
  }

  /// As shipped, for one trial; it may be begun again and again.
  static PlumblineFilter of(Trial trial) {
    PlumblinePipeline pipeline = new PlumblinePipeline();
    boolean[] rest = new boolean[trial.size()];
    trial.play(pipeline, at -> rest[at] = pipeline.atRest());
    double restEndS = Double.POSITIVE_INFINITY;
    for (int i = rest.length - 1; i >= 0; i--) {
      if (!rest[i]) {
        restEndS = trial.timeS()[i];
      }
      rest[i] = restEndS - trial.timeS()[i] > HOLD_S;
    }
    return new PlumblineFilter(AttitudeFilter.Params.DEFAULT, rest);
  }

  @Override
  public String name() {
    return "Plumbline, filter";
  }

  @Override
  public String parameters() {
    return String.format(Locale.ROOT,
        "third order, omega %.2f rad/s in motion, reached %.0f s after a rest; %.1f s at rest, bias %.1f s (as shipped; it is told when it rests)",
        params.movingRadps(), params.trustS(), params.restTauS(), params.biasTauS());
  }

  @Override
  public void begin(double ax, double ay, double az) {
    filter = new AttitudeFilter(params);
    filter.align(ax, ay, az);
    at = 0;
    lastX = ax;
    lastY = ay;
    lastZ = az;
  }

  @Override
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS) {
    at++;
    filter.update(gx, gy, gz, 0.5 * (lastX + ax), 0.5 * (lastY + ay), 0.5 * (lastZ + az), dtS, rest[at], rest[at]);
    lastX = ax;
    lastY = ay;
    lastZ = az;
  }

  @Override
  public void upInSensor(double[] into) {
    filter.upInBar(into);
  }
}
