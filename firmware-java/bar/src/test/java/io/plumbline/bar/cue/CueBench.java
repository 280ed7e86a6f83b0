package io.plumbline.bar.cue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.contract.payload.Cue;
import io.plumbline.drivers.signal.SignalOutput;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.OutputLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A player with a buzzer and a light on a board, and a record of what they did.
final class CueBench implements AutoCloseable {
  static final long START_NS = 5_000_000_000L;
  static final long MILLISECOND = 1_000_000;
  // Held, so that the level stays.
  private static final Logger NOISY = Logger.getLogger("com.pi4j");

  static {
    NOISY.setLevel(Level.OFF);
  }

  /// Changes of the level, as `on 150`: ms since the start.
  final List<String> buzzer = new CopyOnWriteArrayList<>();
  final List<String> light = new CopyOnWriteArrayList<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> complaints = new CopyOnWriteArrayList<>();
  final CuePlayer player;
  volatile boolean broken;
  private final Context context;
  private final LongSupplier clock;
  private long nowNs = START_NS;
  private int cues;

  /// On a clock that [#pass] moves on.
  CueBench(String toml) throws ConfigException {
    this(toml, null, line -> {}, line -> {});
  }

  /// On the computer's clock, with a player that is to be started.
  static CueBench running(String toml, Consumer<String> log, Consumer<String> warn) throws ConfigException {
    return new CueBench(toml, System::nanoTime, log, warn);
  }

  private CueBench(String toml, @Nullable LongSupplier running, Consumer<String> log, Consumer<String> warn)
      throws ConfigException {
    this.clock = running == null ? () -> nowNs : running;
    BarConfig.Cues config = new BarConfigReader().with("test", toml).read().cues();
    Board board = new Board(clock).withOutput(config.buzzerLine(), log(buzzer)).withOutput(config.ledLine(),
        log(light));
    context = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(VirtualPlugin.providers(board, Set.of(), passNs -> {})).build();
    List<Voice> voices = List.of(Voice.buzzer(config, output(config.buzzerLine())),
        Voice.light(config, output(config.ledLine())));
    player = new CuePlayer(voices, log.andThen(told::add), warn.andThen(complaints::add));
  }

  private OutputLine log(List<String> changes) {
    return (high, timeNs) -> {
      if (broken) {
        throw new Pi4JException("the line is gone");
      }
      String last = changes.isEmpty() ? "off" : changes.getLast();
      if (high != last.startsWith("on")) {
        changes.add((high ? "on " : "off ") + (timeNs - START_NS) / MILLISECOND);
      }
    };
  }

  private SignalOutput output(int line) {
    return new SignalOutput(
        context.create(DigitalOutput.newConfigBuilder(context).id("line-" + line).bcm(line).build()));
  }

  /// A cue that is decided now.
  Cue cue(Cue.Kind kind, @Nullable String rule) {
    cues++;
    return new Cue("cue-" + cues, kind, clock.getAsLong(), null, 1000, "Text", rule);
  }

  /// Tells a cue that is decided now.
  void tell(Cue.Kind kind, @Nullable String rule) {
    player.emit(cue(kind, rule));
    player.doWork(clock.getAsLong());
  }

  /// Lets time pass with a look each millisecond.
  void pass(int milliseconds) {
    for (int i = 0; i < milliseconds; i++) {
      nowNs += MILLISECOND;
      player.doWork(nowNs);
    }
  }

  /// Lets time pass in which nobody looks.
  void skip(int milliseconds) {
    nowNs += milliseconds * MILLISECOND;
  }

  /// Levels now: buzzer, light.
  List<Boolean> levels() {
    List<Boolean> levels = new ArrayList<>();
    for (List<String> changes : List.of(buzzer, light)) {
      levels.add(!changes.isEmpty() && changes.getLast().startsWith("on"));
    }
    return levels;
  }

  @Override
  public void close() {
    player.close();
    context.shutdown();
  }
}
