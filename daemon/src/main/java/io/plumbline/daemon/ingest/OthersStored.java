package io.plumbline.daemon.ingest;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SharedEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Shows here what the other daemons of a share have stored. A copy of each summary waits until an acknowledgement on the bar's topic says that it is committed; what
/// this daemon has stored itself is told already. Where an acknowledgement names something of which there was no copy, pages fetch again, at most once a second.
///
/// Bounded: what finds no room counts as missed. Thread-safe.
final class OthersStored {
  private static final int MAX_WAITING = 1000;
  private static final int MAX_TOLD = 5000;
  /// Curves are not acknowledged to a bar: so long the others, or this daemon, have to store them.
  private static final long CURVES_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long FETCH_PERIOD_NS = TimeUnit.SECONDS.toNanos(1);

  private final SharedEvents pages;
  private final Map<Id, Copy> waiting = new LinkedHashMap<>();
  /// Oldest first.
  private final Set<Id> told = new LinkedHashSet<>();
  private boolean missed;
  private long nextFetchNs;

  private record Id(RecordKey key, boolean isCurves) {
    static Id of(Received received) {
      return new Id(received.key(), received instanceof Received.Curves);
    }
  }

  private record Copy(Received received, long heardNs) {}

  /// @param nowNs of [System#nanoTime], as everywhere here
  OthersStored(SharedEvents pages, long nowNs) {
    this.pages = pages;
    this.nextFetchNs = nowNs;
  }

  /// This daemon has stored it and tells it; called before it is acknowledged to the bar.
  synchronized void own(List<Received> fresh) {
    for (Received received : fresh) {
      Id id = Id.of(received);
      waiting.remove(id);
      addTold(id);
    }
  }

  /// A copy of what one of the daemons stores.
  synchronized void heard(Received copy, long nowNs) {
    Id id = Id.of(copy);
    if (told.contains(id)) {
      return;
    }
    if (waiting.size() >= MAX_WAITING && !waiting.containsKey(id)) {
      waiting.remove(waiting.keySet().iterator().next());
      missed = true;
    }
    waiting.put(id, new Copy(copy, nowNs));
  }

  /// One of the daemons says what is stored.
  synchronized void acknowledged(Ack ack) {
    List<Copy> stored = waiting.values().stream().filter(copy -> isStored(ack, copy.received)).toList();
    stored.forEach(this::tell);
    Long highest = ack.highest();
    if (highest != null && highest > 0
        && addTold(new Id(new RecordKey(ack.barId(), ack.journalId(), highest), false))) {
      missed = true;
    }
  }

  private static boolean isStored(Ack ack, Received received) {
    RecordKey key = received.key();
    long sequence = key.sequence();
    return !(received instanceof Received.Curves) && key.barId().equals(ack.barId())
        && key.journalId().equals(ack.journalId()) && sequence <= ack.knownUpTo()
        && ack.holes().stream().noneMatch(hole -> hole.from() <= sequence && sequence <= hole.to());
  }

  /// There was something that was not heard: no connection, or no room.
  synchronized void missed() {
    missed = true;
  }

  /// To be called a few times a second.
  synchronized void tick(long nowNs) {
    List<Copy> curves = new ArrayList<>();
    for (Copy copy : waiting.values()) {
      if (copy.received instanceof Received.Curves && nowNs - copy.heardNs >= CURVES_NS) {
        curves.add(copy);
      }
    }
    curves.forEach(this::tell);
    if (missed && nowNs - nextFetchNs >= 0) {
      missed = false;
      nextFetchNs = nowNs + FETCH_PERIOD_NS;
      pages.missed();
    }
  }

  private void tell(Copy copy) {
    Id id = Id.of(copy.received);
    waiting.remove(id);
    if (addTold(id)) {
      pages.storedElsewhere(copy.received);
    }
  }

  /// Whether it was not there.
  private boolean addTold(Id id) {
    boolean added = told.add(id);
    if (told.size() > MAX_TOLD) {
      told.remove(told.iterator().next());
    }
    return added;
  }
}
