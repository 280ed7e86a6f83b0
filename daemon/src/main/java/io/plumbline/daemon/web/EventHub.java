package io.plumbline.daemon.web;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SharedEvents;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Hands every event to every open page. Thread-safe.
public final class EventHub implements BarEvents, SharedEvents {
  /// Pages that may listen at once.
  static final int MAX_PAGES = 64;
  private static final int MAILBOX_CAPACITY = 256;
  /// As many bars as are remembered, with some reps of each.
  private static final int MOST_LIFTERS = 4000;
  private static final int MOST_HOLDERS = 1000;

  private final Set<Mailbox> pages = ConcurrentHashMap.newKeySet();
  private final PageJson json = new PageJson();
  private final AtomicLong changes = new AtomicLong();
  /// Who holds each bar, as its last state says.
  private final Map<String, Optional<String>> holders = new ConcurrentHashMap<>();
  /// Whose the last reps are: their curves do not say it themselves.
  private final Map<RecordKey, Optional<String>> lifters = Collections.synchronizedMap(new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<RecordKey, Optional<String>> eldest) {
      return size() > MOST_LIFTERS;
    }
  });
  private volatile boolean closed;

  /// A mailbox for a new page; empty where there are too many.
  ///
  /// @param own what an athlete may see; null for who may see everything
  Optional<Mailbox> open(@Nullable OwnNames own) {
    if (closed || pages.size() >= MAX_PAGES) {
      return Optional.empty();
    }
    Mailbox mailbox = new Mailbox(MAILBOX_CAPACITY, own);
    pages.add(mailbox);
    return Optional.of(mailbox);
  }

  void close(Mailbox mailbox) {
    pages.remove(mailbox);
    mailbox.close();
  }

  /// Ends every page's stream.
  void closeAll() {
    closed = true;
    pages.forEach(this::close);
  }

  private void put(PageEvent event) {
    pages.forEach(page -> page.put(event));
  }

  @Override
  public void brokerLink(boolean connected) {
    put(PageEvent.each("broker", json.flag(null, "connected", connected)));
  }

  private @Nullable String holder(String barId) {
    return holders.getOrDefault(barId, Optional.empty()).orElse(null);
  }

  @Override
  public void availability(String barId, boolean online) {
    put(PageEvent.each("availability", json.flag(barId, "online", online)));
  }

  @Override
  public void forgotten(String barId) {
    put(PageEvent.each("forgotten", json.flag(barId, "online", false)));
  }

  @Override
  public void info(String barId, Info info) {
    put(PageEvent.each("info", json.ofBar(barId, "info", info)));
  }

  @Override
  public void state(String barId, State state) {
    if (holders.size() < MOST_HOLDERS || holders.containsKey(barId)) {
      holders.put(barId, Optional.ofNullable(state.athlete()));
    }
    put(PageEvent.newest("state", barId, json.ofBar(barId, "state", state)).of(state.athlete(),
        json.ofBar(barId, "state", null)));
  }

  @Override
  public void live(String barId, Live live) {
    // Nobody looks most of the time, and this one comes fifty times a second.
    if (!pages.isEmpty()) {
      put(PageEvent.newest("live", barId, json.ofBar(barId, "live", live)).ownedBy(holder(barId)));
    }
  }

  @Override
  public void cue(String barId, Cue cue) {
    put(PageEvent.each("cue", json.ofBar(barId, "cue", cue)).ownedBy(holder(barId)));
  }

  @Override
  public void quality(String barId, Quality quality) {
    put(PageEvent.newest("quality", barId, json.ofBar(barId, "quality", quality)).ownedBy(holder(barId)));
  }

  @Override
  public void stored(Received summary) {
    changes.incrementAndGet();
    PageEvent event = switch (summary) {
      case Received.Rep rep -> {
        lifters.put(rep.key(), Optional.ofNullable(rep.summary().athlete()));
        yield PageEvent.each("rep", rep.json()).ownedBy(rep.summary().athlete());
      }
      case Received.ClosedSet set -> PageEvent.each("set", set.json()).ownedBy(set.summary().athlete());
      // Curves of a rep that was not seen here are fetched by whoever may.
      case Received.Curves curves -> PageEvent.each("trace", curves.json())
          .ownedBy(lifters.getOrDefault(curves.key(), Optional.empty()).orElse(null));
    };
    put(event);
  }

  /// A page does not care which daemon stored it.
  @Override
  public void storedElsewhere(Received summary) {
    stored(summary);
  }

  @Override
  public void missed() {
    changed();
  }

  /// Has every page fetch again what it shows. A page that is behind does it once for any number of changes.
  void changed() {
    changes.incrementAndGet();
    put(PageEvent.newest(Mailbox.RESYNC, "", "{}"));
  }

  /// Grows with everything that is stored or changed: what was read at the same number is still so.
  long changes() {
    return changes.get();
  }
}
