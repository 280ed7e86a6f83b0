package io.plumbline.daemon.homeassistant;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.Outlet;
import io.plumbline.daemon.domain.Received;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces bars to Home Assistant and tells it what happens. A bar is announced when it is first heard of, when what it says of itself changes, at each
/// connection, and after each start of Home Assistant, then within seconds and not at once, as all devices of a house answer it. Thread-safe; never waits.
public final class HomeAssistant implements BarEvents {
  private static final Logger LOG = LoggerFactory.getLogger(HomeAssistant.class);
  /// As many as the board remembers.
  static final int MAX_BARS = 1000;
  private static final double LONGEST_DELAY_S = 5;
  private static final String BIRTH = "online";
  private static final byte[] NOTHING = new byte[0];

  /// Does something later.
  public interface Later {
    void run(Duration after, Runnable what);
  }

  /// What is known of a bar. Guarded by itself.
  private static final class Bar {
    @Nullable
    Info info;
    @Nullable
    State state;
    Last last = Last.NOTHING;
    boolean announced;
  }

  private final HomeTopics topics;
  private final Outlet outlet;
  private final Discovery discovery;
  private final HomeEvents events = new HomeEvents();
  private final boolean shared;
  private final InstantSource clock;
  private final Later later;
  private final DoubleSupplier random;
  private final AnnouncedBars announced;
  private final Map<String, Bar> bars = new ConcurrentHashMap<>();
  private volatile List<String> lifters = List.of();

  /// @param announced remembers what stands at the broker
  /// @param shared    whether several daemons announce the same
  /// @param random 0 to 1, for the delay after a start of Home Assistant
  public HomeAssistant(HomeTopics topics, Outlet outlet, AnnouncedBars announced, String softwareVersion,
      boolean shared, InstantSource clock, Later later, DoubleSupplier random) {
    this.topics = topics;
    this.shared = shared;
    this.announced = announced;
    this.outlet = outlet;
    this.discovery = new Discovery(topics, softwareVersion);
    this.clock = clock;
    this.later = later;
    this.random = random;
  }

  /// There is a connection, perhaps to a broker that has lost everything.
  public void connected() {
    bars.forEach(this::announce);
  }

  /// Who may be chosen as the lifter; announces every bar again where that has changed.
  public void lifters(List<String> names) {
    if (!lifters.equals(names)) {
      lifters = List.copyOf(names);
      connected();
    }
  }

  /// Home Assistant said something on its birth topic.
  public void heard(String text) {
    if (text.equals(BIRTH)) {
      later.run(Duration.ofMillis(Math.round(random.getAsDouble() * LONGEST_DELAY_S * 1e3)),
          () -> bars.forEach(this::announce));
    }
  }

  private void announce(String barId, Bar bar) {
    announced.add(topics, barId);
    synchronized (bar) {
      bar.announced = outlet.publish(topics.config(barId), discovery.device(barId, bar.info, lifters), true);
      // Of several daemons another one may have told newer figures.
      if (bar.announced && !shared) {
        RepSummary rep = bar.last.rep();
        SetSummary set = bar.last.set();
        if (rep != null) {
          outlet.publish(topics.last(barId), events.last(rep), true);
        }
        if (set != null) {
          outlet.publish(topics.lastSet(barId), events.last(set), true);
        }
      }
    }
  }

  private @Nullable Bar bar(String barId) {
    Bar known = bars.get(barId);
    return known != null || bars.size() >= MAX_BARS ? known : bars.computeIfAbsent(barId, id -> new Bar());
  }

  private void heardOf(String barId) {
    Bar bar = bar(barId);
    if (bar != null) {
      synchronized (bar) {
        if (!bar.announced) {
          announce(barId, bar);
        }
      }
    }
  }

  @Override
  public void brokerLink(boolean connected) {
    // Its own link says when to tell everything again.
  }

  @Override
  public void availability(String barId, boolean online) {
    heardOf(barId);
  }

  @Override
  public void forgotten(String barId) {
    bars.remove(barId);
    if (!clear(outlet, topics, barId)) {
      LOG.info("Bar {} was forgotten without a connection: its device stays in Home Assistant", barId);
    }
  }

  /// Takes a bar's device away.
  static boolean clear(Outlet outlet, HomeTopics topics, String barId) {
    return outlet.publish(topics.config(barId), NOTHING, true) && outlet.publish(topics.last(barId), NOTHING, true)
        && outlet.publish(topics.lastSet(barId), NOTHING, true);
  }

  @Override
  public void info(String barId, Info info) {
    Bar bar = bar(barId);
    if (bar != null) {
      synchronized (bar) {
        boolean another = bar.info == null || !bar.info.softwareVersion().equals(info.softwareVersion());
        bar.info = info;
        if (another || !bar.announced) {
          announce(barId, bar);
        }
      }
    }
  }

  @Override
  public void state(String barId, State state) {
    Bar bar = bar(barId);
    if (bar != null) {
      synchronized (bar) {
        bar.state = state;
      }
    }
  }

  @Override
  public void live(String barId, Live live) {
    // Fifty a second are not for a house.
  }

  @Override
  public void cue(String barId, Cue cue) {
    // Every daemon hears it so; Home Assistant is to hear it once.
    if (!shared) {
      tell(barId, cue);
    }
  }

  /// A cue that came to this one of several daemons only.
  public void ownCue(String barId, Cue cue) {
    tell(barId, cue);
  }

  private void tell(String barId, Cue cue) {
    if (cue.kind() == Cue.Kind.STOP) {
      outlet.publish(topics.event(barId), events.stop(barId, cue), false);
    }
  }

  @Override
  public void quality(String barId, Quality quality) {
    // Its health is in the state.
  }

  @Override
  public void stored(Received summary) {
    String barId = summary.key().barId();
    Bar bar = bar(barId);
    if (bar == null) {
      return;
    }
    long nowMs = clock.millis();
    synchronized (bar) {
      switch (summary) {
        case Received.Rep rep when Freshness.isOfNow(rep.summary(), bar.state, nowMs) -> {
          if (HomeEvents.isLifted(rep.summary())) {
            bar.last = bar.last.with(rep.summary());
            outlet.publish(topics.last(barId), events.last(rep.summary()), true);
          }
          outlet.publish(topics.event(barId), events.rep(rep.summary()), false);
        }
        case Received.ClosedSet set when Freshness.isOfNow(set.summary(), bar.state, nowMs) -> {
          bar.last = bar.last.with(set.summary());
          outlet.publish(topics.lastSet(barId), events.last(set.summary()), true);
          outlet.publish(topics.event(barId), events.set(set.summary()), false);
        }
        default -> {
          // Curves, and what came late: history is the daemon's.
        }
      }
    }
  }
}
