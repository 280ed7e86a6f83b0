package io.plumbline.drivers.signal;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.jspecify.annotations.Nullable;

/// Plays patterns on an output. One thread plays and polls; polling never waits, never throws and allocates nothing. An output that fails is
/// tried again at the next poll.
public final class SignalOutput {
  private final DigitalOutput output;
  private @Nullable SignalPattern pattern;
  private long startNs;
  private boolean on;
  private boolean known;
  private long failures;

  /// @param output opened by whoever wires the program; active high
  public SignalOutput(DigitalOutput output) {
    this.output = output;
  }

  /// Plays a pattern from now on; one that is still playing ends.
  public void play(SignalPattern next, long nowNs) {
    pattern = next;
    startNs = nowNs;
    poll(nowNs);
  }

  /// Ends what is playing.
  public void stop(long nowNs) {
    pattern = null;
    poll(nowNs);
  }

  /// Whether a pattern is playing.
  public boolean isPlaying() {
    return pattern != null;
  }

  /// Switches the output where that is due.
  public void poll(long nowNs) {
    SignalPattern playing = pattern;
    boolean wanted = false;
    if (playing != null) {
      wanted = playing.isOn(nowNs - startNs);
      if (nowNs - startNs >= playing.lengthNs()) {
        pattern = null;
      }
    }
    if (known && wanted == on) {
      return;
    }
    known = drive(wanted ? DigitalState.HIGH : DigitalState.LOW);
    on = wanted;
    if (!known) {
      failures++;
    }
  }

  /// A pin may tell by an exception that it cannot be switched, or by the state that it is in afterwards.
  private boolean drive(DigitalState level) {
    try {
      return output.state(level).state() == level;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /// Whether the output could be switched the last time it had to be; false before the first.
  public boolean isGood() {
    return known;
  }

  /// How often the output could not be switched.
  public long failures() {
    return failures;
  }
}
