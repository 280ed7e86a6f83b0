package io.plumbline.demo.history;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Energy;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Landing;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Lockout;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.Symmetry;
import io.plumbline.contract.payload.Trace;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.contract.payload.WallTime;
import io.plumbline.daemon.domain.Received;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Sets as a bar would have told them. Values are those of deadlifts as `domain.md` section 5 has them; the same seed gives the same.
final class PastReps {
  private static final String BAR = "demo-past";
  private static final double BAR_KG = 20;
  /// Velocity at the max, and how much faster it is without load.
  private static final double AT_MAX_MPS = 0.22;
  private static final double SLOPE_MPS = 1.38;
  private static final double DRIFT_LIMIT_M = 0.036;
  private static final double USUAL_DRIFT_M = 0.021;
  private static final double JERKED_S = 0.3;
  private static final double HURRIED_S = 0.6;
  private static final double UNEVEN_SHARE = 0.028;
  private static final double LOSS_LIMIT_MPS = 0.06;
  private static final double REST_BETWEEN_REPS_S = 2;

  private final String journal;
  private final Random random;
  private final ContractCodec codec = new ContractCodec();
  private long sequence;
  private int setNumber;

  PastReps(String journal, long seed) {
    this.journal = journal;
    this.random = new Random(seed);
  }

  /// What was lifted in one set.
  record Plan(PastAthlete athlete, Exercise exercise, int weeksAgo, double loadKg, int reps, double daySdMps,
      Instant at) {}

  private record Done(RepSummary rep, double endS) {}

  /// The set's reps with their curves, and its end.
  List<Received> set(Plan plan) {
    setNumber++;
    List<Received> received = new ArrayList<>();
    List<RepSummary> reps = new ArrayList<>();
    double timeS = 0;
    for (int number = 1; number <= plan.reps(); number++) {
      Done done = rep(plan, number, timeS, received);
      reps.add(done.rep);
      timeS = done.endS + REST_BETWEEN_REPS_S;
    }
    SetSummary summary = summary(plan, reps, timeS);
    received.add(new Received.ClosedSet(summary, json(summary)));
    return received;
  }

  private Done rep(Plan plan, int number, double timeS, List<Received> received) {
    PastAthlete who = plan.athlete();
    boolean fromFloor = plan.exercise() != Exercise.ROMANIAN_DEADLIFT;
    double share = plan.loadKg() / (who.maxKg(plan.weeksAgo()) * (fromFloor ? 1 : 0.8));
    double mps = Math.max(0.16, AT_MAX_MPS + SLOPE_MPS * (1 - share) - who.slowerMps(plan.weeksAgo()) + plan.daySdMps()
        - 0.012 * (number - 1) * share + 0.008 * random.nextGaussian());
    double driftM = Math.max(0.004, who.driftM(plan.weeksAgo(), number) + 0.007 * random.nextGaussian());
    double tensionS = Math.max(0.12, who.tensionS(plan.weeksAgo()) * (1 + 0.22 * random.nextGaussian()));
    Stroke stroke = new Stroke(mps, (fromFloor ? 0.54 : 0.48) + 0.004 * random.nextGaussian(), driftM, tensionS,
        plan.loadKg(), who.leftShare + 0.007 * random.nextGaussian());
    RecordKey key = new RecordKey(BAR, journal, ++sequence);
    long epochMs = plan.at().toEpochMilli() + Math.round(1000 * timeS);
    RepSummary rep = new RepSummary(key, new WallTime(epochMs, true), startNs(timeS), who.shownName, plan.exercise(),
        setNumber, number, RepSummary.Outcome.COMPLETED, velocity(stroke),
        new Motion(round(stroke.romM()), 0.003, round(stroke.upS()), 0.004, round(0.4 * stroke.upS()), Stroke.DOWN_S,
            0.006, Stroke.HOLD_S),
        new Path(true, round(driftM), -0.003, round(0.2 * driftM), 0.003, 0.002, 0.003, round(driftM),
            round(0.7 * driftM)),
        load(plan.loadKg()),
        new Energy(round(plan.loadKg() * 9.80665 * mps), round(plan.loadKg() * 9.80665 * stroke.peakMps() * 1.1),
            round(plan.loadKg() * 9.80665 * stroke.romM()), round(stroke.peakForceN()), null),
        slack(stroke, startNs(timeS)),
        new Symmetry(round(stroke.leftShare()), 0.01, 0.002, 0.008, 0.004, 0.05),
        new Landing(startNs(timeS + stroke.upS() + Stroke.HOLD_S + Stroke.DOWN_S), 0.4, 0.015, 60.0, 1.5, false),
        new Lockout(Stroke.HOLD_S, 0.015, 0.006), List.of(), findings(stroke), positives(stroke), null);
    received.add(new Received.Rep(rep, json(rep)));
    Trace trace = stroke.trace(key);
    received.add(new Received.Curves(trace, json(trace)));
    return new Done(rep, timeS + stroke.upS() + Stroke.HOLD_S + Stroke.DOWN_S);
  }

