package io.plumbline.daemon.broker.access;

/// Topic filters of MQTT (version 3.1.1, section 4.7).
final class TopicFilter {
  private static final String MANY = "#";
  private static final String ONE = "+";

  private TopicFilter() {}

  /// Whether everything that `asked` matches is matched by `allowed` too. A topic is a filter that matches itself.
  static boolean covers(String allowed, String asked) {
    String[] wide = allowed.split("/", -1);
    String[] narrow = asked.split("/", -1);
    // A wildcard at the beginning does not match what the broker itself says (section 4.7.2).
    if (narrow[0].startsWith("$") && !wide[0].equals(narrow[0])) {
      return false;
    }
    for (int i = 0; i < wide.length; i++) {
      if (wide[i].equals(MANY)) {
        return true;
      }
      if (i == narrow.length) {
        return false;
      }
      boolean same = wide[i].equals(narrow[i]) || (wide[i].equals(ONE) && !narrow[i].equals(MANY));
      if (!same) {
        // `a/#` matches `a` too, and is itself matched by `a/#` only.
        return false;
      }
    }
    return narrow.length == wide.length;
  }

  /// Whether a text is the name of one topic.
  static boolean isTopic(String text) {
    return !text.isEmpty() && !text.contains(MANY) && !text.contains(ONE);
  }
}
