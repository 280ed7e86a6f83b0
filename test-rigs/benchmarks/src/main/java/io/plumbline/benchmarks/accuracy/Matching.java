package io.plumbline.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which measured rep is which true one.
///
/// @param expected reps that were truly lifted
/// @param found    reps that were counted as lifted
/// @param pairs    those that are both
/// @param oddities what did not go together, for a person; empty where all did
record Matching(int expected, int found, List<Pair> pairs, String oddities) {
  /// A rep that was lifted and counted.
  ///
  /// @param number in the recording, from 1, failed attempts included
  record Pair(int number, Truth truth, MeasuredRep measured) {}

  Matching {
    pairs = List.copyOf(pairs);
  }

  /// Each true rep takes the measured one that shares the most time with its way up.
  static Matching of(List<Truth> truths, List<MeasuredRep> reps) {
    List<Pair> pairs = new ArrayList<>();
    List<MeasuredRep> left = new ArrayList<>(reps);
    StringBuilder odd = new StringBuilder();
    for (int i = 0; i < truths.size(); i++) {
      Truth truth = truths.get(i);
      int best = best(truth, left);
      if (best < 0) {
        if (truth.isLifted()) {
          odd.append(String.format(Locale.ROOT, "; rep %d at %.1f s missed", i + 1, truth.fromS()));
        }
        continue;
      }
      MeasuredRep rep = left.remove(best);
      if (truth.isLifted() && rep.isLifted()) {
        pairs.add(new Pair(i + 1, truth, rep));
      } else if (truth.isLifted() != rep.isLifted()) {
        odd.append(String.format(Locale.ROOT, "; rep %d %s, taken for %s", i + 1, truth.rep().outcome(),
            rep.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')));
      }
    }
    for (MeasuredRep rep : left) {
      if (rep.isLifted()) {
        odd.append(String.format(Locale.ROOT, "; none at %.1f s, found one of %.2f m", rep.startS(), rep.heightM()));
      }
    }
    int expected = (int) truths.stream().filter(Truth::isLifted).count();
    int found = (int) reps.stream().filter(MeasuredRep::isLifted).count();
    return new Matching(expected, found, pairs, odd.isEmpty() ? "" : odd.substring(2));
  }

  private static int best(Truth truth, List<MeasuredRep> reps) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < reps.size(); i++) {
      double shared = Math.min(truth.toS(), reps.get(i).endS()) - Math.max(truth.fromS(), reps.get(i).startS());
      if (shared > most) {
        most = shared;
        best = i;
      }
    }
    return best;
  }

  /// Whether exactly the lifted ones were counted: one missed and one too many are not right together.
  boolean isExact() {
    return expected == found && pairs.size() == expected;
  }
}
