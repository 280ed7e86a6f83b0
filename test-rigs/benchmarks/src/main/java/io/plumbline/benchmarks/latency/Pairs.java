package io.plumbline.benchmarks.latency;

import io.plumbline.contract.payload.Cue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds for each cause what it led to.
final class Pairs {
  /// What comes later belongs to something else.
  private static final long LATEST_NS = 1_000_000_000L;
  private static final double CUE_GOAL_MS = 20;
  private static final double RESULT_GOAL_MS = 300;

  private Pairs() {}

  /// Cues and the edges that they led to.
  ///
  /// @param all    of every cue
  /// @param byKind of each kind by itself
  /// @param mute   cues without an edge: decided while a more important one, or the same, was playing
  record Cues(Delay all, List<Delay> byKind, int mute) {}

  /// Each edge belongs to the cue before it that has none yet, the oldest first.
  ///
  /// @param cues    in the order in which they were told
  /// @param edgesNs in order
  static Cues cues(List<Cue> cues, List<Long> edgesNs) {
    Delay all = Delay.of("sample -> GPIO, each cue", CUE_GOAL_MS);
    Map<String, Delay> byKind = new LinkedHashMap<>();
    int edge = 0;
    int mute = 0;
    for (Cue cue : cues) {
      while (edge < edgesNs.size() && edgesNs.get(edge) < cue.timeNs()) {
        edge++;
      }
      if (edge == edgesNs.size() || edgesNs.get(edge) - cue.timeNs() > LATEST_NS) {
        mute++;
        continue;
      }
      long delayNs = edgesNs.get(edge) - cue.timeNs();
      edge++;
      all.add(delayNs);
      byKind.computeIfAbsent(name(cue), name -> Delay.of("  " + name, Double.NaN)).add(delayNs);
    }
    return new Cues(all, List.copyOf(byKind.values()), mute);
  }

  private static String name(Cue cue) {
    String kind = cue.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return cue.rule() == null ? kind : kind + ", " + cue.rule();
  }

  /// What truly happened in a rep, ns on the clock of the computer.
  record Lift(long liftOffNs, long topNs) {}

  /// From the sample that decided a top to when it was heard of.
  static Delay tops(String place, Heard heard) {
    Delay delay = Delay.of("top's sample -> " + place, Double.NaN);
    heard.byTopNs().forEach((topNs, nowNs) -> delay.add(nowNs - topNs));
    return delay;
  }

  /// From each true lockout to the first word of a top in that lift. The bar is slow before the lockout, so that the word may come a moment earlier than
  /// the truth; that counts as no delay.
  ///
  /// @param lifts in order
  static Delay lockouts(String place, List<Lift> lifts, Heard heard) {
    Delay delay = Delay.of("true lockout -> " + place, RESULT_GOAL_MS);
    Map<Long, Long> words = heard.byTopNs();
    for (int i = 0; i < lifts.size(); i++) {
      long fromNs = lifts.get(i).liftOffNs();
      long topNs = lifts.get(i).topNs();
      long untilNs = i + 1 < lifts.size() ? lifts.get(i + 1).liftOffNs() : Long.MAX_VALUE;
      words.entrySet().stream().filter(word -> word.getKey() >= fromNs && word.getKey() < untilNs)
          .mapToLong(Map.Entry::getValue).min().ifPresent(nowNs -> delay.add(nowNs - topNs));
    }
    return delay;
  }
}
