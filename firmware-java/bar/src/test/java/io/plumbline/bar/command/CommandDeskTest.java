package io.plumbline.bar.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.CommandResult.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandDeskTest {
  private final ContractCodec codec = new ContractCodec();
  private final List<Command> carriedOut = Collections.synchronizedList(new ArrayList<>());
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private final BlockingQueue<CommandResult> answers = new LinkedBlockingQueue<>();

  private CommandDesk desk(CommandHandler handler) {
    return new CommandDesk(handler, (name, result) -> answers.add(result), line -> {}, warnings::add);
  }

  private CommandDesk started() {
    CommandDesk desk = desk((command, later) -> {
      carriedOut.add(command);
      return Answer.done("number " + carriedOut.size());
    });
    desk.start(List.of());
    return desk;
  }

  private CommandResult answer() throws InterruptedException {
    CommandResult result = answers.poll(60, TimeUnit.SECONDS);
    assertNotNull(result, "an answer");
    return result;
  }

  private void send(CommandDesk desk, String name, Command command) {
    desk.take(name, codec.encode(command), false);
  }

  @Test
  void shouldAnswerTheSameAndDoItOnceWhenACommandComesTwice() throws InterruptedException {
    try (CommandDesk desk = started()) {
      send(desk, "tare", new Command.Tare("c-1"));
      send(desk, "tare", new Command.Tare("c-1"));
      send(desk, "tare", new Command.Tare("c-2"));
      CommandResult first = answer();
      assertEquals(new CommandResult("c-1", Status.DONE, null, "number 1"), first);
      assertEquals(first, answer());
      assertEquals(new CommandResult("c-2", Status.DONE, null, "number 2"), answer());
      assertEquals(2, carriedOut.size());
    }
  }

  @Test
  void shouldRefuseWhenAnIdIsUsedForAnotherRequest() throws InterruptedException {
    try (CommandDesk desk = started()) {
      send(desk, "tare", new Command.Tare("c-1"));
      send(desk, "identify", new Command.Identify("c-1"));
      assertEquals(Status.DONE, answer().status());
      assertEquals(Status.REFUSED, answer().status());
      assertEquals(List.of(new Command.Tare("c-1")), carriedOut);
    }
  }

  @Test
  void shouldForgetTheOldestWhenThereAreMoreThanItRemembers() throws InterruptedException {
    try (CommandDesk desk = started()) {
      for (int i = 0; i <= ResultMemory.MOST; i++) {
        send(desk, "tare", new Command.Tare("c-" + i));
        assertEquals("number " + (i + 1), answer().effect());
      }
      send(desk, "tare", new Command.Tare("c-1"));
      assertEquals("number 2", answer().effect());
      send(desk, "tare", new Command.Tare("c-0"));
      assertEquals("number " + (ResultMemory.MOST + 2), answer().effect());
    }
  }

  @Test
  void shouldNotRestartAgainWhenAnEarlierRunDid() throws InterruptedException {
    try (CommandDesk desk = desk((command, later) -> Answer.failed("must not be asked"))) {
      desk.start(List.of("c-9"));
      send(desk, "restart", new Command.Restart("c-9"));
      assertEquals(Status.DONE, answer().status());
    }
  }

  @Test
  void shouldNotCalibrateAgainButRefuseAnotherCommandWhenAnEarlierRunUsedTheId() throws InterruptedException {
    try (CommandDesk desk = desk((command, later) -> Answer.failed("must not be asked"))) {
      desk.start(List.of("c-9"));
      send(desk, "calibrate", new Command.Calibrate("c-9", "load", List.of(20.0, 60.0)));
      assertEquals(Status.DONE, answer().status());
      send(desk, "tare", new Command.Tare("c-9"));
      assertEquals(Status.REFUSED, answer().status());
    }
  }

  @Test
  void shouldAnswerOnceAtItsEndAndServeOthersMeanwhileWhenACommandTakesLong() throws InterruptedException {
    BlockingQueue<CommandHandler.Later> begun = new LinkedBlockingQueue<>();
    Command mount = new Command.Calibrate("c-1", "mount");
    try (CommandDesk desk = desk((command, later) -> {
      carriedOut.add(command);
      if (command.equals(mount)) {
        begun.add(later);
        return null;
      }
      return Answer.done("at once");
    })) {
      desk.start(List.of());
      send(desk, "calibrate", mount);
      send(desk, "calibrate", mount);
      send(desk, "calibrate", new Command.Calibrate("c-1", "rest"));
      assertEquals(Status.REFUSED, answer().status(), "another request under the id of one that is under way");
      send(desk, "identify", new Command.Identify("c-2"));
      assertEquals("at once", answer().effect());
      CommandHandler.Later later = begun.poll(60, TimeUnit.SECONDS);
      assertNotNull(later);
      later.conclude(() -> Answer.done("found"));
      CommandResult found = new CommandResult("c-1", Status.DONE, null, "found");
      assertEquals(found, answer());
      send(desk, "calibrate", mount);
      assertEquals(found, answer());
      assertEquals(List.of(mount, new Command.Identify("c-2")), carriedOut);
    }
  }

  @Test
  void shouldAnswerWhatHasBegunWhenItIsClosed() throws InterruptedException {
    BlockingQueue<CommandHandler.Later> begun = new LinkedBlockingQueue<>();
    CommandDesk desk = desk((command, later) -> {
      begun.add(later);
      return null;
    });
    desk.start(List.of());
    send(desk, "calibrate", new Command.Calibrate("c-1", "mount"));
    CommandHandler.Later later = begun.poll(60, TimeUnit.SECONDS);
    assertNotNull(later);
    send(desk, "identify", new Command.Identify("c-2"));
    later.conclude(() -> Answer.failed("the program ends"));
    desk.close();
    assertTrue(answers.contains(new CommandResult("c-1", Status.FAILED, "the program ends", null)), answers::toString);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "tare | {\"contract\":\"1.2\",\"type\":\"tare\",\"correlation_id\":\"c-7\" | c-7",
      "tare | no JSON at all | unreadable",
      "tare | {\"contract\":\"9.0\",\"type\":\"tare\",\"correlation_id\":\"c-8\"} | c-8",
      "tare | {\"contract\":\"1.2\",\"type\":\"identify\",\"correlation_id\":\"c-9\"} | c-9",
      "tear | {\"contract\":\"1.2\",\"type\":\"tare\",\"correlation_id\":\"c-9\"} | c-9",
      "tare | {\"contract\":\"1.2\",\"type\":\"tare\",\"correlation_id\":\"a b\"} | unreadable",
      "set-context | {\"contract\":\"1.2\",\"type\":\"set-context\",\"correlation_id\":\"c\",\"planned_reps\":0} | c"})
  void shouldRefuseWithAReasonWhenItCannotBeRead(String name, String json, String correlationId)
      throws InterruptedException {
    try (CommandDesk desk = started()) {
      desk.take(name, json.getBytes(StandardCharsets.UTF_8), false);
      CommandResult result = answer();
      assertEquals(Status.REFUSED, result.status());
      assertEquals(correlationId, result.correlationId());
      assertNotNull(result.reason());
      assertEquals(List.of(), carriedOut);
    }
  }

  @Test
  void shouldSayOneLineWhenFloodedWithWhatNobodyCanRead() throws InterruptedException {
    try (CommandDesk desk = started()) {
      byte[] large = new byte[1_000_000];
      for (int i = 0; i < 100; i++) {
        desk.take("tare", large, false);
        assertEquals(CommandResult.UNREADABLE, answer().correlationId());
      }
      assertEquals(1, warnings.size(), warnings::toString);
    }
  }

  @Test
  void shouldIgnoreWhatTheBrokerHasKeptAndItsClearing() throws InterruptedException {
    try (CommandDesk desk = started()) {
      desk.take("tare", codec.encode(new Command.Tare("c-1")), true);
      desk.take("tare", new byte[0], false);
      send(desk, "tare", new Command.Tare("c-2"));
      assertEquals("c-2", answer().correlationId(), "nothing else was answered");
      assertEquals(1, carriedOut.size());
      assertTrue(warnings.getFirst().contains("retain"), warnings::toString);
    }
  }

  @Test
  void shouldRefuseAtOnceWhenTooManyWait() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (CommandDesk desk = desk((command, later) -> {
      busy.countDown();
      goOn.await();
      return Answer.done("done");
    })) {
      desk.start(List.of());
      send(desk, "tare", new Command.Tare("first"));
      assertTrue(busy.await(60, TimeUnit.SECONDS));
      for (int i = 0; i < 17; i++) {
        send(desk, "tare", new Command.Tare("c-" + i));
      }
      CommandResult refused = answer();
      assertEquals("c-16", refused.correlationId());
      assertEquals(Status.REFUSED, refused.status());
      goOn.countDown();
      for (int i = 0; i < 17; i++) {
        assertEquals(Status.DONE, answer().status());
      }
    }
  }

  @Test
  void shouldAnswerFailedWhenAHandlerThrows() throws InterruptedException {
    try (CommandDesk desk = desk((command, later) -> {
      throw new IllegalStateException("odd\nthing");
    })) {
      desk.start(List.of());
      send(desk, "tare", new Command.Tare("c-1"));
      CommandResult result = answer();
      assertEquals(Status.FAILED, result.status());
      send(desk, "tare", new Command.Tare("c-2"));
      assertEquals("c-2", answer().correlationId(), "it goes on");
    }
  }
}
