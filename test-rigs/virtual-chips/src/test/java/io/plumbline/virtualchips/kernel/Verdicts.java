package io.plumbline.virtualchips.kernel;

import java.util.Locale;

/// What a forked process prints about its checks, for the test that started it.
final class Verdicts {
  static final String RESULT = "RESULT";
  private int good;
  private int bad;

  void check(String claim, boolean isTrue, Object seen) {
    if (isTrue) {
      good++;
      System.out.println("ok   " + claim);
    } else {
      bad++;
      System.out.println("FAIL " + claim + ": " + seen);
    }
  }

  void equal(String claim, Object wanted, Object seen) {
    check(claim, wanted.equals(seen), seen + " instead of " + wanted);
  }

  void contains(String claim, String part, String seen) {
    check(claim, seen.contains(part), seen);
  }

  /// Prints the last line.
  ///
  /// @return exit status
  int end() {
    System.out.println(String.format(Locale.ROOT, "%s %d claims held, %d failed", RESULT, good, bad));
    return bad == 0 ? 0 : 1;
  }
}
