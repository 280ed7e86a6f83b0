package io.plumbline.daemon.app;

import io.plumbline.daemon.coach.Coach;
import io.plumbline.daemon.coach.Glance;
import io.plumbline.daemon.coach.Settings;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.RuleOverrides;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The coach's rules for whoever shows them.
final class CoachAdvisor implements Advisor {
  @Override
  public Record report(TrainingHistory history, Instant now, Locale locale) {
    return Coach.report(history, now, locale);
  }

  @Override
  public List<? extends Record> explain(TrainingHistory history, Instant now, Locale locale) {
    return Coach.explain(history, now, locale);
  }

  @Override
  public List<? extends Record> weeks(TrainingHistory history, Instant now, int many) {
    return Coach.weeks(history, now, many);
  }

  @Override
  public Glimpse glance(TrainingHistory history, Instant now, Locale locale) {
    Glance glance = Coach.glance(history, now, locale);
    return new Glimpse(glance, glance.flags(), glance.suggestions(), glance.growthPct());
  }

  @Override
  public List<String> problems(RuleOverrides overrides) {
    return Settings.judge(overrides.values()).problems();
  }
}
