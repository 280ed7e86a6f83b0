package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Slack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One attempt, as measured. Standard deviations are 1 sigma.
///
/// @param sequence          within the journal
/// @param repNumber         within the set, from 1
/// @param counted           false where a person removed it, because it was no rep
/// @param forwardMaxM       largest travel away from the plumb line, + forward where `forwardKnown`; null where not measured
/// @param forwardKnown      whether the bar knew which way the lifter faced
/// @param tensionS          from the first pull to the lift-off, null where not known
/// @param slackGrade        how calmly the bar was loaded
/// @param leftShare         left side's share of the upward impulse, null without load cells
/// @param eccentricS        time of the way down, null where it has none
/// @param touchDownMps      velocity at which the plates met the floor, null where not known
/// @param touchAndGo        whether the bar bounced into the next rep, null where not known
/// @param findings          rules of technique that the rep touched: empty is a rep inside the athlete's own limits
public record TrainedRep(long sequence, int repNumber, boolean counted, RepSummary.Outcome outcome,
    double meanConcentricMps, double meanConcentricSdMps, double peakConcentricMps, double rangeOfMotionM,
    double rangeOfMotionSdM, @Nullable Double forwardMaxM, @Nullable Double forwardSdM, boolean forwardKnown,
    @Nullable Double tensionS, Slack.Grade slackGrade, @Nullable Double leftShare, @Nullable Double eccentricS,
    @Nullable Double touchDownMps, @Nullable Boolean touchAndGo, List<QualityFlag> quality, List<Finding> findings) {
  public TrainedRep {
    quality = List.copyOf(quality);
    findings = List.copyOf(findings);
  }

  /// From what a bar told.
  ///
  /// @param counted whether nobody removed it
  public static TrainedRep of(RepSummary rep, boolean counted) {
    Slack slack = rep.slack();
    return new TrainedRep(rep.key().sequence(), rep.repNumber(), counted, rep.outcome(),
        rep.velocity().meanConcentricMps(), rep.velocity().meanConcentricSdMps(), rep.velocity().peakConcentricMps(),
        rep.motion().rangeOfMotionM(), rep.motion().rangeOfMotionSdM(), rep.path().forwardMaxM(),
        rep.path().forwardSdM(), rep.path().forwardKnown(), slack == null ? null : slack.tensionS(),
        slack == null ? Slack.Grade.UNKNOWN : slack.grade(), rep.symmetry() == null ? null : rep.symmetry().leftShare(),
        rep.motion().eccentricS(), rep.landing() == null ? null : rep.landing().touchDownMps(),
        rep.landing() == null ? null : rep.landing().touchAndGo(), rep.quality(), rep.findings());
  }

  /// Counted, and the bar came to its top.
  public boolean isLifted() {
    return counted && outcome.isLifted();
  }
}
