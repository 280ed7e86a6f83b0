package io.plumbline.daemon.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.support.Summaries;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an athlete's page is told of bars that others hold: that they are there.
class OwnNamesTest {
  private static final Live LIVE = new Live(1, Phase.ASCENT, 0.2, 0.001, 0.5, 0.01, null, null, null);

  private final EventHub hub = new EventHub();
  private final Mailbox adas = hub.open(new OwnNames(Set.of("Ada", "ADA"))).orElseThrow();
  private final Mailbox coachs = hub.open(null).orElseThrow();

  private static State held(@Nullable String by) {
    return new State(Phase.REST, by, Exercise.SQUAT, 1, 0, null, null, null, null, State.Health.OK, null, null);
  }

  private List<String> told(Mailbox page) throws InterruptedException {
    return page.take(0).stream().map(PageEvent::name).toList();
  }

  @Test
  void shouldTellEverythingWhenTheBarIsTheAthletesOwn() throws Exception {
    hub.state("bar-1", held("ADA"));
    hub.live("bar-1", LIVE);
    hub.stored(Summaries.received(Summaries.rep(Summaries.key(1), 1, 1, 0.5, "Ada")));
    hub.stored(Summaries.received(Summaries.trace(Summaries.key(1))));
    assertEquals(List.of("rep", "trace", "state", "live"), told(adas));
  }

  @Test
  void shouldTellOnlyThatTheBarIsThereWhenSomebodyElseHoldsIt() throws Exception {
    hub.state("bar-1", held("Ben"));
    hub.live("bar-1", LIVE);
    hub.availability("bar-1", true);
    hub.stored(Summaries.received(Summaries.rep(Summaries.key(1), 1, 1, 0.5, "Ben")));
    hub.stored(Summaries.received(Summaries.trace(Summaries.key(1))));
    List<PageEvent> seen = adas.take(0);
    assertAll(() -> assertEquals(List.of("availability", "state"), seen.stream().map(PageEvent::name).toList()),
        () -> assertFalse(seen.toString().contains("Ben"), seen::toString),
        () -> assertTrue(seen.getLast().json().contains("\"state\":null"), seen::toString),
        () -> assertEquals(List.of("availability", "rep", "trace", "state", "live"), told(coachs)));
  }

  @Test
  void shouldKeepBackRepsOfNobodyWhenTheBarIsFree() throws Exception {
    hub.state("bar-1", held(null));
    hub.live("bar-1", LIVE);
    hub.stored(Summaries.received(Summaries.rep(Summaries.key(2), 1, 1, 0.5, null)));
    // Curves of a rep that this daemon has not seen.
    hub.stored(Summaries.received(Summaries.trace(Summaries.key(3))));
    assertEquals(List.of("state"), told(adas), "that it is free is to be seen");
  }

  @Test
  void shouldSeeTheOtherNameWhenItWasGivenMeanwhile() throws Exception {
    adas.see(new OwnNames(Set.of("Ada", "Ben")));
    hub.state("bar-1", held("Ben"));
    assertFalse(adas.take(0).getFirst().json().contains("\"state\":null"));
  }
}
