package io.plumbline.daemon.app;

import io.plumbline.contract.Ids;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.Command.Facing;
import io.plumbline.contract.payload.Exercise;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command as a person writes it: its name and its options.
final class CommandWords {
  /// Which options go with which command.
  static final Map<String, List<String>> OPTIONS = Map.of("set-context",
      List.of("--athlete", "--exercise", "--planned-reps", "--facing"), "set-limits",
      List.of("--velocity-loss", "--forward-drift"), "tare", List.of(), "calibrate", List.of("--step", "--plates"),
      "identify",
      List.of(), "resend", List.of("--journal", "--from", "--to"), "restart", List.of());
  private static final String OFF = "off";

  private final String name;
  private final Map<String, String> given;

  private CommandWords(String name, Map<String, String> given) {
    this.name = name;
    this.given = given;
  }

  /// The command.
  ///
  /// @param given options with their values
  /// @throws IllegalArgumentException with one line for a person
  static Command read(String name, String correlationId, Map<String, String> given) {
    List<String> own = OPTIONS.get(name);
    if (own == null) {
      throw new IllegalArgumentException(
          "there is no command '" + name + "': it is one of "
              + String.join(", ", OPTIONS.keySet().stream().sorted().toList()));
    }
    for (String option : given.keySet()) {
      if (!own.contains(option)) {
        throw new IllegalArgumentException(option + " does not go with " + name
            + (own.isEmpty() ? ", which has no options" : ": it has " + String.join(", ", own)));
      }
    }
    if (!Ids.isId(correlationId)) {
      throw new IllegalArgumentException("--id must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    Command command = new CommandWords(name, given).command(correlationId);
    // Whatever the contract refuses is refused here.
    new ContractCodec().encode(command);
    return command;
  }

  private Command command(String id) {
    return switch (name) {
      case "set-context" -> context(id);
      case "set-limits" -> new Command.SetLimits(id, limit("--velocity-loss"), limit("--forward-drift"));
      case "tare" -> new Command.Tare(id);
      case "calibrate" -> new Command.Calibrate(id, need("--step"), plates());
      case "resend" -> new Command.Resend(id, need("--journal"), whole("--from"), whole("--to"));
      case "restart" -> new Command.Restart(id);
      default -> new Command.Identify(id);
    };
  }

  private Command context(String id) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          name + " needs one of " + String.join(", ", OPTIONS.getOrDefault(name, List.of())));
    }
    String exercise = given.get("--exercise");
    Optional<Exercise> lift = exercise == null ? Optional.empty() : Exercise.fromId(exercise);
    if (exercise != null && (lift.isEmpty() || lift.get() == Exercise.UNKNOWN)) {
      throw new IllegalArgumentException("--exercise '" + exercise + "' is none of "
          + String.join(", ", Arrays.stream(Exercise.values()).filter(one -> one != Exercise.UNKNOWN)
              .map(Exercise::id).toList()));
    }
    return new Command.SetContext(id, given.get("--athlete"), lift.orElse(null),
        given.containsKey("--planned-reps")
            ? Integer.valueOf((int) Math.min(whole("--planned-reps"), Integer.MAX_VALUE))
            : null,
        facing(given.get("--facing")));
  }

  private static @Nullable Facing facing(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "+y", "+1" -> Facing.PLUS_Y;
      case "-y", "-1" -> Facing.MINUS_Y;
      default -> throw new IllegalArgumentException("--facing must be +y or -y, but is '" + value + "'");
    };
  }

  private @Nullable List<Double> plates() {
    String value = given.get("--plates");
    try {
      return value == null ? null : Arrays.stream(value.split(",", -1)).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--plates must be numbers with commas between, as 20,60,100, but is '" + value + "'", e);
    }
  }

  private String need(String option) {
    String value = given.get(option);
    if (value == null) {
      throw new IllegalArgumentException(name + " needs " + option);
    }
    return value;
  }

  private long whole(String option) {
    try {
      return Long.parseLong(need(option));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " must be a whole number, but is '" + need(option) + "'", e);
    }
  }

  /// Both are asked for: one that is left out would be switched off.
  private @Nullable Double limit(String option) {
    String value = need(option);
    try {
      return value.equals(OFF) ? null : Double.valueOf(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " must be a number or off, but is '" + value + "'", e);
    }
  }
}
