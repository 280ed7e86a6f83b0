package io.plumbline.daemon.domain.training;

import io.plumbline.daemon.domain.StoreException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes in what other tools measured, as sets that no bar of ours measured. Any number of callers at once.
public interface Importer {
  /// A file of another tool.
  ///
  /// @param file    its name, for messages
  /// @param text    CSV with a row of names
  /// @param dryRun  only say what would be taken
  /// @param lenient take what can be read where some rows cannot
  /// @param columns null for those that are known by their names
  record Request(String file, String text, boolean dryRun, boolean lenient, @Nullable Columns columns) {}

  /// How the columns of a file are called. Null is a column that the file does not have.
  ///
  /// @param exercise   what was lifted
  /// @param at         when: ISO 8601, or as `dateFormat` says
  /// @param load       bar and plates
  /// @param unit       a column with the unit of the load
  /// @param loadUnit   `kg` or `lb` where no column says it; null is kg
  /// @param reps       how many, where a row is a set; without it a row is a rep
  /// @param dateFormat pattern of `java.time.format.DateTimeFormatter`
  /// @param exercises  what the file calls an exercise, and its id here
  record Columns(String exercise, String at, @Nullable String set, @Nullable String load, @Nullable String unit,
      @Nullable String loadUnit, @Nullable String reps, @Nullable String rpe, @Nullable String meanVelocity,
      @Nullable String dateFormat, @Nullable Map<String, String> exercises) {}

  /// What came of it.
  ///
  /// @param format   how the columns were understood
  /// @param taken    all sets that could be read
  /// @param stored   of these, how many were new
  /// @param problems a line for each row that cannot be read: file, line, reason, mend
  record Report(String format, List<UnmeasuredLift> taken, int stored, List<String> problems) {
    public Report {
      taken = List.copyOf(taken);
      problems = List.copyOf(problems);
    }
  }

  /// Reads a file, and stores what is new in it: all of it, or nothing where a row cannot be read and the request is not lenient.
  ///
  /// @param by who asks for it
  /// @throws IllegalArgumentException where the file as a whole makes no sense; the message is one line
  Report take(Athlete athlete, Request request, String by) throws StoreException, RefusedException;
}
