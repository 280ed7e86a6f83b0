package io.plumbline.daemon.broker.access;

import java.util.Locale;
import java.util.regex.Pattern;

/// Who may call its connection how. A client id is the key of a session: whoever has another's ends its connection and gets what waits for it.
public final class ClientIds {
  private static final String OURS = "plumbline-";
  private static final String BARS = OURS + "bar-";
  /// Without a dot, which would make the name of one's queue that of another's.
  private static final Pattern OTHERS = Pattern.compile("[a-zA-Z0-9_-]{0,64}");

  private ClientIds() {}

  /// Whether somebody may have a client id.
  ///
  /// @param name a bar's id, a pairing's id; of no meaning for others
  public static boolean mayBeCalled(Kind kind, String name, String clientId) {
    return switch (kind) {
      case BAR -> clientId.equals(BARS + name);
      case PAIRING -> clientId.equals(OURS + name);
      case HOME, READER -> OTHERS.matcher(clientId).matches() && !clientId.toLowerCase(Locale.ROOT).startsWith(OURS);
      case DAEMON -> !clientId.startsWith(BARS);
      case LOCAL -> true;
    };
  }
}
