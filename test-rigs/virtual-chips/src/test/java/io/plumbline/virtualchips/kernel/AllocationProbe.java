package io.plumbline.virtualchips.kernel;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.sun.management.ThreadMXBean;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;
import java.lang.management.ManagementFactory;

/// What a transfer allocates, after the JIT compiler is done: nothing, exactly.
final class AllocationProbe {
  private static final int CALLS = 2_000;
  /// For a JIT compiler that has to share its processor.
  private static final long PATIENCE_NS = 60_000_000_000L;

  private final KernelPathProbe probe;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  AllocationProbe(KernelPathProbe probe) {
    this.probe = probe;
  }

  void run() {
    Context pi4j = probe.pi4j(probe.config());
    Spi spi = pi4j.create(Spi.newConfigBuilder(pi4j).id("imu").bus(SpiBus.BUS_0).channel(0).baud(8_000_000).build());
    I2C i2c = pi4j.create(I2C.newConfigBuilder(pi4j).id("load").bus(1).device(KernelPathProbe.ADDRESS).build());
    EdgeInput ready = (EdgeInput) pi4j
        .create(DigitalInput.newConfigBuilder(pi4j).bcm(KernelPathProbe.DATA_READY).build());
    DigitalOutput buzzer = pi4j.create(DigitalOutput.newConfigBuilder(pi4j).bcm(KernelPathProbe.BUZZER).build());
    byte[] out = new byte[1024];
    byte[] in = new byte[1024];
    EdgeBatch edges = new EdgeBatch(64);
    for (int bytes : new int[]{2, 15, 1024}) {
      measure("an SPI transfer of " + bytes + " bytes", () -> spi.transfer(out, 0, in, 0, bytes));
    }
    measure("an I2C register read of 12 bytes", () -> i2c.readRegister(5, in, 0, 12));
    measure("an I2C register write", () -> i2c.writeRegister(5, (byte) 1));
    measure("taking edges", () -> {
      ready.await(0);
      edges.clear();
      ready.drain(edges);
    });
    measure("asking a level", ready::state);
    measure("driving an output", () -> {
      buzzer.high();
      buzzer.low();
    });
    pi4j.shutdown();
  }

  private void measure(String what, Runnable call) {
    long bytes = -1;
    long endNs = System.nanoTime() + PATIENCE_NS;
    while (bytes != 0 && System.nanoTime() < endNs) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }
    probe.verdicts().equal(what + " allocates nothing (" + CALLS + " calls)", 0L, bytes);
  }
}
