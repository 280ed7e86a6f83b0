package io.plumbline.bar.app;

import io.plumbline.bar.command.Answer;
import io.plumbline.bar.command.BarCommands;
import io.plumbline.bar.command.BetweenFrames;
import io.plumbline.bar.command.CommandDesk;
import io.plumbline.bar.command.CommandHandler;
import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.journal.Kind;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.link.LinkReport;
import io.plumbline.bar.link.LinkStalledException;
import io.plumbline.bar.link.MqttLink;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Trace;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.core.technique.Baseline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The bar program: frames from a source, through the measurement, to the journal and from there to the broker, or to the broker at once.
/// [#run] works on the caller's thread until the source ends or [#close] is called from another one.
public final class BarProgram implements AutoCloseable {
  private static final Duration FLUSH_LIMIT = Duration.ofSeconds(10);
  private static final Duration STORED_LIMIT = Duration.ofSeconds(3);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

  private final FrameSource source;
  private final StreamContext context;
  private final LinkConfig link;
  private final LinkListener listener;
  private final PayloadSink watcher;
  private final Consumer<Baseline> keeper;
  private final @Nullable Journal journal;
  private final BarCommands.@Nullable Reach reach;
  private final Consumer<String> tell;
  private final BetweenFrames between = new BetweenFrames();
  private final ContractCodec codec = new ContractCodec();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  /// What a run has done.
  ///
  /// @param reps         published reps
  /// @param sets         published sets
  /// @param lastSequence sequence number of the last summary
  /// @param unmeasured   reps that were found and could not be measured
  /// @param link         what became of the payloads
  /// @param stall        why it ended before the source did, null where it did not
  /// @param kept         what is left in the journal, null where there is none
  public record Outcome(long reps, long sets, long lastSequence, long unmeasured, LinkReport link,
      @Nullable String stall, @Nullable Kept kept) {
    /// Whether nothing is lost: the broker has everything, or the journal keeps it.
    public boolean isComplete() {
      boolean safe = kept == null ? link.unsent() == 0 : kept.lost() == 0;
      return stall == null && safe && link.dropped() == 0;
    }
  }

  /// What a journal holds at the end.
  ///
  /// @param waiting summaries of this run and of earlier ones that no daemon has stored, as far as it said
  /// @param lost    summaries and curves that it had to give up, or that no disk has taken
  public record Kept(long waiting, long lost) {}

  /// @param watcher gets each payload too, on the thread of [#run]
  public BarProgram(FrameSource source, StreamContext context, LinkConfig link, LinkListener listener,
      PayloadSink watcher) {
    this(source, context, link, listener, watcher, baseline -> {}, null);
  }

  /// Without commands.
  public BarProgram(FrameSource source, StreamContext context, LinkConfig link, LinkListener listener,
      PayloadSink watcher, Consumer<Baseline> keeper, @Nullable Journal journal) {
    this(source, context, link, listener, watcher, keeper, journal, null, line -> {});
  }

  /// @param watcher gets each payload too, on the thread of [#run]
  /// @param keeper  gets what has been learned of the athlete after each set, on the same thread; it must not make it wait
  /// @param journal keeps summaries until the daemon has stored them, begun and closed by the caller; null to send them at once and trust the broker
  /// @param reach   what commands reach; null where they are refused, as by a recording
  /// @param tell    told one line a command
  public BarProgram(FrameSource source, StreamContext context, LinkConfig link, LinkListener listener,
      PayloadSink watcher, Consumer<Baseline> keeper, @Nullable Journal journal,
      BarCommands.@Nullable Reach reach, Consumer<String> tell) {
    this.reach = reach;
    this.tell = tell;
    this.source = source;
    this.context = context;
    this.link = link;
    this.listener = listener;
    this.watcher = watcher;
    this.keeper = keeper;
    this.journal = journal;
  }

