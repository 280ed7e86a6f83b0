package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.List;

/// The instants at which some devices are sampled together, and the time stamps that those samples get.
final class SampleClock {
  final double rateHz;
  private final double firstS;
  private final double jitterS;
  private final double lateShare;
  private final double lateS;
  private final RandomStream stampRandom;
  private final List<Device> devices = new ArrayList<>();
  private long count;

  private SampleClock(SensorPlan plan, double rateHz, double firstS, RandomStream stampRandom) {
    this.rateHz = rateHz;
    this.firstS = firstS;
    this.jitterS = plan.jitterS();
    this.lateShare = plan.lateShare();
    this.lateS = plan.lateS();
    this.stampRandom = stampRandom;
  }

  /// All sensors of the bar, the first sample at the start.
  static SampleClock shared(SensorPlan plan, double startS, long seed) {
    return new SampleClock(plan, plan.rateHz() * (1 + plan.rateError()), startS, new RandomStream(seed, "bar.stamps"));
  }

  /// One device with a rate error and a phase of its own.
  static SampleClock single(SensorPlan plan, String name, double nominalHz, double startS, long seed) {
    RandomStream random = new RandomStream(seed, name + ".clock");
    double rateHz = nominalHz * (1 + plan.rateError() * (2 * random.uniform() - 1));
    return new SampleClock(plan, rateHz, startS + random.uniform() / rateHz, new RandomStream(seed, name + ".stamps"));
  }

  void add(Device device) {
    devices.add(device);
  }

  /// True time of the next sample.
  double dueS() {
    // A product, not a sum of periods: no error grows in a long session.
    return firstS + count / rateHz;
  }

  void step(Stimulus stimulus) {
    for (int i = 0; i < devices.size(); i++) {
      devices.get(i).step(stimulus);
    }
  }

  /// Takes the sample that is due.
  ///
  /// @return whether anything is in the row
  boolean sample(double share, double elapsedS, double[] row) {
    count++;
    boolean filled = false;
    for (int i = 0; i < devices.size(); i++) {
      filled |= devices.get(i).sample(share, elapsedS, row);
    }
    return filled;
  }

  /// By how much the stamp of a sample differs from its true time.
  double stampErrorS() {
    double jitter = jitterS * stampRandom.gaussian();
    boolean late = stampRandom.uniform() < lateShare;
    double delayS = lateS * stampRandom.uniform();
    return late ? jitter + delayS : jitter;
  }
}
