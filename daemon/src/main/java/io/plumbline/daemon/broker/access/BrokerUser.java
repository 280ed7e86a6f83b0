package io.plumbline.daemon.broker.access;

import io.plumbline.contract.Ids;
import io.plumbline.contract.pairing.Verifier;
import java.time.Instant;

/// Somebody with a lasting secret.
///
/// @param kind     what it is: a bar, or one of those that a person adds by hand
/// @param name     a bar's id; else the name at the broker
/// @param verifier of its secret
/// @param since    when it came
public record BrokerUser(Kind kind, String name, Verifier verifier, Instant since) {
  /// What names of bars begin with at the broker, so that no other user can be taken for one.
  private static final String BAR = "bar-";
  private static final String OURS = "plumbline-";

  public BrokerUser {
    boolean isKept = kind == Kind.BAR || kind == Kind.DAEMON || kind == Kind.HOME || kind == Kind.READER;
    if (!isKept || !Ids.isId(name)) {
      throw new IllegalArgumentException("'" + name + "' is no name for a user of kind " + kind.word()
          + ": 1 to 64 letters, digits, '.', '_' or '-'");
    }
    if (kind != Kind.BAR && (name.startsWith(BAR) || name.startsWith(OURS) || name.startsWith(Offer.PREFIX))) {
      throw new IllegalArgumentException(
          "'" + name + "' begins like a name that others have: take one without bar-, pair- or plumbline-");
    }
  }

  /// Its name when it logs in.
  public String login() {
    return login(kind, name);
  }

  static String login(Kind kind, String name) {
    return kind == Kind.BAR ? BAR + name : name;
  }

  /// The name at the broker of a bar.
  public static String loginOfBar(String barId) {
    return login(Kind.BAR, barId);
  }
}
