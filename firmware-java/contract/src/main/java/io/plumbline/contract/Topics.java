package io.plumbline.contract;

import java.util.Optional;

/// Topic names: `plumbline/<bar-id>/<channel>` and `plumbline/<bar-id>/cmd/<name>[/result]`. Which are retained and at which quality of service
/// stands with each channel; commands and results are never retained and go at [#COMMAND_QOS].
public final class Topics {
  /// First level of every topic.
  public static final String ROOT = "plumbline";
  /// Quality of service of commands and their results.
  public static final int COMMAND_QOS = 1;

  private static final String COMMAND = "cmd";
  private static final String RESULT = "result";
  /// Longer than any topic of this contract: what is longer is not taken apart.
  private static final int MAX_LENGTH = 256;

  /// Last levels of a topic.
  public enum Channel {
    /// [Availability] as plain text; the last will.
    AVAILABILITY("availability", true, 1),
    /// [io.plumbline.contract.payload.Info].
    INFO("info", true, 1),
    /// [io.plumbline.contract.payload.State].
    STATE("state", true, 0),
    /// [io.plumbline.contract.payload.Live].
    LIVE("live", false, 0),
    /// [io.plumbline.contract.payload.RepSummary].
    REP("rep", false, 1),
    /// [io.plumbline.contract.payload.SetSummary].
    SET("set", false, 1),
    /// [io.plumbline.contract.payload.Trace].
    TRACE("trace", false, 1),
    /// [io.plumbline.contract.payload.Cue].
    CUE("cue", false, 1),
    /// [io.plumbline.contract.payload.Quality].
    QUALITY("quality", false, 0),
    /// [io.plumbline.contract.payload.Guidance].
    GUIDANCE("guidance", false, 0),
    /// [io.plumbline.contract.payload.Ack], from the daemon.
    ACK("ack", true, 1);

    private final String level;
    private final boolean retained;
    private final int qos;

    Channel(String level, boolean retained, int qos) {
      this.level = level;
      this.retained = retained;
      this.qos = qos;
    }

    /// The topic's last level.
    public String level() {
      return level;
    }

    /// Whether the broker keeps the last message for later subscribers.
    public boolean retained() {
      return retained;
    }

    /// MQTT quality of service.
    public int qos() {
      return qos;
    }
  }

  /// A topic taken apart.
  public record Address(String barId, Channel channel) {}

  /// A command's topic taken apart.
  ///
  /// @param name   of the command; well-formed, but not necessarily one that this build knows
  /// @param result whether it is the topic of the answer
  public record CommandAddress(String barId, String name, boolean result) {}

  private Topics() {}

  /// The topic of a bar's channel.
  ///
  /// @throws IllegalArgumentException where the bar id is no [id][Ids]
  public static String of(String barId, Channel channel) {
    return ROOT + "/" + id("bar id", barId) + "/" + channel.level;
  }

  /// The filter that matches a channel of every bar.
  public static String ofEveryBar(Channel channel) {
    return ROOT + "/+/" + channel.level;
  }

  /// The topic on which a bar takes a command.
  ///
  /// @throws IllegalArgumentException where one of both is no [id][Ids]
  public static String command(String barId, String name) {
    return ROOT + "/" + id("bar id", barId) + "/" + COMMAND + "/" + id("command name", name);
  }

  /// The topic on which a bar answers a command.
  ///
  /// @throws IllegalArgumentException where one of both is no [id][Ids]
  public static String commandResult(String barId, String name) {
    return command(barId, name) + "/" + RESULT;
  }

  /// The filter that matches every command to one bar, and no result.
  ///
  /// @throws IllegalArgumentException where the bar id is no [id][Ids]
  public static String everyCommand(String barId) {
    return ROOT + "/" + id("bar id", barId) + "/" + COMMAND + "/+";
  }

  /// The filter that matches every command's result of every bar.
  public static String everyCommandResult() {
    return ROOT + "/+/" + COMMAND + "/+/" + RESULT;
  }

  /// Takes a bar's topic apart; empty where it is none, or a command's.
  public static Optional<Address> parse(String topic) {
    String[] levels = levels(topic);
    if (levels.length != 3) {
      return Optional.empty();
    }
    for (Channel channel : Channel.values()) {
      if (channel.level.equals(levels[2])) {
        return Optional.of(new Address(levels[1], channel));
      }
    }
    return Optional.empty();
  }

  /// Takes the topic of a command or of its result apart; empty where it is neither.
  public static Optional<CommandAddress> parseCommand(String topic) {
    String[] levels = levels(topic);
    boolean result = levels.length == 5 && levels[4].equals(RESULT);
    if ((levels.length != 4 && !result) || !levels[2].equals(COMMAND) || !Ids.isId(levels[3])) {
      return Optional.empty();
    }
    return Optional.of(new CommandAddress(levels[1], levels[3], result));
  }

  /// The levels of a topic below our root with a well-formed bar id, none of any other.
  private static String[] levels(String topic) {
    if (topic.length() > MAX_LENGTH) {
      return new String[0];
    }
    String[] levels = topic.split("/", -1);
    boolean ours = levels.length >= 3 && levels[0].equals(ROOT) && Ids.isId(levels[1]);
    return ours ? levels : new String[0];
  }

  private static String id(String what, String value) {
    if (!Ids.isId(value)) {
      throw new IllegalArgumentException(what + " must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    return value;
  }
}
