package io.plumbline.daemon.web;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SharedEvents;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hands every event to every open page. Thread-safe.
public final class EventHub implements BarEvents, SharedEvents {
  /// Pages that may listen at once.
  static final int MAX_PAGES = 64;
  private static final int MAILBOX_CAPACITY = 256;

  private final Set<Mailbox> pages = ConcurrentHashMap.newKeySet();
  private final PageJson json = new PageJson();
  private volatile boolean closed;

  /// A mailbox for a new page; empty where there are too many.
  Optional<Mailbox> open() {
    if (closed || pages.size() >= MAX_PAGES) {
      return Optional.empty();
    }
    Mailbox mailbox = new Mailbox(MAILBOX_CAPACITY);
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
    put(PageEvent.newest("state", barId, json.ofBar(barId, "state", state)));
  }

  @Override
  public void live(String barId, Live live) {
    // Nobody looks most of the time, and this one comes fifty times a second.
    if (!pages.isEmpty()) {
      put(PageEvent.newest("live", barId, json.ofBar(barId, "live", live)));
    }
  }

  @Override
  public void cue(String barId, Cue cue) {
    put(PageEvent.each("cue", json.ofBar(barId, "cue", cue)));
  }

  @Override
  public void quality(String barId, Quality quality) {
    put(PageEvent.newest("quality", barId, json.ofBar(barId, "quality", quality)));
  }

  @Override
  public void stored(Received summary) {
    String name = switch (summary) {
      case Received.Rep rep -> "rep";
      case Received.ClosedSet set -> "set";
      case Received.Curves curves -> "trace";
    };
    put(PageEvent.each(name, summary.json()));
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
    put(PageEvent.newest(Mailbox.RESYNC, "", "{}"));
  }
}
