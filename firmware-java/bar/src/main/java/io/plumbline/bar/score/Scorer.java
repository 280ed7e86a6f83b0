package io.plumbline.bar.score;

import io.plumbline.bar.recording.TruthColumn;
import io.plumbline.bar.recording.TruthFrame;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepTrace;
import io.plumbline.core.rep.StrokeFinder;

/// Compares each rep with the reference columns. Where the recording names reference phases, the true rep is the reference ascent;
/// otherwise true peak, mean and range of motion are taken between the measured boundaries, and the true boundaries are where the rules for
/// a stroke find them on the reference height and velocity.
///
/// Not thread-safe: it lives on the thread that feeds the pipeline.
public final class Scorer implements PipelineListener {
  private static final double LOOK_AROUND_NS = 1.5e9;
  private static final double DEG_PER_RAD = 180 / Math.PI;

  private final TruthTrack truth = new TruthTrack();
  private final ScoreTable table;
  private final int facing;
  private final MotionCurve curve = new MotionCurve();
  private final StrokeFinder strokes = new StrokeFinder();
  private final long[] timesNs = new long[1 << 14];
  private final double[] heightsM = new double[timesNs.length];
  private final double[] velocitiesMps = new double[timesNs.length];
  private final double[] up = new double[3];

  /// @param facing side of the bar frame that the lifter faces, 0 where not known
  public Scorer(ScoreTable table, int facing) {
    this.table = table;
    this.facing = facing;
  }

  /// Takes the reference of a row, before the pipeline takes the row's samples.
  public void before(long timeNs, TruthFrame frame) {
    truth.add(timeNs, frame);
  }

  /// Compares the attitude after the pipeline took the row's samples.
  public void after(TruthFrame frame, BarPipeline pipeline) {
    double w = frame.get(TruthColumn.QW);
    if (Double.isNaN(w) || pipeline.atRest() || !pipeline.upInBar(up)) {
      return;
    }
    double x = frame.get(TruthColumn.QX);
    double y = frame.get(TruthColumn.QY);
    double z = frame.get(TruthColumn.QZ);
    double cosine = up[0] * 2 * (x * z - w * y) + up[1] * 2 * (y * z + w * x) + up[2] * (1 - 2 * (x * x + y * y));
    table.inclination(Math.acos(Math.max(-1, Math.min(1, cosine))) * DEG_PER_RAD);
  }

  /// Ends the comparison.
  public void finish() {
    table.truth(!truth.isEmpty(), truth.hasPhases(), truth.ascents());
  }

  @Override
  public void onPhase(long timeNs, Phase phase) {}

  @Override
  public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

  @Override
  public void onRep(RepMeasures rep) {
    double startNs = rep.concentricStartNs;
    double endNs = rep.concentricEndNs;
    double startErrorS = Double.NaN;
    double endErrorS = Double.NaN;
    if (truth.hasPhases()) {
      long k = truth.ascentAt(rep.concentricStartNs, rep.concentricEndNs);
      if (k < 0) {
        table.unmatched();
        return;
      }
      startNs = truth.ascentStartNs(k);
      endNs = truth.ascentEndNs(k);
      startErrorS = (rep.concentricStartNs - startNs) * 1e-9;
      endErrorS = (rep.concentricEndNs - endNs) * 1e-9;
    } else {
      int stroke = trueStroke(rep);
      if (stroke >= 0) {
        startErrorS = (rep.concentricStartNs - strokes.startNs(stroke)) * 1e-9;
        endErrorS = (rep.concentricEndNs - strokes.endNs(stroke)) * 1e-9;
      }
    }
    double trueRomM = truth.heightM(endNs) - truth.heightM(startNs);
    double trueMeanMps = trueRomM / ((endNs - startNs) * 1e-9);
    double truePeakMps = peakMps(startNs, endNs);
    table.rep(new RepScore(rep.concentricStartNs * 1e-9, rep.peakConcentricMps, rep.peakConcentricMps - truePeakMps,
        rep.peakConcentricSdMps, rep.meanConcentricMps, rep.meanConcentricMps - trueMeanMps, rep.meanConcentricSdMps,
        rep.rangeOfMotionM, rep.rangeOfMotionM - trueRomM, rep.rangeOfMotionSdM, heightRmseM(rep), forwardRmseM(rep),
        startErrorS, endErrorS));
  }

  private double peakMps(double startNs, double endNs) {
    double peak = Double.NaN;
    for (long i = truth.indexAt((long) startNs); i < truth.end() && truth.timeNs(i) <= endNs; i++) {
      double v = truth.velocityMps(i);
      peak = Double.isNaN(peak) || v > peak ? v : peak;
    }
    return peak;
  }

  /// The up-stroke of the reference that overlaps the rep most, −1 where none does.
  private int trueStroke(RepMeasures rep) {
    int n = 0;
    long last = (long) (rep.concentricEndNs + LOOK_AROUND_NS);
    for (long i = truth.indexAt((long) (rep.concentricStartNs - LOOK_AROUND_NS)); i < truth.end()
        && truth.timeNs(i) <= last && n < timesNs.length; i++) {
      double v = truth.velocityMps(i);
      if (!Double.isNaN(v)) {
        timesNs[n] = truth.timeNs(i);
        heightsM[n] = truth.heightM((double) timesNs[n]);
        velocitiesMps[n] = v;
        n++;
      }
    }
    if (n < 2) {
      return -1;
    }
    curve.load(timesNs, heightsM, velocitiesMps, n);
    strokes.find(curve);
    int best = -1;
    double bestNs = 0;
    for (int k = 0; k < strokes.count(); k++) {
      double overlap = Math.min(strokes.endNs(k), (double) rep.concentricEndNs)
          - Math.max(strokes.startNs(k), (double) rep.concentricStartNs);
      if (strokes.up(k) && overlap > bestNs) {
        best = k;
        bestNs = overlap;
      }
    }
    return best;
  }

  private double heightRmseM(RepMeasures rep) {
    double zeroM = truth.heightM((double) rep.concentricStartNs);
    ErrorSum sum = new ErrorSum();
    RepTrace t = rep.trace;
    double fromS = rep.eccentricStartNs == 0 ? 0 : Math.min(0, (rep.eccentricStartNs - rep.concentricStartNs) * 1e-9);
    for (int k = 0; k < t.size; k++) {
      if (t.timeS[k] < fromS) {
        // The slack pull before it: a bar that lies still would flatter the mean.
        continue;
      }
      sum.add(t.heightM[k] - (truth.heightM((double) rep.concentricStartNs + t.timeS[k] * 1e9) - zeroM));
    }
    return sum.rmse();
  }

  private double forwardRmseM(RepMeasures rep) {
    if (facing == 0) {
      return Double.NaN;
    }
    ErrorSum sum = new ErrorSum();
    RepTrace t = rep.trace;
    for (int k = 0; k < t.size; k++) {
      double nowNs = rep.concentricStartNs + t.timeS[k] * 1e9;
      if (nowNs >= rep.concentricStartNs && nowNs <= rep.concentricEndNs) {
        sum.add(t.forwardM[k] - facing * truth.acrossM((double) rep.concentricStartNs, nowNs));
      }
    }
    return sum.rmse();
  }
}
