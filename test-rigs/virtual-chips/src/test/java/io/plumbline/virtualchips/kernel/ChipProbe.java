package io.plumbline.virtualchips.kernel;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;

/// Models of real chips behind the kernel: an IMU that says when a sample is ready, and a load-cell converter.
final class ChipProbe {
  private static final int EDGES = 100;
  private static final long S = 1_000_000_000L;

  private final KernelPathProbe probe;

  ChipProbe(KernelPathProbe probe) {
    this.probe = probe;
  }

  void run() {
    Verdicts verdicts = probe.verdicts();
    Context pi4j = probe.pi4j(probe.config());
    Spi spi = pi4j.create(Spi.newConfigBuilder(pi4j).id("imu").bus(SpiBus.BUS_0).channel(2).baud(8_000_000).build());
    I2C load = pi4j.create(I2C.newConfigBuilder(pi4j).id("load").bus(1).device(KernelPathProbe.NAU_ADDRESS).build());
    EdgeInput ready = (EdgeInput) pi4j
        .create(DigitalInput.newConfigBuilder(pi4j).bcm(KernelPathProbe.IMU_READY).build());
    ImuTalk imu = new ImuTalk(spi);
    verdicts.equal("the ICM-42688-P says who it is", ImuTalk.IDENTITY, imu.identity());
    verdicts.equal("the NAU7802 says what it is", 0x0f, load.readRegister(0x1f) & 0x0f);
    imu.start();
    EdgeBatch edges = new EdgeBatch(EDGES);
    while (edges.room() > 0 && ready.await(5 * S) > 0 && ready.drain(edges) >= 0) {
      Thread.onSpinWait();
    }
    verdicts.equal("the IMU says when a sample is ready", EDGES, edges.size());
    if (edges.size() == EDGES) {
      double periodNs = (edges.timeNs(EDGES - 1) - edges.timeNs(0)) / (EDGES - 1.0);
      verdicts.check("the kernel's times show its true rate", Math.abs(periodNs - S / probe.samples().rateHz(1000)) < 1,
          periodNs);
      verdicts.equal("no edge is lost", EDGES - 1, edges.sequence(EDGES - 1) - edges.sequence(0));
    }
    verdicts.equal("it feels 1 g", ImuTalk.COUNTS_PER_G, imu.accelZ());
    pi4j.shutdown();
  }
}
