package io.plumbline.core.motion;

/// Which ideas take part in the estimate: all do on a bar. A benchmark leaves one out at a time and so finds what it buys.
///
/// @param bend     the bar's bending is taken out of what the pods say of its centre
/// @param smoother a segment is estimated with hindsight, not only as it went
/// @param closure  the bar comes back to the height where it lay
/// @param contact  the load cells say when the plates stand
/// @param bias     the gyros' bias is learned while the bar lies
/// @param holds    where the bar was held, its velocity was zero
/// @param touches  where the bar touched the floor between two pulls, it was where it was taken up
public record Ideas(boolean bend, boolean smoother, boolean closure, boolean contact, boolean bias, boolean holds,
    boolean touches) {
  /// All of them.
  public static final Ideas ALL = new Ideas(true, true, true, true, true, true, true);
}
