package io.plumbline.simulator.lifter;

import io.plumbline.simulator.scenario.Action;
import io.plumbline.simulator.scenario.Body;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Exercise.Start;
import io.plumbline.simulator.scenario.Incident;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.RepPlan.Descent;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes a scenario out as moves, one after the other.
final class Script {
  private static final double EASY_S = 0.7;
  private static final double BREAK_S = 0.3;
  private static final double UNLOAD_S = 0.3;
  private static final double UNRACK_M = 0.05;
  private static final double STEP_M = 0.25;
  private static final double STEP_S = 0.7;
  private static final double BENCH_WAY_M = 0.12;
  /// So far from the hooks the bar passes them, drift of its path included.
  private static final double CLEAR_M = 0.1;
  /// How far the hang of a row or a Romanian deadlift is above the floor at the least.
  private static final double HANG_M = 0.06;
  private static final double LANDING_SD_M = 0.004;

  private final Scenario scenario;
  private final Start start;
  private final double standing;
  private final double bent;
  private final SplittableRandom random;
  private final List<Move> moves = new ArrayList<>();

  private Script(Scenario scenario, SplittableRandom random) {
    Body body = scenario.body();
    this.scenario = scenario;
    this.start = scenario.exercise().start();
    this.standing = Lifter.STANDING_RAD;
    this.bent = StrictMath.toRadians(body.startTrunkDeg());
    this.random = random;
  }

  static List<Move> of(Scenario scenario, SplittableRandom random) {
    Script script = new Script(scenario, random);
    for (int i = 0; i < scenario.sets().size(); i++) {
      script.set(scenario.sets().get(i), i + 1);
    }
    return List.copyOf(script.moves);
  }

  private void set(SetPlan set, int number) {
    double bentLumbarDeg = set.actions().stream().filter(RepPlan.class::isInstance).map(RepPlan.class::cast)
        .mapToDouble(rep -> rep.spine().startDeg()).findFirst().orElse(0);
    moves.add(new Marks.Set(number, set.leftKg(), set.rightKg(), bentLumbarDeg));
    moves.add(new Holds.Rest(Stage.IDLE, set.restBeforeS(), standing));
    boolean anyRep = set.actions().stream().anyMatch(RepPlan.class::isInstance);
    if (start == Start.FLOOR) {
      floorSet(set);
    } else if (anyRep) {
      heldSet(set);
    } else {
      set.actions().forEach(action -> lying((Incident) action));
    }
    moves.add(new Holds.Rest(Stage.IDLE, set.restAfterS(), standing));
  }

  private void floorSet(SetPlan set) {
    boolean holding = false;
    int reps = 0;
    boolean bounced = false;
    List<Action> actions = set.actions();
    for (int i = 0; i < actions.size(); i++) {
      switch (actions.get(i)) {
        case Incident incident -> {
          if (holding && incident.kind() != Incident.Kind.REGRIP) {
            moves.add(new Pulls.Unload(Stage.IDLE, UNLOAD_S, 0, standing));
            holding = false;
          }
          lying(incident);
          holding |= incident.kind() == Incident.Kind.REGRIP;
        }
        case RepPlan rep -> {
          reps++;
          boolean more = i + 1 < actions.size() && actions.get(i + 1) instanceof RepPlan;
          boolean bounce = more && rep.pauseS() == 0 && rep.descent().kind() == Descent.Kind.CONTROLLED
              && isLifted(rep);
          floorRep(rep, reps, holding, bounced, bounce);
          bounced = bounce;
          holding = more && rep.descent().kind() != Descent.Kind.RELEASED;
          if (!bounce) {
            moves.add(new Pulls.Unload(Stage.BOTTOM, UNLOAD_S, holding ? 0.3 : 0, holding ? Double.NaN : standing));
            moves.add(new Holds.Settle(Stage.BOTTOM));
            moves.add(new Marks.EndOfRep());
            if (rep.descent().kind() != Descent.Kind.CONTROLLED) {
              moves.add(new Straighten());
            }
            moves.add(new Holds.Rest(Stage.IDLE, rep.pauseS(), holding ? Double.NaN : standing));
          }
        }
      }
    }
    if (holding) {
      moves.add(new Pulls.Unload(Stage.IDLE, UNLOAD_S, 0, standing));
    }
  }

  private static boolean isLifted(RepPlan rep) {
    return rep.outcome().kind() != RepPlan.Outcome.Kind.NO_LIFT_OFF;
  }

