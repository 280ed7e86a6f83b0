package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RackTest {
  @Test
  void shouldCarryTheBarAndLetItPassFromBelow() {
    BarDynamics bar = new BarDynamics(Rig.olympicBar(), Rig.RUBBER, 150_000, 40, 40, true);
    Hands hands = new Hands();
    Disturbance none = new Disturbance();
    for (int i = 0; i < 12_000 * 4; i++) {
      bar.evaluate(hands, none, Rig.STEP_S);
      bar.integrate(Rig.STEP_S);
    }
    assertEquals(bar.massKg() * bar.gravityMps2(), bar.rackN(), 3);
    assertEquals(Rig.RUBBER.rackHeightM(), bar.positionM(2), 2e-3);

    Rack rack = new Rack(1, 6.6);
    double most = 0;
    for (double z = 0.9; z < 1; z += 1e-4) {
      most = Math.max(most, rack.upwardN(0, 0, z, 0.5, Rig.STEP_S));
    }
    assertEquals(0, most, "nothing pushes what comes from below");
    for (double z = 1.01; z > 0.9995; z -= 1e-5) {
      most = Math.max(most, rack.upwardN(0, 0, z, -0.5, Rig.STEP_S));
    }
    assertTrue(most > 300, "what comes down is caught: " + most);
    assertEquals(0, rack.upwardN(0, 0.2, 0.9995, -0.5, Rig.STEP_S));
  }
}
