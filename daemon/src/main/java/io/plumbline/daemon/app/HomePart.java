package io.plumbline.daemon.app;

import io.plumbline.contract.payload.Cue;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.Outlet;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.homeassistant.AnnouncedBars;
import io.plumbline.daemon.homeassistant.HomeAssistant;
import io.plumbline.daemon.homeassistant.HomeTopics;
import io.plumbline.daemon.ingest.BrokerAddress;
import io.plumbline.daemon.ingest.HomeLink;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daemon's part for Home Assistant. Where it is off, it only takes away what was announced when it was on.
final class HomePart implements HomeLink.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HomePart.class);
  private static final long LIFTERS_PERIOD_S = 30;
  /// More than fit on a card.
  private static final int MOST_LIFTERS = 100;

  private final AthleteBook athletes;
  private final String clientId;
  private final @Nullable String share;
  private final HomeTopics topics;
  private final AnnouncedBars announced;
  private final @Nullable HomeAssistant home;
  private final ScheduledExecutorService executor = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("home-assistant").daemon().factory());
  private volatile @Nullable HomeLink link;

  /// @param prefix of discovery topics, null where it is off
  /// @param share  of several daemons, which are one to Home Assistant; null for none
  /// @param athletes who may be chosen as the lifter
  HomePart(@Nullable String prefix, String clientId, @Nullable String share, Path file, AthleteBook athletes) {
    this.athletes = athletes;
    this.clientId = clientId;
    this.share = share;
    this.topics = new HomeTopics(prefix == null ? HomeTopics.DEFAULT_PREFIX : prefix,
        share == null ? clientId : share);
    this.announced = AnnouncedBars.of(file);
    this.home = prefix == null
        ? null
        : new HomeAssistant(topics, this::publish, announced, version(), share != null, InstantSource.system(),
            (after, what) -> {
              var unused = executor.schedule(what, after.toMillis(), TimeUnit.MILLISECONDS);
            }, () -> ThreadLocalRandom.current().nextDouble());
  }

  private static String version() {
    String version = HomePart.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// Where bars' events go, null where nothing is told.
  @Nullable
  BarEvents events() {
    return home;
  }

  /// Connects where there is something to tell or to take away.
  void start(BrokerAddress broker) {
    if (home != null || !announced.isEmpty()) {
      HomeLink started = new HomeLink(broker, clientId + "-home", share, topics.availability(), topics.birth(), this);
      link = started;
      tellLifters();
      started.start();
      ScheduledFuture<?> _ = executor.scheduleWithFixedDelay(this::tellLifters, LIFTERS_PERIOD_S, LIFTERS_PERIOD_S,
          TimeUnit.SECONDS);
    }
  }

  private void tellLifters() {
    HomeAssistant told = home;
    if (told == null) {
      return;
    }
    try {
      told.lifters(athletes.athletes(null, MOST_LIFTERS).items().stream().map(kept -> kept.value().name()).distinct()
          .toList());
    } catch (StoreException | RuntimeException e) {
      LOG.warn("Home Assistant is not told who could lift, tried again: {}", e.getMessage());
    }
  }

  private boolean publish(String topic, byte[] payload, boolean retained) {
    Outlet outlet = link;
    return outlet != null && outlet.publish(topic, payload, retained);
  }

  @Override
  public void connected() {
    HomeAssistant told = home;
    if (!announced.clear(this::publish, told == null ? List.of() : List.of(topics))) {
      return;
    }
    if (told != null) {
      told.connected();
    }
  }

  @Override
  public void heard(String text) {
    HomeAssistant told = home;
    if (told != null) {
      told.heard(text);
    }
  }

  @Override
  public void cue(String barId, Cue cue) {
    HomeAssistant told = home;
    if (told != null) {
      told.ownCue(barId, cue);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    HomeLink started = link;
    if (started != null) {
      started.close();
    }
  }
}
