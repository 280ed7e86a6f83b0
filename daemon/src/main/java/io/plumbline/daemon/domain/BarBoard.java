package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Remembers the latest of every bar and hands everything on. Thread-safe.
public final class BarBoard implements BarEvents {
  /// Bars that are remembered; what further ones say is handed on and not kept. Far above any gym, and bounded whoever publishes.
  static final int MAX_BARS = 1000;

  private final Map<String, BarView> bars = new ConcurrentHashMap<>();
  private final BarEvents next;
  private volatile boolean brokerConnected;

  public BarBoard(BarEvents next) {
    this.next = next;
  }

  /// Every bar that was heard of, by its id.
  public List<BarView> bars() {
    return bars.values().stream().sorted(Comparator.comparing(BarView::barId)).toList();
  }

  /// Whether the daemon hears the broker.
  public boolean brokerConnected() {
    return brokerConnected;
  }

  @Override
  public void brokerLink(boolean connected) {
    brokerConnected = connected;
    next.brokerLink(connected);
  }

  @Override
  public void availability(String barId, boolean online) {
    update(barId, bar -> bar.withOnline(online));
    next.availability(barId, online);
  }

  @Override
  public void forgotten(String barId) {
    bars.remove(barId);
    next.forgotten(barId);
  }

  @Override
  public void info(String barId, Info info) {
    update(barId, bar -> bar.withInfo(info));
    next.info(barId, info);
  }

  @Override
  public void state(String barId, State state) {
    update(barId, bar -> bar.withState(state));
    next.state(barId, state);
  }

  @Override
  public void live(String barId, Live live) {
    next.live(barId, live);
  }

  @Override
  public void cue(String barId, Cue cue) {
    next.cue(barId, cue);
  }

  @Override
  public void quality(String barId, Quality quality) {
    update(barId, bar -> bar.withQuality(quality));
    next.quality(barId, quality);
  }

  @Override
  public void stored(Received summary) {
    next.stored(summary);
  }

  private void update(String barId, UnaryOperator<BarView> change) {
    if (bars.containsKey(barId) || bars.size() < MAX_BARS) {
      bars.compute(barId,
          (id, bar) -> change.apply(bar == null ? new BarView(id, false, null, null, null) : bar));
    }
  }
}
