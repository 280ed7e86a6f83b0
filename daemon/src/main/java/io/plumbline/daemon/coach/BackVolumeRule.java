package io.plumbline.daemon.coach;

import java.util.List;

/// The week's lower-back volume against the athlete's own mean. A trend, no verdict.
final class BackVolumeRule extends Rule {
  BackVolumeRule() {
    super("lower-back-volume", CoachFinding.About.VOLUME, RuleNumber.VOLUME_NOTE_PCT,
        RuleNumber.LUMBAR_CONVENTIONAL_RATIO, RuleNumber.LUMBAR_SUMO_RATIO, RuleNumber.LUMBAR_TRAP_BAR_RATIO,
        RuleNumber.LUMBAR_DEFICIT_RATIO, RuleNumber.LUMBAR_BLOCK_RATIO, RuleNumber.LUMBAR_ROMANIAN_RATIO,
        RuleNumber.LUMBAR_SQUAT_RATIO, RuleNumber.LUMBAR_ROW_RATIO, RuleNumber.LUMBAR_GOOD_MORNING_RATIO);
  }

  @Override
  List<CoachFinding> look(View view) {
    BackVolume volume = BackVolume.of(view);
    BackVolume.Week running = volume.weeks().getLast();
    String left = running.unknownSets() == 0
        ? ""
        : view.say("volume.not-counted", running.unknownSets());
    if (volume.meanKg() == null || volume.changePct() == null) {
      return nothing(view.say("volume.no-mean") + left);
    }
    double limitPct = view.get(RuleNumber.VOLUME_NOTE_PCT);
    double changePct = volume.changePct();
    if (changePct < limitPct) {
      return List.of(
          quiet(changePct, limitPct, "%", view.say("volume.near") + left));
    }
    List<Basis> basis = view.work().filter(Work::loadsBack)
        .filter(work -> View.week(view.day(work.startedAt())).equals(running.from())).map(Work::basis).toList();
    return List.of(finding(CoachFinding.Level.NOTE, changePct, limitPct, "%", basis,
        view.say("volume.above", Math.rint(changePct), Math.rint(running.lumbarKg()), Math.rint(volume.meanKg()))
            + left));
  }
}
