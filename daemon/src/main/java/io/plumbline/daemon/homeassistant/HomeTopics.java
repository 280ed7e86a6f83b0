package io.plumbline.daemon.homeassistant;

import java.util.Locale;

/// Names of topics and entities. Immutable.
///
/// @param prefix   Home Assistant's, `homeassistant` unless somebody changed it there
/// @param daemonId name of the daemon at the broker, or of the share that several daemons have
public record HomeTopics(String prefix, String daemonId) {
  /// Where Home Assistant looks for devices unless it is told otherwise.
  public static final String DEFAULT_PREFIX = "homeassistant";

  private static final String ROOT = "plumbline-daemon/";

  /// Says `online` when Home Assistant has started.
  public String birth() {
    return prefix + "/status";
  }

  /// Retained `online` or `offline` (last will) of this daemon, or of those that share.
  public String availability() {
    return ROOT + daemonId + "/availability";
  }

  /// A bar's device; retained.
  String config(String barId) {
    return prefix + "/device/" + objectId(barId) + "/config";
  }

  /// What has just happened with a bar; never retained, as Home Assistant would take it for new.
  String event(String barId) {
    return ROOT + daemonId + "/" + barId + "/event";
  }

  /// The figures of a bar's latest rep; retained.
  String last(String barId) {
    return ROOT + daemonId + "/" + barId + "/last";
  }

  /// The figures of a bar's latest set; retained. A topic of its own: another daemon may have stored the rep.
  String lastSet(String barId) {
    return ROOT + daemonId + "/" + barId + "/last-set";
  }

  /// A name that is allowed in discovery topics, another one for each bar: these know no dot.
  static String objectId(String barId) {
    return "plumbline_" + barId.replace("_", "_u").replace(".", "_d");
  }

  /// The part of an entity's name that stands for the bar: lower case, no two underscores in a row, none at an end.
  static String slug(String barId) {
    String plain = barId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    return "plumbline_" + (plain.isEmpty() ? "bar" : plain);
  }
}
