package io.plumbline.benchmarks.attitude;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;

/// The firmware's whole pipeline as it is shipped, asked for nothing but which way is up. It holds samples back for 0.4 s while it rests, so what
/// it says in the first moment of a movement is late; that is counted against it.
final class PlumblinePipeline implements InclinationFilter {
  private static final Channel[] CHANNELS = Channel.values();

  private final SensorFrame frame = new SensorFrame();
  private BarPipeline pipeline = newPipeline();
  private double timeS;

  private static BarPipeline newPipeline() {
    return new BarPipeline(BarSetup.DEFAULT, new PipelineListener() {
      @Override
      public void onPhase(long timeNs, Phase phase) {}

      @Override
      public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

      @Override
      public void onRep(RepMeasures rep) {}
    });
  }

  @Override
  public String name() {
    return "Plumbline, pipeline";
  }

  @Override
  public String parameters() {
    return "as shipped: the filter above with detection of rest, height, velocity, phases and reps (its time is for all of them)";
  }

  @Override
  public void begin(double ax, double ay, double az) {
    pipeline = newPipeline();
    timeS = 0;
    accept(0, 0, 0, ax, ay, az);
  }

  @Override
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS) {
    timeS += dtS;
    accept(gx, gy, gz, ax, ay, az);
  }

  private void accept(double gx, double gy, double gz, double ax, double ay, double az) {
    frame.reset(Math.round(timeS * 1e9));
    int c = ImuSite.CENTRE.firstChannel();
    frame.set(CHANNELS[c], ax);
    frame.set(CHANNELS[c + 1], ay);
    frame.set(CHANNELS[c + 2], az);
    frame.set(CHANNELS[c + 3], gx);
    frame.set(CHANNELS[c + 4], gy);
    frame.set(CHANNELS[c + 5], gz);
    pipeline.accept(frame);
  }

  /// Whether the pipeline says now that it rests.
  boolean atRest() {
    return pipeline.atRest();
  }

  @Override
  public void upInSensor(double[] into) {
    if (!pipeline.upInBar(into)) {
      into[0] = Double.NaN;
      into[1] = Double.NaN;
      into[2] = Double.NaN;
    }
  }
}
