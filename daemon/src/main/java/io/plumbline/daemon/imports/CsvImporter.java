package io.plumbline.daemon.imports;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.Importer;
import io.plumbline.daemon.domain.training.Notebook;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import io.plumbline.daemon.imports.CsvRows.Row;
import io.plumbline.daemon.imports.LiftReader.Lift;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Makes an [UnmeasuredLift] of each set of a file. Its id is worked out from what the set is, so that the same set is stored once, from whichever file it comes.
/// Thread-safe.
public final class CsvImporter implements Importer {
  private static final int MOST_ROWS = 100_000;

  private final Notebook notebook;

  public CsvImporter(Notebook notebook) {
    this.notebook = notebook;
  }

  /// A set, and the line at which it begins.
  private record Found(int line, List<Lift> rows) {}

  @Override
  public Report take(Athlete athlete, Request request, String by) throws StoreException, RefusedException {
    List<String> problems = new ArrayList<>();
    List<UnmeasuredLift> lifts = new ArrayList<>();
    String format;
    try {
      List<Row> rows = CsvRows.of(request.text());
      if (rows.isEmpty() || rows.size() > MOST_ROWS) {
        throw new IllegalArgumentException("1: it has " + rows.size() + " rows; 1 to " + MOST_ROWS + " can be taken");
      }
      List<String> names = rows.getFirst().fields().stream().map(String::strip).toList();
      Header.Known known = request.columns() == null
          ? Header.of(names)
          : new Header.Known("as the mapping says", request.columns());
      format = known.format();
      LiftReader reader = new LiftReader(names, known.columns(),
          new Moments(athlete.zone(), known.columns().dateFormat()));
      Map<String, Integer> seen = new HashMap<>();
      for (Found set : sets(rows.subList(1, rows.size()), reader, request.file(), problems)) {
        try {
          lifts.add(lift(athlete, set.rows(), seen));
        } catch (IllegalArgumentException e) {
          problems.add(request.file() + ":" + set.line() + ": " + e.getMessage() + "; mend it or leave the row out");
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(request.file() + ":" + e.getMessage(), e);
    }
    boolean store = !request.dryRun() && (problems.isEmpty() || request.lenient());
    return new Report(format, lifts, store ? notebook.addNew(athlete.id(), lifts, by) : 0, problems);
  }

  private static List<Found> sets(List<Row> rows, LiftReader reader, String file, List<String> problems) {
    List<Found> sets = new ArrayList<>();
    for (Row row : rows) {
      try {
        Lift lift = reader.read(row.fields());
        if (!sets.isEmpty() && sets.getLast().rows().getLast().isOfSameSet(lift)) {
          sets.getLast().rows().add(lift);
        } else {
          sets.add(new Found(row.line(), new ArrayList<>(List.of(lift))));
        }
      } catch (IllegalArgumentException e) {
        problems.add(file + ":" + row.line() + ": " + e.getMessage());
      }
    }
    return sets;
  }

  private static UnmeasuredLift lift(Athlete athlete, List<Lift> rows, Map<String, Integer> seen) {
    Lift first = rows.getFirst();
    int reps = first.reps() == null ? rows.size() : first.reps();
    String velocities = rows.stream().map(Lift::meanMps).filter(Objects::nonNull)
        .map(mps -> String.format(Locale.ROOT, "%.2f", mps)).collect(Collectors.joining(", "));
    String what = String.join("\n", athlete.id(), first.at().toString(), first.name(), first.set(),
        String.valueOf(first.loadKg()), Integer.toString(reps), velocities);
    // Two sets that are equal in everything are two sets.
    int number = seen.merge(what, 1, Integer::sum);
    return new UnmeasuredLift("i-" + sha256(what + "\n" + number), first.at(), first.exercise(),
        first.exercise() == Exercise.UNKNOWN ? first.name() : null, 1, reps, first.loadKg(), first.rpe(),
        velocities.isEmpty() ? null : "mean velocity by another tool, m/s: " + velocities);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
          .substring(0, 40);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
