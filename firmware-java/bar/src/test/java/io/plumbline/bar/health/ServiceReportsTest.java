package io.plumbline.bar.health;

import static io.plumbline.bar.health.TestSigns.S;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceReportsTest {
  private final List<String> heard = new ArrayList<>();
  private boolean hears = true;
  private final ServiceReports reports = new ServiceReports(this::hear, 10 * S);

  private boolean hear(String message) {
    if (hears) {
      heard.add(message);
    }
    return hears;
  }

  private static Verdict verdict(Condition condition, String note) {
    return new Verdict(condition, List.of(), note);
  }

  @Test
  void shouldSayReadyOnceWhenTheStartIsOver() {
    reports.look(verdict(Condition.STARTING, "waiting for force"), true, 0);
    reports.look(verdict(Condition.SELF_TEST, ""), true, S);
    assertEquals(List.of("STATUS=starting: waiting for force", "STATUS=self-test"), heard);
    reports.look(verdict(Condition.FAULT, "no chip"), true, 2 * S);
    reports.look(verdict(Condition.READY, ""), true, 3 * S);
    assertEquals(List.of("READY=1\nSTATUS=fault: no chip", "WATCHDOG=1", "STATUS=ready"), heard.subList(2, 5));
  }

  @Test
  void shouldGiveASignOfLifeAtHalfOfTheTimeWhenAlive() {
    for (int i = 0; i <= 80; i++) {
      reports.look(verdict(Condition.READY, ""), true, i * S / 4);
    }
    assertEquals(1 + 5, heard.size(), heard::toString);
    assertEquals(List.of("READY=1\nSTATUS=ready", "WATCHDOG=1", "WATCHDOG=1"), heard.subList(0, 3));
  }

  @Test
  void shouldGiveNoneUntilAliveAgainAndThenAtOnce() {
    reports.look(verdict(Condition.READY, ""), true, 0);
    heard.clear();
    for (int i = 1; i <= 30; i++) {
      reports.look(verdict(Condition.READY, ""), false, i * S);
    }
    assertEquals(List.of(), heard);
    reports.look(verdict(Condition.READY, ""), true, 31 * S);
    assertEquals(List.of("WATCHDOG=1"), heard);
  }

  @Test
  void shouldSayEverythingAgainWhenTheManagerWasBusy() {
    hears = false;
    reports.look(verdict(Condition.READY, ""), true, 0);
    reports.look(verdict(Condition.DEGRADED, "x"), true, S);
    hears = true;
    reports.look(verdict(Condition.DEGRADED, "x"), true, 2 * S);
    assertEquals(List.of("READY=1\nSTATUS=degraded: x", "WATCHDOG=1"), heard);
    hears = false;
    reports.look(verdict(Condition.DEGRADED, "x"), true, 8 * S);
    hears = true;
    reports.look(verdict(Condition.DEGRADED, "x"), true, 9 * S);
    assertEquals("WATCHDOG=1", heard.get(2));
  }

  @Test
  void shouldKeepToOneLineWhenAReasonHasSeveral() {
    reports.look(verdict(Condition.READY, "a\nWATCHDOG=trigger"), true, 0);
    assertEquals("READY=1\nSTATUS=ready: a WATCHDOG=trigger", heard.getFirst());
  }

  @Test
  void shouldSayNothingAfterItsEnd() {
    reports.look(verdict(Condition.READY, ""), true, 0);
    reports.stop();
    reports.stop();
    reports.look(verdict(Condition.FAULT, ""), true, 60 * S);
    assertEquals(3, heard.size());
    assertEquals("STOPPING=1", heard.getLast().lines().findFirst().orElseThrow());
  }

  @Test
  void shouldGiveNoSignOfLifeWhenNobodyWatches() {
    ServiceReports unwatched = new ServiceReports(this::hear, 0);
    unwatched.look(verdict(Condition.READY, ""), true, 0);
    unwatched.look(verdict(Condition.READY, ""), true, 60 * S);
    assertEquals(List.of("READY=1\nSTATUS=ready"), heard);
  }
}
