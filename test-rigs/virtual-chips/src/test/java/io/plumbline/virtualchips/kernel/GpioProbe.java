package io.plumbline.virtualchips.kernel;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;

/// Lines of the GPIO chip: edges with time and number, levels, outputs, and what is refused.
final class GpioProbe {
  private static final int EDGES = 200;
  private static final long S = 1_000_000_000L;

  private final KernelPathProbe probe;
  private final Verdicts verdicts;
  private final Context pi4j;

  GpioProbe(KernelPathProbe probe) {
    this.probe = probe;
    verdicts = probe.verdicts();
    pi4j = probe.pi4j(probe.config());
  }

  void run() {
    edges((EdgeInput) input(KernelPathProbe.DATA_READY));
    overflow((EdgeInput) input(KernelPathProbe.BURST));
    output();
    refusals();
    pi4j.shutdown();
    long files = filesAfterUse();
    verdicts.equal("a line is free after its context closed, and so is its file", files, filesAfterUse());
  }

  private long filesAfterUse() {
    Context again = probe.pi4j(probe.config());
    again.create(DigitalInput.newConfigBuilder(again).bcm(KernelPathProbe.DATA_READY).build());
    again.shutdown();
    return KernelPathProbe.openFiles();
  }

  private DigitalInput input(int line) {
    return pi4j.create(DigitalInput.newConfigBuilder(pi4j).bcm(line).build());
  }

  private void edges(EdgeInput input) {
    EdgeBatch batch = new EdgeBatch(EDGES);
    while (batch.room() > 0) {
      if (input.await(5 * S) <= 0 || input.drain(batch) < 0) {
        break;
      }
    }
    verdicts.equal("edges arrive", EDGES, batch.size());
    int wrong = 0;
    for (int i = 1; i < batch.size(); i++) {
      boolean follows = batch.sequence(i) == batch.sequence(i - 1) + 1
          && batch.timeNs(i) - batch.timeNs(i - 1) == KernelPathProbe.PERIOD_NS;
      wrong += follows ? 0 : 1;
    }
    verdicts.equal("each with the next number and the chip's own time", 0, wrong);
    verdicts.check("on Java's clock", batch.size() > 0 && System.nanoTime() - batch.timeNs(batch.size() - 1) >= 0,
        "in the future");
    verdicts.check("the level can be asked", input.state() != DigitalState.UNKNOWN, input.state());
    probe.script().fail("gpio" + KernelPathProbe.DATA_READY, 0, 1, 5);
    verdicts.equal("a level that cannot be read is unknown", DigitalState.UNKNOWN, input.state());
    probe.script().clear();
    verdicts.contains("listeners are refused", "cast it to EdgeInput, then await and drain",
        KernelPathProbe.refusal(() -> input.addListener(event -> {})));
  }

  private void overflow(EdgeInput input) {
    EdgeBatch batch = new EdgeBatch(4000);
    verdicts.equal("no edge, no waiting", 0, input.await(0));
    verdicts.equal("nothing to drain", 0, input.drain(batch));
    probe.burst().burst(3000);
    while (!probe.burst().isTaken()) {
      Thread.onSpinWait();
    }
    verdicts.equal("an edge waits", 1, input.await(5 * S));
    verdicts.equal("the kernel keeps 1024 edges", 1024, input.drain(batch));
    probe.burst().burst(1);
    // Some edges of the burst may still find room once there is some.
    int first = batch.sequence(0);
    while (batch.sequence(batch.size() - 1) - first < 3000 && input.await(5 * S) > 0) {
      input.drain(batch);
    }
    verdicts.equal("then the next edge arrives, with its number", 3000, batch.sequence(batch.size() - 1) - first);
    verdicts.check("and the numbers show that edges were lost", batch.size() >= 1025 && batch.size() < 3001,
        batch.size());
  }

  private void output() {
    DigitalOutput buzzer = pi4j.create(DigitalOutput.newConfigBuilder(pi4j).bcm(KernelPathProbe.BUZZER)
        .initial(DigitalState.HIGH).shutdown(DigitalState.LOW).build());
    verdicts.equal("an output starts at its initial level", "HH", probe.buzzer().take());
    buzzer.low();
    buzzer.high();
    verdicts.equal("an output follows", "LH", probe.buzzer().take());
    probe.script().fail("gpio" + KernelPathProbe.BUZZER, 0, 1, 5);
    buzzer.low();
    verdicts.equal("an output that failed is unknown", DigitalState.UNKNOWN, buzzer.state());
    probe.script().clear();
    buzzer.low();
    verdicts.equal("and works again", "L " + DigitalState.LOW, probe.buzzer().take() + " " + buzzer.state());
  }

  private void refusals() {
    Context other = probe.pi4j(probe.config());
    verdicts.contains("a busy line names its holder",
        "EBUSY (in use) when requesting the line: it is held by 'plumbline'",
        KernelPathProbe.refusal(
            () -> other.create(DigitalInput.newConfigBuilder(other).bcm(KernelPathProbe.DATA_READY).build())));
    verdicts.contains("a line that does not exist is refused", "the chip has no such line",
        KernelPathProbe.refusal(() -> other.create(DigitalInput.newConfigBuilder(other).bcm(60).build())));
    other.shutdown();
    Context strange = probe.pi4j(probe.config().withGpioChipLabel("pinctrl-rp9"));
    verdicts.contains("a wrong label lists those that are there",
        "no GPIO chip has the label pinctrl-rp9: set the right one in the configuration; "
            + "there is: gpiochip0 'gpio-brcmstb@107d508500' with 54 lines, gpiochip1 'pinctrl-rp1' with 54 lines",
        KernelPathProbe.refusal(() -> strange.create(DigitalInput.newConfigBuilder(strange).bcm(5).build())));
    strange.shutdown();
  }
}
