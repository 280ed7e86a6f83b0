package io.plumbline.daemon.broker.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everybody with a secret at one moment, users in the order of their names. Immutable.
public record AccessBook(List<BrokerUser> users, List<Offer> offers) {
  /// Nobody.
  public static final AccessBook EMPTY = new AccessBook(List.of(), List.of());

  public AccessBook {
    users = users.stream().sorted(Comparator.comparing(BrokerUser::kind).thenComparing(BrokerUser::name)).toList();
    offers = List.copyOf(offers);
  }

  /// The user who logs in with a name.
  public Optional<BrokerUser> user(String login) {
    return users.stream().filter(user -> user.login().equals(login)).findFirst();
  }

  /// The code that logs in with a name.
  public Optional<Offer> offer(String id) {
    return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }

  /// With a user, in the place of the one of the same name.
  public AccessBook with(BrokerUser user) {
    List<BrokerUser> others = new ArrayList<>(without(user.login()).users);
    others.add(user);
    return new AccessBook(others, offers);
  }

  /// Without the user who logs in with a name.
  public AccessBook without(String login) {
    return new AccessBook(users.stream().filter(user -> !user.login().equals(login)).toList(), offers);
  }

  /// With a code, and without older ones for the same bar and those whose time is over.
  public AccessBook with(Offer offer, Instant now) {
    List<Offer> others = new ArrayList<>(
        offers.stream().filter(other -> !other.barId().equals(offer.barId()) && other.until().isAfter(now)).toList());
    others.add(offer);
    return new AccessBook(users, others);
  }

  /// Without a code.
  public AccessBook withoutOffer(String id) {
    return new AccessBook(users, offers.stream().filter(offer -> !offer.id().equals(id)).toList());
  }
}
