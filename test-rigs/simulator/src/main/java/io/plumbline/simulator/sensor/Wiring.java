package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.Place;
import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.List;

/// Makes a plan's sensors: which columns each fills and which clock samples it.
final class Wiring {
  final List<String> columns = new ArrayList<>();
  final List<SampleClock> clocks = new ArrayList<>();
  private final SensorPlan plan;
  private final Climate climate;
  private final long seed;
  private final double stepS;
  private final double startS;

  Wiring(SensorPlan plan, Place place, long seed, double stepS, double startS) {
    this.plan = plan;
    this.climate = new Climate(place);
    this.seed = seed;
    this.stepS = stepS;
    this.startS = startS;
    SampleClock shared = SampleClock.shared(plan, startS, seed);
    if (plan.sharedClock()) {
      clocks.add(shared);
    }
    for (int i = 0; i < plan.imus().size(); i++) {
      SampleClock clock = clock(shared, plan.imus().get(i).site().id());
      add(clock, ShaftUnit.inertial(plan, i, climate, seed, clock.rateHz, stepS));
    }
    addHighG(shared);
    addForce(shared);
    addStrap();
  }

  private void addHighG(SampleClock shared) {
    for (int i = 0; i < plan.imus().size(); i++) {
      SensorPlan.Site site = plan.imus().get(i).site();
      if (plan.highG().fitted() && site != SensorPlan.Site.CENTRE) {
        SampleClock clock = clock(shared, "high-g-" + site.id());
        add(clock, ShaftUnit.highG(plan, i, climate, seed, clock.rateHz, stepS));
      }
    }
  }

  /// Both sides hang on one converter.
  private void addForce(SampleClock shared) {
    if (plan.force().fitted()) {
      SampleClock clock = clock(shared, "force");
      add(clock, new LoadCell(plan.force(), 0, climate, seed, clock.rateHz, stepS),
          new LoadCell(plan.force(), 1, climate, seed, clock.rateHz, stepS));
    }
  }

  private void addStrap() {
    if (plan.strap().fitted()) {
      for (int index : new int[]{StrapUnit.PELVIS, StrapUnit.THORAX}) {
        SampleClock clock = SampleClock.single(plan, StrapUnit.NAMES.get(index), plan.strap().rateHz(), startS, seed);
        clocks.add(clock);
        add(clock, new StrapUnit(plan.strap(), index, climate, seed, clock.rateHz, stepS));
      }
    }
  }

  private SampleClock clock(SampleClock shared, String device) {
    if (plan.sharedClock()) {
      return shared;
    }
    SampleClock own = SampleClock.single(plan, device, plan.rateHz(), startS, seed);
    clocks.add(own);
    return own;
  }

  private void add(SampleClock clock, Sensor... sensors) {
    List<Outlet> outlets = new ArrayList<>();
    for (Sensor sensor : sensors) {
      outlets.add(new Outlet(sensor, columns.size(), plan.faults()));
      columns.addAll(sensor.columns());
    }
    clock.add(new Device(outlets, plan.lostShare(), new RandomStream(seed, sensors[0].name() + ".lost")));
  }
}
