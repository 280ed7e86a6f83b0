package io.plumbline.daemon.coach;

import java.time.Instant;
import java.util.List;

/// Everything that the coach has to say of one athlete on one instant.
///
/// @param at              the instant
/// @param readiness       today's note
/// @param nextLoads       a line for each lift that comes next
/// @param warmUps         ramps to the upper end of these, for bars that can be loaded so
/// @param setLimits       STOP limits for the next sets of these lifts
/// @param findings        those that fired, loudest first
/// @param waysBack        returns and rebuilds that are under way
/// @param profiles        load–velocity lines with the estimates of the max, by lift
/// @param backVolume      by week
/// @param settingProblems what of the athlete's overrides was left aside, and why
/// @param safety          the page on seeking help, the same for everybody
public record CoachReport(Instant at, Readiness readiness, List<LoadRange> nextLoads, List<WarmUp> warmUps,
    List<SetLimit> setLimits, List<CoachFinding> findings, List<WayBack> waysBack, List<Profile> profiles,
    BackVolume backVolume, List<String> settingProblems, SafetyText safety) {
  public CoachReport {
    nextLoads = List.copyOf(nextLoads);
    warmUps = List.copyOf(warmUps);
    setLimits = List.copyOf(setLimits);
    findings = List.copyOf(findings);
    waysBack = List.copyOf(waysBack);
    profiles = List.copyOf(profiles);
    settingProblems = List.copyOf(settingProblems);
  }
}
