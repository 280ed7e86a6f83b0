package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.PlannedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// General warm-up and ramp before the first working set of the latest session. Where the working load is planned it speaks before that set is lifted.
final class WarmUpRule extends Rule {
  WarmUpRule() {
    super("warm-up-ramp", CoachFinding.About.WARM_UP, RuleNumber.GENERAL_WARM_UP_MIN, RuleNumber.RAMP_1_PCT,
        RuleNumber.RAMP_2_PCT, RuleNumber.RAMP_3_PCT, RuleNumber.RAMP_4_PCT, RuleNumber.RAMP_FIRST_PCT,
        RuleNumber.RAMP_JUMP_PCT, RuleNumber.BAR_KG, RuleNumber.SMALLEST_PLATE_KG, RuleNumber.WORKING_SET_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    if (view.bouts.isEmpty()) {
      return nothing(view.say("session.none"));
    }
    Bout bout = view.bouts.getLast();
    List<Work> measured = bout.work().stream().filter(work -> work.measured() != null && work.loadsBack()).toList();
    if (measured.isEmpty()) {
      return nothing(view.say("warm-up.no-set"));
    }
    if (!bout.timeKnown()) {
      return nothing(view.say("session.no-clock"));
    }
    return List.of(general(view, bout, measured.getFirst().startedAt()), ramp(view, bout, measured));
  }

  private CoachFinding general(View view, Bout bout, Instant firstLift) {
    double minutes = bout.session().warmUps().stream().filter(one -> !one.at().isAfter(firstLift))
        .mapToDouble(one -> one.durationS() / 60).sum();
    double limit = view.get(RuleNumber.GENERAL_WARM_UP_MIN);
    if (minutes >= limit) {
      return quiet(minutes, limit, "min", view.say("warm-up.done"));
    }
    return finding(CoachFinding.Level.NOTE, minutes, limit, "min", List.of(measuredFirst(bout)), minutes > 0
        ? view.say("warm-up.short", minutes, limit)
        : view.say("warm-up.none", limit));
  }

  private static Basis measuredFirst(Bout bout) {
    return bout.work().getFirst().basis();
  }

  /// Steps up to the first working set, in points of its load.
  private CoachFinding ramp(View view, Bout bout, List<Work> measured) {
    Exercise exercise = measured.getFirst().exercise();
    List<Work> sets = new ArrayList<>();
    for (Work work : measured) {
      if (work.exercise() != exercise || work.loadKg() == null) {
        break;
      }
      sets.add(work);
      if (work.working()) {
        break;
      }
    }
    OptionalDouble workingKg = workingKg(view, bout, exercise, sets);
    if (sets.isEmpty() || workingKg.isEmpty() || workingKg.getAsDouble() <= 0) {
      return quiet(null, null, "%", view.say("warm-up.no-loads"));
    }
    double barPct = 100 * view.get(RuleNumber.BAR_KG) / workingKg.getAsDouble();
    double reachedPct = 0;
    for (int i = 0; i < sets.size(); i++) {
      Double loadKg = sets.get(i).loadKg();
      double pct = loadKg == null ? 0 : 100 * loadKg / workingKg.getAsDouble();
      // Less than the empty bar cannot be asked for.
      double limit = i == 0
          ? Math.max(view.get(RuleNumber.RAMP_FIRST_PCT), barPct)
          : view.get(RuleNumber.RAMP_JUMP_PCT);
      if (pct - reachedPct > limit + 1e-9) {
        return finding(CoachFinding.Level.FLAG, pct - reachedPct, limit, "%",
            sets.subList(0, i + 1).stream().map(Work::basis).toList(),
            i == 0
                ? view.say("warm-up.first", Math.rint(pct), workingKg.getAsDouble(), view.get(RuleNumber.RAMP_1_PCT),
                    view.get(RuleNumber.RAMP_2_PCT), view.get(RuleNumber.RAMP_3_PCT), view.get(RuleNumber.RAMP_4_PCT))
                : view.say("warm-up.step", Math.rint(reachedPct), Math.rint(pct), workingKg.getAsDouble(),
                    view.get(RuleNumber.RAMP_1_PCT), view.get(RuleNumber.RAMP_2_PCT), view.get(RuleNumber.RAMP_3_PCT),
                    view.get(RuleNumber.RAMP_4_PCT)));
      }
      reachedPct = Math.max(reachedPct, pct);
    }
    return quiet(reachedPct, null, "%", view.say("warm-up.smooth"));
  }

  private static OptionalDouble workingKg(View view, Bout bout, Exercise exercise, List<Work> sets) {
    if (!sets.isEmpty() && sets.getLast().working()) {
      return OptionalDouble.of(Bout.heaviestKg(List.of(sets.getLast())));
    }
    return view.history.plan().sessions().stream().filter(plan -> plan.on().equals(bout.day()))
        .flatMap(plan -> plan.work().stream()).filter(work -> work.exercise() == exercise)
        .map(PlannedSession.PlannedWork::loadKg).mapToDouble(kg -> kg == null ? 0 : kg).filter(kg -> kg > 0).max();
  }

}
