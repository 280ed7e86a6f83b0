package io.plumbline.core.rep;

/// Where a rep lies on the curve: entries and times of its phases. Reused; valid within one measurement. Not thread-safe.
final class RepSpan {
  /// Entry at which the concentric phase starts, and at which it ends.
  int start;
  int end;
  /// The same, ns with fraction.
  double startNs;
  double endNs;
  /// Standard deviation of the start where it is known apart from the velocity's, NaN elsewhere.
  double startSdS;
  /// The same of the end.
  double endSdS;
  /// First and last entry of the eccentric phase, −1 where there is none.
  int down;
  int downEnd;
  double downStartNs;
  double downEndNs;
  /// Their standard deviations, NaN where these follow from the velocity's.
  double downStartSdS;
  double downEndSdS;
  /// Whether the plates' landing was seen at the end of it.
  boolean landed;
  /// The first entry that may belong to this rep: the end of the stroke before.
  int earliest;
  /// The first entry that may belong to its way down.
  int before;
  /// The last entry that may belong to this rep: the start of the next upward stroke, or the last of all.
  int latest;
  /// Whether the plates stood on the floor at the start.
  boolean fromFloor;
  /// Time of the first pull where that is known, else of the start, ns with fraction.
  double pullNs;
  /// Whether that was seen by the load cells.
  boolean byForce;

  /// Whether the eccentric phase follows.
  boolean downAfter() {
    return down > end;
  }
}
