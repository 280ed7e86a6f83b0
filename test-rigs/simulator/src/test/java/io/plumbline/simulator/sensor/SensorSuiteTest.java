package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.simulator.scenario.SensorPlan;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class SensorSuiteTest {
  private static final int STEPS = 16_000;

  private static Rig full() {
    SensorPlan.Triad bad = new SensorPlan.Triad(0.01, 0.1, 0.05, 3, 0.01, 0.01, 0.01, 100, 0.01, 200);
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT, bad, bad).unit(SensorPlan.Site.RIGHT, bad, bad);
    rig.sharedClock = false;
    rig.jitterS = 1e-5;
    rig.lostShare = 0.1;
    rig.lateShare = 0.1;
    rig.lateS = 0.001;
    rig.highG = new SensorPlan.HighG(true, bad);
    rig.force = new SensorPlan.Force(true, false, 1, 1, 0.01, 0.01, 0.1, 1000, 0.01);
    rig.strap = new SensorPlan.Strap(true, 200, 5, 0.2, 0.01, bad, bad);
    rig.faults.add(new SensorPlan.Fault(SensorPlan.Fault.Kind.STUCK, "left", 0.1, 1.2));
    rig.faults.add(new SensorPlan.Fault(SensorPlan.Fault.Kind.DEAD, "pelvis", 0.3, 1.2));
    return rig;
  }

  /// Rows of one second.
  private static int run(SensorSuite suite, Stimulus stimulus, int fromStep) {
    int rows = 0;
    for (int step = fromStep; step < fromStep + STEPS; step++) {
      stimulus.timeS = step / 16_000.0;
      suite.take(stimulus);
      while (suite.poll()) {
        rows++;
      }
    }
    return rows;
  }

  @Test
  void shouldAllocateNothingWhenRunning() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    SensorSuite suite = full().suite();
    Stimulus stimulus = new Stimulus(2);
    stimulus.strapOrientation[0][0] = 1;
    stimulus.strapOrientation[1][0] = 1;
    // Once for what the virtual machine needs the first time.
    run(suite, stimulus, 0);
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    int rows = run(suite, stimulus, STEPS);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(rows > 4000, "rows " + rows);
    // The virtual machine may take a hundred bytes for itself while it compiles; one object a row would be 16 bytes a row.
    assertTrue(bytes < rows, "bytes " + bytes);
  }

  @Test
  void shouldSampleBetweenTheLastTwoStepsWhenARowIsDue() {
    SensorSuite suite = full().suite();
    Stimulus stimulus = new Stimulus(2);
    for (int step = 0; step < STEPS; step++) {
      stimulus.timeS = step / 16_000.0;
      suite.take(stimulus);
      while (suite.poll()) {
        assertTrue(suite.trueTimeS() <= stimulus.timeS, "row at " + suite.trueTimeS());
        assertTrue(suite.trueTimeS() > stimulus.timeS - 1 / 16_000.0, "row at " + suite.trueTimeS());
      }
    }
  }
}