  /// Runs to the end of the source. To be called once.
  public Outcome run() throws IOException {
    Journal kept = journal;
    LinkWatch linkWatch = new LinkWatch(listener, System::nanoTime, link.hasBroker());
    Backlog backlog = kept == null ? new Backlog() : kept.backlog();
    AtomicReference<@Nullable CommandDesk> desk = new AtomicReference<>();
    try (MqttLink mqtt = new MqttLink(link, context.journalId(), linkWatch, backlog,
        (name, payload, retained) -> Objects.requireNonNull(desk.get()).take(name, payload, retained))) {
      PayloadSink sink = payload -> {
        watcher.emit(payload);
        if (!keep(payload)) {
          mqtt.emit(payload);
        }
      };
      Measurement measurement = new Measurement(context, sink, List.of(), source::health,
          () -> between.over(source.condition()));
      source
          .accompany(new Companions(kept, linkWatch, () -> measurement.pipeline().atRest(), nowNs -> {
            between.run();
            between.isHeld(nowNs);
            measurement.whileWaiting(nowNs);
          }));
      CommandDesk commands = new CommandDesk(handler(measurement, sink, backlog), mqtt::answer, tell, tell);
      desk.set(commands);
      commands.start(restarts());
      mqtt.start();
      String stall = null;
      LinkReport report;
      try {
        stall = measure(measurement);
      } finally {
        between.end();
        commands.close();
        if (kept != null) {
          kept.flush(FLUSH_LIMIT);
        }
        report = mqtt.stop(FLUSH_LIMIT, STORED_LIMIT, measurement.stream().lastSequence());
      }
      return new Outcome(measurement.stream().reps(), measurement.stream().closedSets(),
          measurement.stream().lastSequence(), measurement.stream().unmeasuredReps(), report, stall,
          kept == null ? null : new Kept(kept.backlog().waiting(), kept.lost() + kept.inMemoryOnly()));
    } finally {
      ended.countDown();
    }
  }

  private CommandHandler handler(Measurement measurement, PayloadSink sink, Backlog backlog) {
    return reach == null
        ? (command, later) -> Answer
            .refused("a recording or a demonstration is played, which nobody can change: there is no bar to do it")
        : new BarCommands(between, measurement, reach, sink, backlog, this::stop);
  }

  /// Those that were carried out are not to be carried out again where they come once more.
  private List<String> restarts() {
    return reach == null ? List.of() : reach.memory().session().restarts();
  }

  /// Gives the journal what it keeps.
  ///
  /// @return false for what it does not keep
  private boolean keep(Payload payload) {
    Journal kept = journal;
    if (kept == null) {
      return false;
    }
    switch (payload) {
      case RepSummary rep -> kept.append(Kind.REP, rep.key().sequence(), codec.encode(payload));
      case SetSummary set -> kept.append(Kind.SET, set.key().sequence(), codec.encode(payload));
      case Trace trace -> kept.append(Kind.TRACE, trace.rep().sequence(), codec.encode(payload));
      default -> {
        return false;
      }
    }
    return true;
  }

  private @Nullable String measure(Measurement measurement) throws IOException {
    try {
      measurement.begin(Software.version());
      SensorFrame frame = new SensorFrame();
      try {
        long sets = 0;
        while (!stopping && source.next(frame)) {
          if (between.isHeld(frame.timeNs())) {
            measurement.pass(frame);
          } else {
            measurement.accept(frame);
          }
          if (measurement.stream().closedSets() != sets) {
            sets = measurement.stream().closedSets();
            keeper.accept(measurement.stream().learned());
          }
          between.run(frame);
          // A set that a command closes is that command's: it keeps what was learned for whom it was.
          sets = measurement.stream().closedSets();
        }
      } catch (IOException e) {
        // What was measured until then is published nevertheless.
        finish(measurement, frame.timeNs());
        throw e;
      }
      finish(measurement, frame.timeNs());
      return null;
    } catch (LinkStalledException e) {
      return e.getMessage();
    }
  }

  private void finish(Measurement measurement, long nowNs) {
    if (between.end()) {
      // What is said last of the bar is not that somebody calibrates it.
      measurement.whileWaiting(nowNs);
    }
    measurement.finish();
    keeper.accept(measurement.stream().learned());
  }

  /// Asks [#run] to end as if the source had ended, before it is called too. From any thread; does not wait.
  public void stop() {
    stopping = !source.stop();
  }

  /// As [#stop], and waits for it for a while. Does nothing where it has ended; `run` must have been called or be about to, on another thread.
  @Override
  public void close() {
    stop();
    try {
      if (!ended.await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the bar program did not end within " + CLOSE_LIMIT.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
