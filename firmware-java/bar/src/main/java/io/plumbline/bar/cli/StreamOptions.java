package io.plumbline.bar.cli;

import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.Ids;
import io.plumbline.contract.payload.Texts;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options of every command that plays a recording.
final class StreamOptions {
  private static final String DEFAULT_BAR_ID = "bar-1";
  private static final int MAX_ATHLETE_LENGTH = 100;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable String barId;
  private @Nullable String athlete;
  private int facing;

  @Option(names = "--as-new", description = "Give the summaries new keys, so that the recording is stored once more.")
  private boolean asNew;

  @Option(names = "--lenient", description = "Exit with 0 although rows had to be skipped (default: 2, after the good rows were played).")
  private boolean lenient;

  @Option(names = "--state", paramLabel = "FOLDER", description = "Where the bar keeps what it may not lose: summaries until the daemon has stored them, and what is usual for each athlete (default for real chips: $STATE_DIRECTORY, else ~/.local/state/plumbline; else nothing is kept or known). A recording is compared with the latter.")
  private @Nullable Path state;

  @Option(names = "--learn", description = "With a recording, --state and --athlete: keep what is learned from it.")
  private boolean learn;

  @Option(names = "--bar-id", paramLabel = "ID", description = "Which bar the summaries are of (default: bar-1, or what the configuration says).")
  void setBarId(String id) {
    if (!Ids.isId(id)) {
      throw refused("--bar-id: must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    barId = id;
  }

  @Option(names = "--athlete", paramLabel = "NAME", description = "Who lifts (default: not known).")
  void setAthlete(String name) {
    if (name.length() > MAX_ATHLETE_LENGTH || !name.matches(Texts.PATTERN)) {
      throw refused(
          "--athlete: must be 1 to " + MAX_ATHLETE_LENGTH + " characters, not blank and without control characters");
    }
    athlete = name;
  }

  @Option(names = "--facing", paramLabel = "+1|-1", description = "+1: the lifter faces +y of the bar frame, -1: -y (default: what the recording says).")
  void setFacing(String value) {
    facing = switch (value) {
      case "+1", "1" -> 1;
      case "-1" -> -1;
      default -> throw refused("--facing: must be +1 or -1, but is '" + value + "'");
    };
  }

  private RuntimeException refused(String message) {
    return command == null
        ? new IllegalStateException(message)
        : new ParameterException(command.commandLine(), message);
  }

  String barId() {
    return barId == null ? DEFAULT_BAR_ID : barId;
  }

  /// The bar's id where one was given.
  Optional<String> givenBarId() {
    return Optional.ofNullable(barId);
  }

  @Nullable
  String athlete() {
    return athlete;
  }

  @Nullable
  Path state() {
    return state;
  }

  /// Why a recording cannot be learned from with these options; empty where it can, or shall not be.
  Optional<String> contradiction() {
    return learn && (state == null || athlete == null)
        ? Optional.of("--learn needs --state and --athlete: where to keep it, and of whom it is")
        : Optional.empty();
  }

  boolean learn() {
    return learn;
  }

  boolean asNew() {
    return asNew;
  }

  boolean lenient() {
    return lenient;
  }

  int facing() {
    return facing;
  }

  /// Of a recording.
  ///
  /// @param learned reads what is known of the athlete
  StreamContext context(FrameSource source, String journalId, LearnedState learned) throws ConfigException {
    return new StreamContext(barId(), journalId, source.mode(), source.setup(), source.channels(), source.exercise(),
        athlete, StreamContext.DEFAULT_SET_PAUSE, learned.begin(source.exercise(), learn),
        source.calibrationIds());
  }
}
