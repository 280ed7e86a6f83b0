package io.plumbline.daemon.broker.access;

import java.util.Locale;

/// What somebody at the broker is.
public enum Kind {
  /// One bar.
  BAR,
  /// A daemon that comes like everybody else: another one, or this one at an external broker.
  DAEMON,
  /// Home Assistant or the like: reads everything, sends commands to bars.
  HOME,
  /// Reads everything, says nothing.
  READER,
  /// A program of this computer, which the broker does not ask for a name.
  LOCAL,
  /// Somebody with a one-time code, who may ask to become a bar.
  PAIRING;

  /// Whether it may take a share of what others get the rest of (`$share/…`).
  public boolean mayShare() {
    return this == DAEMON || this == LOCAL;
  }

  /// In the words of the command line and of the file.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
