package io.plumbline.daemon.broker.access;

import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.contract.pairing.Verifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives out one-time codes and takes them back for a lasting secret. The bar makes that secret itself and tells only what verifies it, so that nobody
/// on the way or at the daemon ever has it. Thread-safe.
public final class PairingDesk {
  /// How long a code is good.
  public static final Duration LIFE = Duration.ofMinutes(10);
  /// With 128 random bits one wrong secret is no accident.
  private static final int MOST_WRONG = 5;

  private final AccessFile file;
  private final InstantSource clock;
  /// Since the start; offers that are gone are cleared with the next one.
  private final Map<String, Integer> wrong = new HashMap<>();

  /// A desk over a file, which others may have open too.
  public PairingDesk(AccessFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// Makes a code; an older one for the same bar is good no more.
  ///
  /// @param authorityPrint by which the bar knows the broker
  public PairingCode offer(String barId, List<String> hosts, int port, byte[] authorityPrint) throws IOException {
    Instant now = clock.instant();
    PairingCode code = PairingCode.fresh(barId, hosts, port, authorityPrint, now.plus(LIFE));
    Offer offer = new Offer(code.user(), barId, Verifier.of(code.secret()), code.until());
    file.change(book -> new AccessFile.Change<>(book.with(offer, now), true));
    return code;
  }

  /// Who has a code that is still good, and its secret.
  ///
  /// @throws IOException where the file cannot be read
  public Optional<Offer> find(String id, String secret) throws IOException {
    Optional<Offer> offer = file.read().offer(id).filter(one -> one.until().isAfter(clock.instant()));
    if (offer.isEmpty() || offer.get().verifier().accepts(secret)) {
      return offer;
    }
    if (isOnceTooOften(id)) {
      file.change(book -> new AccessFile.Change<>(book.withoutOffer(id), true));
    }
    return Optional.empty();
  }

  private synchronized boolean isOnceTooOften(String id) {
    wrong.keySet().removeIf(other -> !other.equals(id) && wrong.size() > MOST_WRONG);
    return wrong.merge(id, 1, Integer::sum) >= MOST_WRONG;
  }

  /// Makes the holder of a code the bar that the code is for, in the place of one that was paired under this id before. On the disk when this returns.
  ///
  /// @param request what the bar wants its secret to be verified with
  /// @return the bar, empty where the code is used or its time is over, or the request is none
  public Optional<BrokerUser> redeem(String id, String request) throws IOException {
    Optional<Verifier> verifier = Verifier.parse(request);
    if (verifier.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return file.change(book -> {
      Optional<BrokerUser> bar = book.offer(id).filter(offer -> offer.until().isAfter(now))
          .map(offer -> new BrokerUser(Kind.BAR, offer.barId(), verifier.get(), now));
      return new AccessFile.Change<>(bar.map(one -> book.withoutOffer(id).with(one)).orElse(book), bar);
    });
  }
}
