package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.journal.JournalLimits;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.recording.RecordingInput;
import io.plumbline.bar.recording.RecordingReader;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.Recordings;
import io.plumbline.bar.testing.Running;
import io.plumbline.bar.testing.TestBroker;
import io.plumbline.bar.testing.TestSubscriber;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Ack;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarProgramTest {
  @TempDir
  private Path folder = Path.of("");

  private static FrameSource lifts(int reps) throws Exception {
    byte[] content = Recordings.bytes(Recordings.lifts(reps));
    return new RecordingSource(RecordingReader.open(RecordingInput.of(new ByteArrayInputStream(content))), 0);
  }

  private static BarProgram program(FrameSource source, String brokerUri) {
    StreamContext context = new StreamContext("bar-1", "rec-1", source.mode(), source.setup(), source.channels(),
        source.exercise(), null, StreamContext.DEFAULT_SET_PAUSE);
    return new BarProgram(source, context, LinkConfig.of(brokerUri, "bar-1", true), LinkListener.SILENT, payload -> {});
  }

  @Test
  void shouldEndWithTheDaemonsWordWhenItHasStoredAll() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber daemon = new TestSubscriber(broker.uri())) {
      daemon.publish("plumbline/bar-1/ack", new ContractCodec().encode(new Ack("bar-1", "rec-1", 3, List.of())), true);
      BarProgram.Outcome outcome = program(lifts(2), broker.uri()).run();
      assertTrue(outcome.isComplete());
      assertEquals(2, outcome.reps());
      assertEquals(1, outcome.sets());
      assertEquals(3, outcome.lastSequence());
      assertEquals(3, outcome.link().storedUpTo());
    }
  }

  @Test
  void shouldCloseTheSetAndSayGoodbyeWhenClosedWhileItPlays() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber subscriber = new TestSubscriber(broker.uri())) {
      // A hundredth of real time: it would play for an hour.
      BarProgram program = program(new PacedSource(lifts(5), 0.01), broker.uri());
      CompletableFuture<BarProgram.Outcome> run = Running.start(program);
      assertEquals("online", subscriber.await("plumbline/bar-1/availability").text());
      program.close();
      assertTrue(run.isDone() || run.get() != null);
      assertEquals("offline", subscriber.await("plumbline/bar-1/availability").text());
    }
  }

  @Test
  void shouldNotBeCompleteWhenTheBrokerHasNothing() throws Exception {
    FrameSource source = lifts(1);
    StreamContext context = new StreamContext("bar-1", "rec-1", source.mode(), source.setup(), source.channels(),
        source.exercise(), null, StreamContext.DEFAULT_SET_PAUSE);
    LinkConfig tiny = new LinkConfig("tcp://127.0.0.1:1", "bar-1", 1, true, Duration.ofMillis(1), Duration.ofMillis(5),
        Duration.ofMillis(5), Duration.ofSeconds(1));
    BarProgram.Outcome outcome = new BarProgram(source, context, tiny, LinkListener.SILENT, payload -> {}).run();
    assertFalse(outcome.isComplete());
    assertTrue(outcome.stall() != null && outcome.stall().contains("has taken nothing"), outcome.toString());
  }

  private BarProgram journaled(FrameSource source, String brokerUri, Journal journal, String id,
      LinkListener listener) {
    StreamContext context = new StreamContext("bar-1", id, source.mode(), source.setup(), source.channels(),
        source.exercise(), null, StreamContext.DEFAULT_SET_PAUSE);
    return new BarProgram(source, context, LinkConfig.of(brokerUri, "bar-1", false), listener, payload -> {},
        baseline -> {}, journal);
  }

  private Journal journal(String id) {
    Journal journal = new Journal(folder, "bar-1", id, JournalLimits.DEFAULT, line -> fail(line));
    journal.start();
    return journal;
  }

  /// A broker that acknowledged all and lost it, and no daemon: the next run brings it, under its own keys.
  @Test
  void shouldBringWhatAnEarlierRunLeftWhenTheBrokerForgotIt() throws Exception {
    try (TestBroker broker = new TestBroker(); Journal journal = journal("run-1")) {
      BarProgram.Outcome outcome = journaled(lifts(2), broker.uri(), journal, "run-1", LinkListener.SILENT).run();
      assertTrue(outcome.isComplete());
      assertEquals(new BarProgram.Kept(3, 0), outcome.kept());
    }
    CountDownLatch told = new CountDownLatch(1);
    LinkListener listener = new LinkListener() {
      @Override
      public void onStored(long storedUpTo) {
        told.countDown();
      }
    };
    ContractCodec codec = new ContractCodec();
    try (TestBroker broker = new TestBroker();
        TestSubscriber daemon = new TestSubscriber(broker.uri());
        Journal journal = journal("run-2")) {
      assertEquals(3, journal.backlog().waiting());
      // A hundredth of real time: it would play for an hour.
      try (BarProgram program = journaled(new PacedSource(lifts(1), 0.01), broker.uri(), journal, "run-2", listener)) {
        CompletableFuture<BarProgram.Outcome> run = Running.start(program);
        for (int sequence = 1; sequence <= 3; sequence++) {
          String key = "\"journal_id\":\"run-1\",\"sequence\":" + sequence;
          daemon.await(heard -> heard.topic().matches("plumbline/bar-1/(rep|set)") && heard.text().contains(key));
        }
        daemon.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", "run-1", 3, List.of())), true);
        daemon.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", "run-2", 1, List.of())), true);
        assertTrue(told.await(60, TimeUnit.SECONDS));
        assertEquals(0, journal.backlog().waiting());
        assertFalse(run.isDone());
      }
    }
  }

  @Test
  void shouldTryNothingAndKeepAllWhenNoBrokerIsWanted() throws Exception {
    LinkListener nothing = new LinkListener() {
      @Override
      public void onConnected(String brokerUri) {
        fail(brokerUri);
      }

      @Override
      public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
        fail(reason);
      }

      @Override
      public void onStored(long storedUpTo) {
        fail("stored up to " + storedUpTo);
      }
    };
    try (Journal journal = journal("run-1")) {
      BarProgram.Outcome outcome = journaled(lifts(2), "", journal, "run-1", nothing).run();
      assertTrue(outcome.isComplete());
      assertEquals(2, outcome.reps());
      assertEquals(new BarProgram.Kept(3, 0), outcome.kept());
      assertEquals(0, outcome.link().dropped());
    }
  }

  @Test
  void shouldLoseNothingWhenThereIsNoNetwork() throws Exception {
    try (Journal journal = journal("run-1")) {
      FrameSource source = lifts(2);
      StreamContext context = new StreamContext("bar-1", "run-1", source.mode(), source.setup(), source.channels(),
          source.exercise(), null, StreamContext.DEFAULT_SET_PAUSE);
      LinkConfig nobody = new LinkConfig("tcp://127.0.0.1:1", "bar-1", 1, false, Duration.ofMillis(1),
          Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofSeconds(1));
      BarProgram program = new BarProgram(source, context, nobody, LinkListener.SILENT, payload -> {}, baseline -> {},
          journal);
      BarProgram.Outcome outcome = program.run();
      assertTrue(outcome.isComplete());
      assertEquals(new BarProgram.Kept(3, 0), outcome.kept());
    }
  }
}
