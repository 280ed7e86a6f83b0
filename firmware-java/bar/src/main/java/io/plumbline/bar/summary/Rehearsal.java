package io.plumbline.bar.summary;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Measures some made-up reps before the first true one, and throws away what comes of them: so the Java machine has loaded and compiled the way
/// from a frame to a summary when somebody lifts, and does not have to while a cue is waited for. Nothing of it is left behind, so that the true
/// measurement is the same with it and without. To be run before that one is made: both need the same memory.
public final class Rehearsal {
  private static final String NOBODY = "rehearsal";
  private static final Set<Channel> CHANNELS = EnumSet.of(Channel.LEFT_AX, Channel.LEFT_AY, Channel.LEFT_AZ,
      Channel.LEFT_GX, Channel.LEFT_GY, Channel.LEFT_GZ, Channel.RIGHT_AX, Channel.RIGHT_AY, Channel.RIGHT_AZ,
      Channel.RIGHT_GX, Channel.RIGHT_GY, Channel.RIGHT_GZ, Channel.LEFT_FZ, Channel.RIGHT_FZ);
  private static final Channel[] ALL = Channel.values();
  private static final int AXES = 3;
  private static final long STEP_NS = 1_000_000;
  private static final double REST_S = 1.5;
  private static final double STROKE_S = 1;
  private static final double HOLD_S = 0.6;
  private static final double REP_S = REST_S + 2 * STROKE_S + HOLD_S;
  private static final double RISE_M = 0.55;
  private static final double SIDE_KG = 50;
  private static final double NOISE_MPS2 = 0.02;
  private static final double NOISE_RADPS = 0.001;

  private final ContractCodec codec = new ContractCodec();
  private final SensorFrame frame = new SensorFrame();
  private final BarSetup setup = BarSetup.DEFAULT;
  private final Measurement measurement = new Measurement(new StreamContext(NOBODY, NOBODY, Info.Mode.REPLAY, setup,
      CHANNELS, Exercise.DEADLIFT_CONVENTIONAL, null, StreamContext.DEFAULT_SET_PAUSE), codec::encode, List.of(),
      Optional::empty);
  private long noise = 1;

  private Rehearsal() {}

  /// Rehearses.
  ///
  /// @return reps that were found
  public static long run(int reps) {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.measurement.begin(NOBODY);
    long steps = Math.round(((reps + 1) * REP_S) * 1e9) / STEP_NS;
    for (long i = 1; i <= steps; i++) {
      rehearsal.step(i * STEP_NS, reps * REP_S);
    }
    rehearsal.measurement.finish();
    return rehearsal.measurement.stream().reps();
  }

  private void step(long timeNs, double untilS) {
    double timeS = timeNs * 1e-9;
    double inRepS = timeS < untilS ? timeS % REP_S : 0;
    double upS = inRepS - REST_S;
    double downS = upS - STROKE_S - HOLD_S;
    double accelMps2 = stroke(upS) - stroke(downS);
    boolean hangs = upS > 0 && downS < STROKE_S;
    double specificMps2 = setup.gravityMps2() + accelMps2;
    double forceN = hangs ? SIDE_KG * specificMps2 : 0;
    frame.reset(timeNs);
    setImu(Channel.LEFT_AX.ordinal(), specificMps2);
    setImu(Channel.RIGHT_AX.ordinal(), specificMps2);
    frame.set(Channel.LEFT_FZ, forceN + random());
    frame.set(Channel.RIGHT_FZ, forceN + random());
    measurement.accept(frame);
  }

  /// Acceleration of the smoothest rise (minimum jerk).
  private static double stroke(double sinceS) {
    double u = sinceS / STROKE_S;
    return u <= 0 || u >= 1 ? 0 : RISE_M / (STROKE_S * STROKE_S) * u * (60 + u * (-180 + 120 * u));
  }

  private void setImu(int first, double upMps2) {
    for (int i = 0; i < AXES; i++) {
      frame.set(ALL[first + i], NOISE_MPS2 * random());
      frame.set(ALL[first + AXES + i], NOISE_RADPS * random());
    }
    frame.set(ALL[first + AXES - 1], upMps2 + NOISE_MPS2 * random());
  }

  /// Between −1 and 1: a sensor without noise counts as stuck. The same each time (Knuth, MMIX).
  private double random() {
    noise = noise * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    return (noise >> 32) / (double) (1L << 31);
  }
}
