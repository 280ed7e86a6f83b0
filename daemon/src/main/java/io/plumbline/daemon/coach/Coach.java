package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Judges a history. Pure and stateless: the same history on the same instant comes to the same report, on any thread.
public final class Coach {
  private static final List<Rule> RULES = List.of(new RestRule(), new ConsecutiveDaysRule(),
      new WeeklyProgressionRule(),
      new BackVolumeRule(), new WarmUpRule(), new DeadliftEarlyRule(), new DeloadRule(), new NearMaximalRule(),
      new MaxTestRule(), new BeltRule(), new GripRule(), new TechniqueTerminationRule(), new VelocityLossRule(),
      new VelocityTodayRule(), new SorenessRule(), new LastingSorenessRule(), new CheckInRule(),
      WayBackRule.afterABreak(), WayBackRule.techniqueRebuild(), new VariantsRule(), ReminderRule.techniqueCheck(),
      ReminderRule.film(), ReminderRule.mobility(), new AccessoryRule(), new StrengthRule(), new NextLoadRule());

  /// All rules with the ids of their numbers.
  ///
  /// @param id      of the rule
  /// @param numbers that it reads
  public record Known(String id, List<RuleNumber> numbers) {}

  private Coach() {}

  /// The rules that there are.
  public static List<Known> rules() {
    return RULES.stream().map(rule -> new Known(rule.id(), rule.numbers())).toList();
  }

  /// Everything there is to say.
  ///
  /// @param now what lies after it is left out
  public static CoachReport report(TrainingHistory history, Instant now) {
    return report(history, now, Locale.ENGLISH);
  }

  /// The same in a language: English and German are known, any other is English.
  public static CoachReport report(TrainingHistory history, Instant now, Locale locale) {
    Settings.Judged judged = Settings.judge(history.ruleOverrides());
    View view = new View(history, now, judged.settings(), Phrases.in(locale));
    List<CoachFinding> findings = RULES.stream().flatMap(rule -> rule.look(view).stream()).toList();
    List<LoadRange> ranges = LoadRanges.of(view);
    double barKg = judged.settings().get(RuleNumber.BAR_KG);
    List<WarmUp> warmUps = ranges.stream().flatMap(range -> {
      Double highKg = range.highKg();
      return highKg == null || highKg <= barKg
          ? Stream.<WarmUp>empty()
          : Stream.of(WarmUp.to(range.exercise(), highKg, judged.settings()));
    }).toList();
    return new CoachReport(now, Readiness.of(view, findings), ranges, warmUps,
        ranges.stream().map(range -> SetLimit.of(view, range.exercise(), range.highKg())).toList(),
        findings.stream().filter(CoachFinding::fired)
            .sorted(Comparator.comparing(CoachFinding::level).reversed()).toList(),
        WaysBack.of(view),
        view.profiles.values().stream().sorted(Comparator.comparing(Profile::exercise)).toList(), BackVolume.of(view),
        judged.problems(), SafetyText.PAGE);
  }

  /// Why: each part of a report with the rules behind it, their numbers and what they looked at.
  ///
  /// @param now as for the report
  public static List<Explanation> explain(TrainingHistory history, Instant now) {
    return explain(history, now, Locale.ENGLISH);
  }

  /// The same in a language.
  public static List<Explanation> explain(TrainingHistory history, Instant now, Locale locale) {
    Settings settings = Settings.judge(history.ruleOverrides()).settings();
    View view = new View(history, now, settings, Phrases.in(locale));
    record Answer(CoachFinding.About about, Explanation.Looked looked) {
      boolean fired() {
        return looked.findings().stream().anyMatch(CoachFinding::fired);
      }
    }
    List<Answer> answers = RULES.stream()
        .map(rule -> new Answer(rule.about(), new Explanation.Looked(rule.id(),
            rule.numbers().stream().map(number -> Explanation.Used.of(number, settings)).toList(), rule.look(view))))
        .toList();
    return Arrays.stream(CoachFinding.About.values())
        .map(about -> new Explanation(about,
            answers.stream().filter(one -> one.about() == about && one.fired()).map(Answer::looked).toList(),
            answers.stream().filter(one -> one.about() == about && !one.fired()).map(Answer::looked).toList()))
        .filter(one -> one.fired().size() + one.quiet().size() > 0).toList();
  }

  /// The last weeks in numbers, the running one last.
  ///
  /// @param now  as for the report
  /// @param many how many
  public static List<TrainingWeek> weeks(TrainingHistory history, Instant now, int many) {
    return Weeks.of(history, now, many);
  }

  /// The athlete at a glance.
  ///
  /// @param now as for the report
  public static Glance glance(TrainingHistory history, Instant now) {
    return glance(history, now, Locale.ENGLISH);
  }

  /// The same in a language.
  public static Glance glance(TrainingHistory history, Instant now, Locale locale) {
    return Glance.of(history, now, locale);
  }
}
