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
        : " " + Words.count(running.unknownSets(), "set") + " without a known load not counted.";
    if (volume.meanKg() == null || volume.changePct() == null) {
      return nothing("No mean of earlier weeks yet to compare this week's lower-back volume with." + left);
    }
    double limitPct = view.get(RuleNumber.VOLUME_NOTE_PCT);
    double changePct = volume.changePct();
    if (changePct < limitPct) {
      return List.of(
          quiet(changePct, limitPct, "%", "This week's lower-back volume is near the own mean, or below it." + left));
    }
    List<Basis> basis = view.work().filter(Work::loadsBack)
        .filter(work -> View.week(view.day(work.startedAt())).equals(running.from())).map(Work::basis).toList();
    return List.of(finding(CoachFinding.Level.NOTE, changePct, limitPct, "%", basis,
        "This week's lower-back volume is " + Words.number(Math.rint(changePct))
            + " % above your own mean of the last weeks ("
            + Words.number(Math.rint(running.lumbarKg())) + " after " + Words.number(Math.rint(volume.meanKg()))
            + " kg, weighted)." + left));
  }
}