  private void floorRep(RepPlan rep, int number, boolean holding, boolean bounced, boolean bounce) {
    if (!bounced) {
      moves.add(new Pulls.Grip(holding ? 0.5 : 1.4, bent));
    }
    moves.add(new Marks.BeginOfRep(rep, number));
    RepPlan.Slack slack = bounced ? new RepPlan.Slack(0.15, 0, 0) : rep.slack();
    double leftShare = rep.sides().leftShare();
    if (!isLifted(rep)) {
      moves.add(new Pulls.Tension(Stage.PULL, slack.tensionS(), rep.outcome().at(), leftShare, rep.outcome().holdS()));
      return;
    }
    boolean plateau = slack.plateauS() > 0;
    if (plateau) {
      moves.add(new Pulls.Tension(Stage.PULL, slack.tensionS(), slack.plateau(), leftShare, slack.plateauS()));
    }
    // Who holds a plateau lets the plates come off the floor before driving, so that they are not yanked through the bar's bend.
    moves.add(new Pulls.Through(Stage.PULL, plateau ? BREAK_S : slack.tensionS(), leftShare));
    up(rep, true);
    double landing = random.nextGaussian() * LANDING_SD_M;
    if (rep.descent().kind() == Descent.Kind.CONTROLLED) {
      boolean failed = rep.outcome().kind() == RepPlan.Outcome.Kind.FAILED;
      double share = failed ? Math.max(0.3, rep.outcome().at()) : 1;
      moves.add(
          new Descents.Lower(Stage.DESCENT, rep.descent().durationS() * Math.sqrt(share), rep.descent().touchDownMps(),
              true, landing));
    } else {
      moves.add(new Descents.Fall(rep.descent().kind()));
    }
    if (bounce) {
      moves.add(new Marks.EndOfRep());
    }
  }

  /// The ascent, as far as the rep's outcome lets it, and what is done at its end.
  private void up(RepPlan rep, boolean fromFloor) {
    RepPlan.Outcome outcome = rep.outcome();
    switch (outcome.kind()) {
      case HITCHED -> {
        // Nearer to the top the bar would be up before it sinks.
        double at = Math.min(0.88, outcome.at());
        moves.add(new Ascend(Stage.ASCENT, rep, fromFloor, 0, at));
        moves.add(new Holds.Hold(Stage.ASCENT, Math.max(0.3, outcome.holdS()), 0, 2, 0.02));
        moves.add(new Ascend(Stage.ASCENT, rep, false, at, 1));
      }
      case FAILED -> {
        moves.add(new Ascend(Stage.ASCENT, rep, fromFloor, 0, outcome.at()));
        moves.add(new Holds.Hold(Stage.ASCENT, outcome.holdS(), 0, 4, 0.01));
        return;
      }
      default -> moves.add(new Ascend(Stage.ASCENT, rep, fromFloor, 0, 1));
    }
    moves.add(new Holds.Hold(Stage.TOP, rep.lockout().holdS(), rep.lockout().leanBackM(), 1, 0));
  }

  private void lying(Incident incident) {
    if (incident.kind() == Incident.Kind.CARRY) {
      moves.add(new Pulls.Grip(1.2, bent));
      moves.add(new Marks.Place());
      moves.add(new Pulls.Through(Stage.OTHER, EASY_S, 0.5));
      moves.add(new Rise(0.25, 0.8, 0.6 * bent));
      moves.add(new Incidents.Walk(incident.size()));
      moves.add(new Descents.Lower(Stage.OTHER, 1.2, 0.15, true, incident.size()));
      moves.add(new Pulls.Unload(Stage.OTHER, UNLOAD_S, 0, standing));
      moves.add(new Holds.Settle(Stage.OTHER));
    } else {
      moves.add(Incidents.of(incident, false));
    }
    if (incident.kind() == Incident.Kind.KICK) {
      moves.add(new Straighten());
    }
    moves.add(new Holds.Rest(Stage.IDLE, incident.pauseS(), Double.NaN));
  }

