package io.plumbline.daemon.app;

import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.daemon.ingest.BrokerAddress;
import io.plumbline.daemon.ingest.CommandSender;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows a person what a bar that is being calibrated asks for, and ends the calibration where the person goes away. Thread-safe.
final class CalibrationTalk implements Consumer<Guidance> {
  /// The step that ends the others.
  static final String CANCEL = "cancel";
  private static final Duration LONGEST_CANCEL = Duration.ofSeconds(5);

  private final String bar;
  private final BrokerAddress address;
  private final PrintWriter out;
  private String step = "";
  private List<String> instruction = List.of();
  private String lastWord = "";

  CalibrationTalk(String bar, BrokerAddress address, PrintWriter out) {
    this.bar = bar;
    this.address = address;
    this.out = out;
  }

  @Override
  public synchronized void accept(Guidance now) {
    word(now);
    List<String> next = now.instruction();
    if (!next.isEmpty() && !(now.step().equals(step) && next.equals(instruction))) {
      // The picture once, what changes below it each time.
      boolean samePicture = now.step().equals(step) && !instruction.isEmpty()
          && next.getFirst().equals(instruction.getFirst());
      if (!samePicture) {
        out.println();
        out.println(now.step() + ":");
      }
      List<String> before = instruction;
      next.stream().filter(line -> !samePicture || !before.contains(line)).forEach(out::println);
      step = now.step();
      instruction = next;
    }
    out.flush();
  }

  private void word(Guidance now) {
    String word = now.lastWord();
    if (word != null && !word.equals(lastWord)) {
      out.println("  [" + now.step() + (now.progress() == null ? "" : " " + now.progress()) + "] " + word);
      lastWord = word;
    }
  }

  /// Has the bar end the calibration.
  ///
  /// @return one line for a person: what became of it
  String cancel() throws InterruptedException {
    try {
      CommandResult result = new CommandSender(address)
          .send(bar, new Command.Calibrate("tell-" + UUID.randomUUID(), CANCEL), LONGEST_CANCEL).result();
      return result == null ? "cancelled, but the bar gave no answer" : "cancelled: " + said(result);
    } catch (IOException e) {
      return "could not be cancelled: " + e.getMessage();
    }
  }

  private static String said(CommandResult result) {
    @Nullable
    String text = result.effect() == null ? result.reason() : result.effect();
    return text == null ? "" : text;
  }
}
