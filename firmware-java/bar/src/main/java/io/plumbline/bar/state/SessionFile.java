package io.plumbline.bar.state;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Layer;
import io.plumbline.bar.config.Section;
import io.plumbline.bar.file.DurableFile;
import io.plumbline.contract.Ids;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The file `session.toml` in the state folder: what somebody has set over the network. It holds for [#LIFE], so that a restart goes on with it and the
/// next day does not. Not thread-safe.
public final class SessionFile {
  /// Name in the state folder.
  public static final String NAME = "session.toml";
  /// Longer than any training session.
  public static final Duration LIFE = Duration.ofHours(12);
  private static final int VERSION = 1;
  private static final String LOSS = "velocity_loss_mps";
  private static final String DRIFT = "forward_drift_m";
  private static final double LARGE = 10;

  private final Path path;
  private final String startedWith;

  /// @param folder      of everything that the bar keeps; need not exist
  /// @param startedWith what the command line says of who lifts; where that is another one than when the file was written, it holds
  public SessionFile(Path folder, @Nullable String startedWith) {
    this.path = folder.resolve(NAME);
    this.startedWith = startedWith == null ? "" : startedWith;
  }

  /// What holds at this time. A file that cannot be used is put aside, and the bar goes on without it.
  ///
  /// @param warn told one line where it cannot be used
  public KeptSession read(Instant now, Consumer<String> warn) {
    if (!Files.exists(path)) {
      return KeptSession.NONE;
    }
    try {
      return read(Section.of(Layer.read(path)), now);
    } catch (ConfigException e) {
      Path aside = path.resolveSibling(NAME + ".unusable");
      try {
        Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        warn.accept(e.getMessage() + " (it is now " + aside + ")");
      } catch (IOException io) {
        warn.accept(String.valueOf(e.getMessage()));
      }
      return KeptSession.NONE;
    }
  }

  private KeptSession read(Section root, Instant now) throws ConfigException {
    if (root.whole("version", 1, Integer.MAX_VALUE) != VERSION) {
      throw root.refuse("version", "must be " + VERSION + ": a newer Plumbline wrote it, or nobody");
    }
    Instant date;
    try {
      date = Instant.parse(root.text("date", "[-0-9T:.Z]{10,40}", "a time like 2026-11-21T17:00:00Z"));
    } catch (DateTimeException e) {
      throw root.refuse("date", "must be a time like 2026-11-21T17:00:00Z");
    }
    String before = root.has("started_with") ? root.text("started_with", Texts.PATTERN, "a name") : "";
    Section context = root.section("context");
    String athlete = context.has("athlete") ? context.text("athlete", Texts.PATTERN, "a name") : null;
    Exercise exercise = context.has("exercise")
        ? Exercise.fromId(context.word("exercise", Arrays.stream(Exercise.values()).map(Exercise::id).toList()))
            .orElse(null)
        : null;
    Integer planned = context.has("planned_reps") ? Integer.valueOf(context.whole("planned_reps", 1, 1000)) : null;
    int facing = !context.has("facing") ? 0 : context.word("facing", List.of("+y", "-y")).equals("+y") ? 1 : -1;
    context.refuseUnknown();
    KeptSession.Limits limits = root.has("limits") ? limits(root.section("limits")) : null;
    String restarts = root.text("restarts", "[-a-zA-Z0-9_. ]*", "ids with spaces between");
    root.refuseUnknown();
    List<String> ids = Arrays.stream(restarts.split(" ", -1)).filter(Ids::isId).toList();
    KeptSession kept = new KeptSession(athlete, exercise, planned, facing, limits, ids);
    boolean holds = before.equals(startedWith) && !date.isAfter(now) && date.plus(LIFE).isAfter(now);
    return holds ? kept : kept.onlyRestarts();
  }

  private static KeptSession.Limits limits(Section section) throws ConfigException {
    KeptSession.Limits limits = new KeptSession.Limits(limit(section, LOSS), limit(section, DRIFT));
    section.refuseUnknown();
    return limits;
  }

  private static @Nullable Double limit(Section section, String key) throws ConfigException {
    return section.has(key) ? Double.valueOf(section.number(key, 0, LARGE)) : null;
  }

  /// Keeps it. However this ends, the file is the old one or the new one.
  public void write(KeptSession session, Instant now) throws IOException {
    List<String> lines = new ArrayList<>();
    lines
        .add("# What was set over the network; it holds for " + LIFE.toHours() + " hours. Delete it to be without it.");
    lines.add("version = " + VERSION);
    lines.add("date = \"" + now + "\"");
    if (!startedWith.isEmpty()) {
      lines.add("started_with = " + quoted(startedWith));
    }
    lines.add("restarts = " + quoted(String.join(" ", session.restarts())));
    lines.add("\n[context]");
    String athlete = session.athlete();
    if (athlete != null) {
      lines.add("athlete = " + quoted(athlete));
    }
    Exercise exercise = session.exercise();
    if (exercise != null) {
      lines.add("exercise = " + quoted(exercise.id()));
    }
    if (session.plannedReps() != null) {
      lines.add("planned_reps = " + session.plannedReps());
    }
    if (session.facing() != 0) {
      lines.add("facing = " + quoted(session.facing() > 0 ? "+y" : "-y"));
    }
    KeptSession.Limits limits = session.limits();
    if (limits != null) {
      lines.add("\n# One that is not here is off.\n[limits]");
      addLimit(lines, LOSS, limits.velocityLossMps());
      addLimit(lines, DRIFT, limits.forwardDriftM());
    }
    DurableFile.write(path, String.join("\n", lines) + "\n");
  }

  private static void addLimit(List<String> lines, String key, @Nullable Double value) {
    if (value != null) {
      lines.add(key + " = " + value);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
