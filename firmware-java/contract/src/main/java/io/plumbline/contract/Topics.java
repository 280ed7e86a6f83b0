package io.plumbline.contract;

import java.util.Optional;

/// Topic names: `plumbline/<bar-id>/<channel>`. Which are retained and at which quality of service stands with each channel.
public final class Topics {
  /// First level of every topic.
  public static final String ROOT = "plumbline";

  /// Last levels of a topic.
  public enum Channel {
    AVAILABILITY("availability", true, 1),
    INFO("info", true, 1),
    STATE("state", true, 0),
    LIVE("live", false, 0),
    REP(
        "rep", false, 1),
    SET("set",
        false,
        1),
    TRACE("trace", false, 1),
    CUE("cue", false, 1),
    QUALITY("quality", false, 0),
    ACK("ack", true, 1);

    private final String level;
    private final boolean retained;
    private final int qos;

    Channel(String level, boolean retained, int qos) {
      this.level = level;
      this.retained = retained;
      this.qos = qos;
    }

    public String level() {
      return level;
    }

    public boolean retained() {
      return retained;
    }

    public int qos() {
      return qos;
    }
  }

  /// A topic taken apart.
  public record Address(String barId, Channel channel) {}

  private Topics() {}

  /// The topic of a bar's channel.
  public static String of(String barId, Channel channel) {
    return ROOT + "/" + barId + "/" + channel.level;
  }

  /// The filter that matches a channel of every bar.
  public static String ofEveryBar(Channel channel) {
    return ROOT + "/+/" + channel.level;
  }

  /// The topic on which a bar takes a command.
  public static String command(String barId, String name) {
    return ROOT + "/" + barId + "/cmd/" + name;
  }

  /// The topic on which a bar answers a command.
  public static String commandResult(String barId, String name) {
    return command(barId, name) + "/result";
  }

  /// Takes a bar's topic apart; empty where it is none, or a command's.
  public static Optional<Address> parse(String topic) {
    String[] levels = topic.split("/", -1);
    if (levels.length != 3 || !levels[0].equals(ROOT) || levels[1].isEmpty()) {
      return Optional.empty();
    }
    for (Channel channel : Channel.values()) {
      if (channel.level.equals(levels[2])) {
        return Optional.of(new Address(levels[1], channel));
      }
    }
    return Optional.empty();
  }
}
