package io.plumbline.daemon.broker;

import io.plumbline.contract.pairing.Secret;
import io.plumbline.daemon.broker.access.AccessBook;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.BrokerUser;
import io.plumbline.daemon.broker.access.ClientIds;
import io.plumbline.daemon.broker.access.Kind;
import io.plumbline.daemon.broker.access.Offer;
import io.plumbline.daemon.broker.access.PairingDesk;
import io.plumbline.daemon.domain.BrokerCounters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows who comes: by the access file, by the daemon's own secret, or because it is a program of this computer. Thread-safe.
final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final String DAEMON = "plumbline-daemon";

  private final @Nullable AccessFile file;
  private final boolean asksEverybody;
  private final @Nullable PairingDesk desk;
  private final Refusals refusals;
  private final Consumer<String> paired;
  /// Made new at each start and never written down.
  private final Login own = new Login(DAEMON, Secret.lasting());

  /// What a connection says of itself.
  ///
  /// @param will    topic of its last will, null for none
  /// @param isLocal whether it came by the door for programs of this computer
  /// @param from    its address
  record Caller(@Nullable String user, @Nullable String secret, String clientId, @Nullable String will, boolean isLocal,
      String from) {}

  /// @param file          who has a secret, null for nobody
  /// @param asksEverybody whether programs of this computer need a secret too
  /// @param paired        told the name of each bar that is let in by a code
  Doorkeeper(@Nullable AccessFile file, boolean asksEverybody, InstantSource clock, BrokerCounters counters,
      Consumer<String> paired) {
    this.file = file;
    this.asksEverybody = asksEverybody;
    this.desk = file == null ? null : new PairingDesk(file, clock);
    this.refusals = new Refusals(counters);
    this.paired = paired;
  }

  Login own() {
    return own;
  }

  Refusals refusals() {
    return refusals;
  }

  /// Who it is; null, counted and logged, where it may not come in.
  @Nullable
  Identity admit(Caller caller) {
    Identity who = identify(caller);
    if (who == null) {
      refusals.connection(caller.user == null ? caller.from : "'" + caller.user + "' at " + caller.from,
          caller.user == null ? "it has no name and secret" : "no such name, or the secret is wrong");
      return null;
    }
    if (!ClientIds.mayBeCalled(who.kind(), who.getName(), caller.clientId)) {
      refusals.connection(who.shown(), "its client id is '" + caller.clientId + "', which is another's");
      return null;
    }
    if (caller.will != null && !who.rights().mayPublish(caller.will)) {
      refusals.connection(who.shown(), "its last will is for " + caller.will + ", to which it may not publish");
      return null;
    }
    return who;
  }

  private @Nullable Identity identify(Caller caller) {
    String user = caller.user;
    String secret = caller.secret;
    if (user == null) {
      return caller.isLocal && !asksEverybody && secret == null ? new Identity(Kind.LOCAL, "", null, null) : null;
    }
    if (secret == null || secret.isEmpty()) {
      return null;
    }
    Login login = new Login(user, secret);
    if (user.equals(DAEMON)) {
      // The same rights as its computer's other programs: it is one.
      return isEqual(secret, own.secret()) && caller.isLocal ? new Identity(Kind.LOCAL, DAEMON, login, null) : null;
    }
    if (user.startsWith(Offer.PREFIX)) {
      return offer(user, secret).map(one -> new Identity(Kind.PAIRING, one.id(), login, one.verifier())).orElse(null);
    }
    return book().user(user).filter(one -> one.verifier().accepts(secret))
        .map(one -> new Identity(one.kind(), one.name(), login, one.verifier())).orElse(null);
  }

  /// Whether somebody who came in before is still known by the same secret. A code is good for the connection that it was used for.
  boolean stillKnows(Identity who) {
    return who.verifier() == null || who.kind() == Kind.PAIRING
        || book().user(String.valueOf(who.user())).filter(one -> one.verifier().equals(who.verifier())).isPresent();
  }

  /// Makes the holder of a one-time code a bar.
  ///
  /// @return whether it is one now
  boolean redeem(Identity who, String request) {
    PairingDesk open = desk;
    try {
      Optional<BrokerUser> bar = open == null ? Optional.empty() : open.redeem(who.getName(), request);
      bar.ifPresent(one -> {
        LOG.info("Paired: {}", one.name());
        paired.accept(one.name());
      });
      return bar.isPresent();
    } catch (IOException e) {
      LOG.warn("{} cannot become a bar: {}", who.shown(), e.getMessage());
      return false;
    }
  }

  private Optional<Offer> offer(String id, String secret) {
    PairingDesk open = desk;
    try {
      return open == null ? Optional.empty() : open.find(id, secret);
    } catch (IOException e) {
      LOG.warn("No code is taken: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private AccessBook book() {
    AccessFile kept = file;
    try {
      return kept == null ? AccessBook.EMPTY : kept.read();
    } catch (IOException e) {
      // Who cannot be known does not come in.
      LOG.warn("Nobody with a secret is let in: {}", e.getMessage());
      return AccessBook.EMPTY;
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