  /// A set in which the bar is held from its beginning to its end.
  private void heldSet(SetPlan set) {
    boolean racked = scenario.exercise().isRacked();
    List<Action> before = new ArrayList<>();
    List<Action> during = new ArrayList<>(set.actions());
    while (during.getFirst() instanceof Incident) {
      before.add(during.removeFirst());
    }
    // Steps are taken with the bar held, the rest is done while it lies.
    List<Action> steps = before.stream().filter(action -> ((Incident) action).kind() == Incident.Kind.STEP).toList();
    before.removeAll(steps);
    during.addAll(0, steps);
    before.forEach(action -> lying((Incident) action));
    RepPlan first = during.stream().filter(RepPlan.class::isInstance).map(RepPlan.class::cast).findFirst()
        .orElseThrow();
    moves.add(new Pulls.Grip(1.2, racked ? standing : bent));
    moves.add(new Marks.Place());
    moves.add(new Pulls.Through(Stage.OTHER, EASY_S, 0.5));
    moves.add(new Rise(riseM(first, racked), racked ? 0.7 : 1.1, start == Start.HANG_LOW ? bent : standing));
    boolean walks = racked && scenario.exercise() != Exercise.BENCH_PRESS;
    walk(walks, racked, -1);
    double wayOutM = !racked ? 0 : walks ? -2 * STEP_M : BENCH_WAY_M;
    double placeM = wayOutM;
    int reps = 0;
    double leantBackM = 0;
    for (Action action : during) {
      switch (action) {
        case Incident drawn -> {
          Incident incident = clearOfRack(drawn, placeM, wayOutM);
          placeM += incident.kind() == Incident.Kind.STEP ? incident.size() : 0;
          moves.add(Incidents.of(incident, true));
          moves.add(new Holds.Rest(Stage.IDLE, incident.pauseS(), Double.NaN));
        }
        case RepPlan rep -> leantBackM = heldRep(rep, ++reps, leantBackM);
      }
    }
    // Who stepped aside goes back before the bar is put away: nobody swings it over to the hooks.
    steps(wayOutM - placeM);
    walk(walks, racked, 1);
    moves.add(new Marks.BackToPlace());
    moves.add(new Descents.Lower(Stage.OTHER, racked ? 0.7 : 1.3, 0.08, true, 0));
    moves.add(new Pulls.Unload(Stage.OTHER, UNLOAD_S, 0, standing));
    moves.add(new Holds.Rest(Stage.IDLE, 0.5, Double.NaN));
  }

  /// A step that would bring the bar over the hooks again goes the other way: nobody does reps there.
  ///
  /// @param placeM  where the bar is, from the rack, + away from the lifter
  /// @param wayOutM where the way out of the rack ended, 0 where there is no rack
  private static Incident clearOfRack(Incident incident, double placeM, double wayOutM) {
    boolean step = incident.kind() == Incident.Kind.STEP;
    double afterM = Math.signum(wayOutM) * (placeM + incident.size());
    if (!step || wayOutM == 0 || afterM >= CLEAR_M) {
      return incident;
    }
    return new Incident(incident.kind(), -incident.size(), incident.durationS(), incident.side(), incident.pauseS());
  }

  /// Walks with the bar, + away from the lifter, in steps of a usual length or less.
  private void steps(double wayM) {
    int steps = (int) Math.ceil(Math.abs(wayM) / STEP_M);
    for (int i = 0; i < steps; i++) {
      moves.add(new Incidents.Step(wayM / steps, STEP_S));
    }
  }

  private void walk(boolean walks, boolean racked, int way) {
    if (walks) {
      steps(way * 2 * STEP_M);
    } else if (racked) {
      // Whoever lies on the bench has the rack behind the head: out of it is towards the feet.
      steps(-way * BENCH_WAY_M);
    }
    moves.add(new Holds.Hold(Stage.IDLE, 1, 0, 1, 0));
  }

  private double riseM(RepPlan first, boolean racked) {
    if (racked) {
      return UNRACK_M;
    }
    return start == Start.HANG ? first.romM() + HANG_M : HANG_M;
  }

  /// A rep with the bar held.
  ///
  /// @param leantBackM how far the lifter leans back when it begins
  /// @return how far when it ends
  private double heldRep(RepPlan rep, int number, double leantBackM) {
    moves.add(new Marks.BeginOfRep(rep, number));
    boolean upFirst = start == Start.HANG_LOW || start == Start.RACK_LOW;
    if (!upFirst) {
      moves.add(new Marks.Below(rep.romM()));
      // Who leaned back at the last lockout comes upright on the way down.
      double forwardM = leantBackM - rep.path().topDriftM();
      moves.add(new Descents.Lower(Stage.DESCENT, rep.descent().durationS(), 0, false, forwardM));
      moves.add(new Holds.Hold(Stage.BOTTOM, rep.pauseS(), 0, 1, 0));
      up(rep, false);
      moves.add(new Marks.EndOfRep());
      if (rep.outcome().kind() != RepPlan.Outcome.Kind.FAILED) {
        return rep.lockout().leanBackM();
      }
      // Spotters help it up, slowly: that is no rep any more.
      moves.add(new Rise.Rest(1.5));
      return 0;
    }
    up(rep, false);
    moves.add(new Descents.Lower(Stage.DESCENT, rep.descent().durationS(), 0, false, 0));
    moves.add(new Holds.Hold(Stage.BOTTOM, rep.pauseS(), 0, 1, 0));
    moves.add(new Marks.EndOfRep());
    return 0;
  }
}
