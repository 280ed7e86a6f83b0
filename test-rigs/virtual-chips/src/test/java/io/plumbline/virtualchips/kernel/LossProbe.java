package io.plumbline.virtualchips.kernel;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import io.plumbline.pi4j.linux.AbsoluteTimer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A device that is taken away and comes back.
final class LossProbe {
  private static final long TICK_NS = 10_000_000;
  private static final int MOST_TICKS = 1_000;
  private static final int ESHUTDOWN = 108;

  private final KernelPathProbe probe;

  LossProbe(KernelPathProbe probe) {
    this.probe = probe;
  }

  void run() throws Exception {
    Context pi4j = probe.pi4j(probe.config());
    Spi spi = pi4j.create(Spi.newConfigBuilder(pi4j).id("imu").bus(SpiBus.BUS_0).channel(0).baud(4_000_000).build());
    Path node = probe.folder().resolve("spidev0.0");
    probe.script().fail("spidev0.0", 0, 1, ESHUTDOWN);
    Files.delete(node);
    List<Integer> statuses = new ArrayList<>();
    long deadlineNs = System.nanoTime();
    AbsoluteTimer timer = new AbsoluteTimer(0);
    byte[] in = new byte[2];
    int attempts = 0;
    for (int i = 0; i < MOST_TICKS && !statuses.contains(2); i++) {
      int status = spi.transfer(new byte[]{(byte) 0xf5, 0}, 0, in, 0, 2);
      if (statuses.isEmpty() || statuses.getLast() != status) {
        statuses.add(status);
      }
      if (status == -2 && attempts == 0) {
        attempts++;
        Files.createFile(node);
      }
      deadlineNs += TICK_NS;
      timer.sleepUntil(deadlineNs);
    }
    probe.script().clear();
    probe.verdicts().equal("a lost SPI device says so, is looked for, and works once it is back",
        List.of(-ESHUTDOWN, -2, 2), statuses);
    probe.verdicts().equal("with the right bytes", KernelPathProbe.SPI_IDENTITY, (int) in[1]);
    probe.verdicts().equal("and its settings", 4_000_000, probe.spiChip().lastClockHz());
    pi4j.shutdown();
  }
}
