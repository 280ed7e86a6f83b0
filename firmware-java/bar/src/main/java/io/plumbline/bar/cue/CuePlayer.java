package io.plumbline.bar.cue;

import io.plumbline.bar.config.LocalCue;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Payload;
import io.plumbline.drivers.signal.SignalPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Plays cues on the outputs of the bar: on a thread of its own, or whenever it is told to. Whoever measures hands cues over without waiting.
/// A cue that comes later than it may be told is left out. Outputs are off at first and at the end, also where playing fails.
public final class CuePlayer implements PayloadSink, AutoCloseable {
  private static final LocalCue[] CUES = LocalCue.values();
  /// How exactly patterns are kept to.
  private static final long PLAYING_NS = 2_000_000;
  /// An output that could not be switched is tried again.
  private static final long IDLE_NS = 500_000_000;

  /// No cue sounds like this: short, and for 5 s.
  private static final SignalPattern IDENTIFY = SignalPattern.of(10, 80, 120, 80, 220);

  private final List<Voice> voices;
  private final Consumer<String> log;
  private final Consumer<String> warn;
  private final CueBox box = new CueBox();
  private final Thread thread = Thread.ofPlatform().name("cues").daemon(true).unstarted(this::run);
  private volatile Runnable first = () -> {};
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean identifyWished = new AtomicBoolean();
  private volatile boolean stopping;
  private boolean started;
  private long lastNs;

  /// @param voices outputs; none where nothing is to be told
  /// @param log    told what is played
  /// @param warn   told which output cannot be switched, and when it can again
  public CuePlayer(List<Voice> voices, Consumer<String> log, Consumer<String> warn) {
    this.voices = List.copyOf(voices);
    this.log = log;
    this.warn = warn;
  }

  /// Takes cues and leaves other payloads. From one thread; never waits, allocates nothing.
  @Override
  public void emit(Payload payload) {
    if (payload instanceof Cue cue && box.put(cue)) {
      LockSupport.unpark(thread);
    }
  }

  /// Has all outputs show for 5 s which bar it is, whatever cues are wished; a cue goes first. From any thread, never waits.
  ///
  /// @return names of the outputs
  public List<String> identify() {
    identifyWished.set(true);
    LockSupport.unpark(thread);
    return voices.stream().map(Voice::name).toList();
  }

  /// Goes on by itself until [#close], on the clock of [System#nanoTime()].
  ///
  /// @param beforehand done first, on the thread that plays
  public void start(Runnable beforehand) {
    first = beforehand;
    started = true;
    thread.start();
  }

  private void run() {
    try {
      first.run();
      while (!stopping) {
        LockSupport.parkNanos(doWork(System.nanoTime()) ? PLAYING_NS : IDLE_NS);
      }
    } catch (RuntimeException | Error e) {
      warn.accept("cues are not told any more: " + e);
    } finally {
      silence(System.nanoTime());
      ended.countDown();
    }
  }

  /// Plays what has come, and goes on with what plays.
  ///
  /// @param nowNs on the clock of the samples
  /// @return whether anything plays
  public boolean doWork(long nowNs) {
    lastNs = nowNs;
    for (LocalCue cue : CUES) {
      long untilNs = box.take(cue);
      if (untilNs != CueBox.NONE && nowNs <= untilNs) {
        tell(cue, nowNs);
      }
    }
    if (identifyWished.getAndSet(false) && !voices.isEmpty()) {
      voices.forEach(voice -> voice.identify(IDENTIFY, nowNs));
      log.accept("identify: blinks and beeps for 5 s");
    }
    boolean playing = false;
    for (Voice voice : voices) {
      voice.poll(nowNs);
      playing |= voice.isPlaying();
      Boolean good = voice.news();
      if (good != null) {
        warn.accept("cues: " + voice.name() + (good ? ": works again" : ": cannot be switched; it is tried again"));
      }
    }
    return playing;
  }

  private void tell(LocalCue cue, long nowNs) {
    // Switched first, said afterwards.
    List<String> where = new ArrayList<>();
    for (Voice voice : voices) {
      if (voice.tell(cue, nowNs)) {
        where.add(voice.name());
      }
    }
    if (!where.isEmpty()) {
      log.accept("cue: " + cue.words() + " (" + String.join(", ", where) + ")");
    }
  }

  private void silence(long nowNs) {
    for (Voice voice : voices) {
      voice.silence(nowNs);
    }
  }

  /// Ends what plays and switches everything off.
  @Override
  public void close() {
    stopping = true;
    if (!started) {
      silence(lastNs);
      return;
    }
    LockSupport.unpark(thread);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
