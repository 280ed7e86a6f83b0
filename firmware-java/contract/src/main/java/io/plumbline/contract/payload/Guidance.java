package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody at the bar is to do now, while a [Command.Calibrate] is carried out: on change and at least once a second, at most five times a second. Who hears
/// none for some seconds may take it for ended; what came of it is in the command's answer.
///
/// @param correlationId that of the request
/// @param stage         how far it is
/// @param step          the step that is done now: `faces` and `lever` bring `mount` with them
/// @param progress      how much of it is done, as `3 of 16`; null where there is nothing to count
/// @param instruction   what to do now, lines with a picture in letters; empty once it has ended
/// @param lastWord      what was done last, or was not done well; null before the first word
/// @param stillS        for how long everything has been still, 0 while it moves
public record Guidance(@Bounds(id = true) String correlationId, Stage stage, @Bounds(id = true) String step, @Nullable String progress,
    @Bounds(entries = MAX_LINES, length = MAX_LINE_LENGTH) List<String> instruction, @Nullable String lastWord, @Bounds(min = 0) double stillS) implements Payload {
  /// Most lines of an instruction.
  public static final int MAX_LINES = 16;
  /// Most characters of a line.
  public static final int MAX_LINE_LENGTH = 200;

  /// How far a calibration is.
  public enum Stage {
    /// A stage that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Somebody is being guided.
    @JsonProperty("running")
    RUNNING,
    /// Nothing more is to be done; the command's answer follows.
    @JsonProperty("ended")
    ENDED
  }

  public Guidance {
    Check.id("correlation_id", correlationId);
    Check.present("stage", stage);
    Check.id("step", step);
    Check.optionalText("progress", progress);
    instruction = Check.list("instruction", instruction, MAX_LINES);
    instruction.forEach(line -> Check.text("instruction", line, MAX_LINE_LENGTH));
    Check.optionalText("last_word", lastWord);
    Check.notNegative("still_s", stillS);
  }
}
