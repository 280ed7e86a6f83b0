package io.plumbline.core.pipeline;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A bar that follows a script of holds and minimum-jerk movements (Flash and Hogan 1985), felt by any set of pods.
final class ScriptedBar {
  private static final double G = 9.80665;

  private record Move(double startS, double durationS, double fromM, double toM) {}

  private final List<Move> moves = new ArrayList<>();
  private final Random random;
  private double endS;
  private double heightM;
  double rateHz = 1000;
  double accelNoiseMps2 = 0.02;
  double gyroNoiseRadps = 0.001;
  double accelBiasMps2 = 0.03;
  double gyroBiasRadps = 0.004;
  double rollRad = 0.3;
  double forwardM;
  Set<ImuSite> sites = Set.of(ImuSite.LEFT, ImuSite.RIGHT);
  double plateKg = Double.NaN;
  boolean alternate;
  double rightDiesS = Double.POSITIVE_INFINITY;

  ScriptedBar(long seed) {
    random = new Random(seed);
  }

  ScriptedBar hold(double seconds) {
    endS += seconds;
    return this;
  }

  ScriptedBar moveTo(double toM, double seconds) {
    moves.add(new Move(endS, seconds, heightM, toM));
    endS += seconds;
    heightM = toM;
    return this;
  }

  double endS() {
    return endS;
  }

  /// Start of the k-th movement.
  double startS(int k) {
    return moves.get(k).startS();
  }

  /// Height, velocity, acceleration and share of the movement done at a time.
  private double[] at(double t) {
    double h = 0;
    for (Move m : moves) {
      if (t < m.startS()) {
        break;
      }
      double s = Math.min(1, (t - m.startS()) / m.durationS());
      double d = m.toM() - m.fromM();
      h = m.fromM() + d * s * s * s * (10 - 15 * s + 6 * s * s);
      if (s < 1) {
        double v = d / m.durationS() * 30 * s * s * (1 - s) * (1 - s);
        double a = d / (m.durationS() * m.durationS()) * 60 * s * (1 - s) * (1 - 2 * s);
        double out = d > 0 ? s : 1 - s;
        double y = Math.sin(Math.PI * out) * Math.sin(Math.PI * out);
        double ya = 2 * Math.PI * Math.PI / (m.durationS() * m.durationS()) * Math.cos(2 * Math.PI * out);
        return new double[]{h, v, a, forwardM * y, forwardM * ya};
      }
    }
    return new double[]{h, 0, 0, 0, 0};
  }

  /// Feeds all samples.
  void play(BarPipeline pipeline) {
    SensorFrame frame = new SensorFrame();
    long n = Math.round(endS * rateHz);
    for (long i = 0; i < n; i++) {
      fill(frame, i);
      pipeline.accept(frame);
    }
    pipeline.finish();
  }

  /// Fills in the i-th sample; the script begins again at its end.
  void fill(SensorFrame frame, long i) {
    double sinceStartS = i / rateHz;
    frame.reset(Math.round(sinceStartS * 1e9) + 1_000_000_000L);
    double t = sinceStartS % endS;
    double[] m = at(t);
    for (ImuSite site : ImuSite.values()) {
      boolean itsTurn = !alternate || (i + site.ordinal()) % 2 == 0;
      boolean dead = site == ImuSite.RIGHT && t > rightDiesS;
      if (sites.contains(site) && itsTurn && !dead) {
        putImu(frame, site, m);
      }
    }
    if (!Double.isNaN(plateKg)) {
      boolean held = m[0] > 0.001 || m[1] != 0;
      double newton = held ? -(plateKg + 6.7) * (G + m[2]) : 32;
      put(frame, Channel.LEFT_FY.ordinal(), newton * Math.sin(rollRad), 1);
      put(frame, Channel.LEFT_FZ.ordinal(), newton * Math.cos(rollRad), 1);
      put(frame, Channel.RIGHT_FY.ordinal(), newton * Math.sin(rollRad), 1);
      put(frame, Channel.RIGHT_FZ.ordinal(), newton * Math.cos(rollRad), 1);
    }
  }

  private void putImu(SensorFrame frame, ImuSite site, double[] m) {
    double up = G + m[2];
    double across = m[4];
    double c = Math.cos(rollRad);
    double s = Math.sin(rollRad);
    int first = site.firstChannel();
    put(frame, first, accelBiasMps2, accelNoiseMps2);
    put(frame, first + 1, across * c + up * s + accelBiasMps2, accelNoiseMps2);
    put(frame, first + 2, up * c - across * s - accelBiasMps2, accelNoiseMps2);
    put(frame, first + 3, gyroBiasRadps, gyroNoiseRadps);
    put(frame, first + 4, -gyroBiasRadps, gyroNoiseRadps);
    put(frame, first + 5, gyroBiasRadps, gyroNoiseRadps);
  }

  private void put(SensorFrame frame, int channel, double value, double noise) {
    frame.set(CHANNELS[channel], value + noise * random.nextGaussian());
  }

  private static final Channel[] CHANNELS = Channel.values();

  /// The setup whose lifter faces +y.
  static BarSetup facingForward() {
    BarSetup d = BarSetup.DEFAULT;
    return new BarSetup(d.mounts(), d.levers(), 1, d.enteredLoadKg(), d.barKg(), d.outboardKg(), d.gravityMps2());
  }
}
