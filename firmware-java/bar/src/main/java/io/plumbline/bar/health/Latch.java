package io.plumbline.bar.health;

/// Something that has to last before it counts, and to be over for a while before it is forgotten. The first look decides at once.
final class Latch {
  private final long raiseAfterNs;
  private final long clearAfterNs;
  private boolean looked;
  private boolean up;
  private boolean before;
  private long changedNs;

  Latch(long raiseAfterNs, long clearAfterNs) {
    this.raiseAfterNs = raiseAfterNs;
    this.clearAfterNs = clearAfterNs;
  }

  /// Looks at what is so or not.
  ///
  /// @param now whether it is so now
  /// @return whether it counts
  boolean look(boolean now, long nowNs) {
    if (!looked) {
      looked = true;
      up = now;
    }
    if (now != before) {
      before = now;
      changedNs = nowNs;
    }
    if (now != up && nowNs - changedNs >= (now ? raiseAfterNs : clearAfterNs)) {
      up = now;
    }
    return up;
  }

  /// Looks at a value with a limit for each way, so that one that trembles about a limit changes nothing.
  ///
  /// @param raise it counts from here on
  /// @param clear it is over from here on; the other side of `raise`
  /// @param value NaN where it is not known: then it is over
  boolean look(double value, double raise, double clear, long nowNs) {
    boolean high = raise > clear;
    boolean beyond = high ? value >= (up ? clear : raise) : value <= (up ? clear : raise);
    return look(beyond, nowNs);
  }
}