  private static long startNs(double timeS) {
    return Math.round((100 + timeS) * 1e9);
  }

  private static Velocity velocity(Stroke stroke) {
    double mps = stroke.meanMps();
    return new Velocity(round(mps), 0.006, round(stroke.peakMps()), 0.01, round(1.05 * mps), 0.007,
        round(stroke.romM() / Stroke.DOWN_S), 0.008, round(1.875 * stroke.romM() / Stroke.DOWN_S), 0.014,
        round(0.75 * mps), 0.012, null, null, null);
  }

  private static Load load(double kg) {
    double side = (kg - BAR_KG) / 2;
    return new Load(Load.Source.WEIGHED, round(kg + 0.1), 0.2, round(side + 0.06), round(side + 0.04));
  }

  private static Slack slack(Stroke stroke, long liftOffNs) {
    double tensionS = stroke.tensionS();
    Slack.Grade grade = tensionS < JERKED_S
        ? Slack.Grade.JERKED
        : tensionS < HURRIED_S ? Slack.Grade.HURRIED : Slack.Grade.TAUT;
    return new Slack(liftOffNs - Math.round(tensionS * 1e9), round(tensionS), 0.01,
        grade == Slack.Grade.TAUT ? 0.85 : null,
        grade == Slack.Grade.TAUT ? 0.3 : 0.0, round(150 / tensionS), grade == Slack.Grade.JERKED ? 1.32 : 1.1, 0.006,
        grade);
  }

  private static List<Finding> findings(Stroke stroke) {
    List<Finding> found = new ArrayList<>();
    if (stroke.driftM() > DRIFT_LIMIT_M) {
      found.add(new Finding("forward-drift", round(stroke.driftM()), USUAL_DRIFT_M, "m",
          String.format(Locale.ROOT, "Your bar travelled %.1f cm forward, %.1f cm more than your baseline.",
              100 * stroke.driftM(), 100 * (stroke.driftM() - USUAL_DRIFT_M))));
    }
    if (stroke.tensionS() < JERKED_S) {
      found.add(new Finding("jerked-start", round(stroke.tensionS()), 0.7, "s", String.format(Locale.ROOT,
          "You pulled the slack in only %.2f s, %.2f s less than your baseline.", stroke.tensionS(),
          0.7 - stroke.tensionS())));
    }
    if (Math.abs(stroke.leftShare() - 0.5) > UNEVEN_SHARE) {
      found.add(new Finding("uneven-force", round(100 * stroke.leftShare()), 50.5, "%", String.format(Locale.ROOT,
          "Your left side did %.1f %% of the work, %.1f %% more than your baseline.", 100 * stroke.leftShare(),
          100 * stroke.leftShare() - 50.5)));
    }
    return found;
  }

  private static List<Finding> positives(Stroke stroke) {
    List<Finding> found = new ArrayList<>();
    if (stroke.tensionS() > HURRIED_S) {
      found.add(new Finding("calm-start", round(stroke.tensionS()), 0.95, "s", String.format(Locale.ROOT,
          "You took %.2f s to pull the slack, and the bar left the floor without a jerk.", stroke.tensionS())));
    }
    return found;
  }

  private SetSummary summary(Plan plan, List<RepSummary> reps, double durationS) {
    double best = reps.stream().mapToDouble(rep -> rep.velocity().meanConcentricMps()).max().orElseThrow();
    double last = reps.getLast().velocity().meanConcentricMps();
    double loss = best - last;
    List<Finding> findings = loss > LOSS_LIMIT_MPS
        ? List.of(new Finding("velocity-loss", round(loss), null, "m/s",
            String.format(Locale.ROOT, "Your last rep was %.2f m/s slower than your best one.", loss)))
        : List.of();
    return new SetSummary(new RecordKey(BAR, journal, ++sequence), reps.getFirst().wallTime(), startNs(0), durationS,
        plan.athlete().shownName, plan.exercise(), setNumber, reps.size(), 0,
        reps.stream().map(rep -> rep.key().sequence()).toList(), load(plan.loadKg()), best, last, round(loss),
        round(100 * loss / best),
        round(reps.stream().mapToDouble(rep -> rep.motion().rangeOfMotionM()).average().orElse(0)),
        round(plan.loadKg() * reps.size()), List.of(), SetSummary.EndReason.PAUSE, null, findings);
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  private String json(Payload payload) {
    return new String(codec.encode(payload), StandardCharsets.UTF_8);
  }
}
