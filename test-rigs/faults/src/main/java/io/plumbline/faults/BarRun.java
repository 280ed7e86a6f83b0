package io.plumbline.faults;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of the bar program.
final class BarRun {
  private static final Pattern JOURNAL = Pattern.compile(" as journal (\\S+) for ");
  private static final Pattern REP = Pattern.compile("(?m)^ +\\d+ +\\d+ .*±.*$");
  private static final String ALL_STORED = "the daemon has stored them all";
  /// Of one that has measured nothing itself.
  private static final String NOTHING_WAITS = "nothing waits in the journal";
  /// Between the line that a person sees and the disk there may be so many reps when it is killed.
  private static final int ON_THEIR_WAY = 2;

  private final Child child;
  private final Path state;
  private boolean badDisk;

  /// @param state its state folder
  BarRun(Child child, Path state) {
    this.child = child;
    this.state = state;
  }

  Child child() {
    return child;
  }

  Path journals() {
    return state.resolve("journal");
  }

  /// While it ran, its disk took nothing or failed.
  void diskWasBad() {
    badDisk = true;
  }

  boolean hadBadDisk() {
    return badDisk;
  }

  /// Its journal's id, empty where it was ended before it had one.
  String journalId() {
    Matcher matcher = JOURNAL.matcher(child.output());
    return matcher.find() ? matcher.group(1) : "";
  }

  /// Reps that it has shown.
  long printedReps() {
    return REP.matcher(child.output()).results().count();
  }

  boolean saysAllIsStored() {
    String said = child.output();
    return said.contains(ALL_STORED) || said.contains(NOTHING_WAITS);
  }

  /// What is wrong with what it has left, empty where nothing is.
  ///
  /// @param killed whether it was not given time to end
  String complaint(Generated generated, boolean killed) {
    String id = journalId();
    long printed = printedReps();
    long kept = id.isEmpty() ? 0 : generated.reps(id);
    long allowed = killed ? ON_THEIR_WAY : 0;
    if (badDisk || printed - kept <= allowed) {
      return "";
    }
    return printed + " reps of journal " + id + " were shown, and only " + kept + " are on the disk";
  }
}
