package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.health.Condition;
import io.plumbline.bar.health.Verdict;
import io.plumbline.virtualchips.kernel.ServiceListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceManagerTest {
  private static final Verdict READY = new Verdict(Condition.READY, List.of(), "");
  private static final Duration NOW = Duration.ZERO;

  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1000000, , WATCHDOG=1", "1000000, 77, WATCHDOG=1", "1000000, 78, ", "0, , ", ", , ", "soon, , "})
  void shouldGiveSignsOfLifeWhenThisProcessIsWatched(@Nullable String time, @Nullable String whose,
      @Nullable String heard) {
    Map<String, String> environment = new HashMap<>();
    if (time != null) {
      environment.put("WATCHDOG_USEC", time);
    }
    if (whose != null) {
      environment.put("WATCHDOG_PID", whose);
    }
    try (ServiceListener listener = new ServiceListener("@plumbline-test-" + UUID.randomUUID())) {
      environment.put("NOTIFY_SOCKET", listener.address());
      try (ServiceManager manager = ServiceManager.of(environment, 77, lines::add)) {
        manager.reports().look(READY, true, 0);
        manager.reports().stop();
      }
      assertEquals("READY=1\nSTATUS=ready", listener.next(NOW));
      if (heard != null) {
        assertEquals(heard, listener.next(NOW));
      }
      assertTrue(String.valueOf(listener.next(NOW)).startsWith("STOPPING=1\n"));
      assertNull(listener.next(NOW));
    }
    assertEquals("soon".equals(time) ? 1 : 0, lines.size());
  }

  @Test
  void shouldDoNothingWhenNoManagerStartedIt() {
    try (ServiceManager manager = ServiceManager.of(Map.of("WATCHDOG_USEC", "1000000"), 77, lines::add)) {
      manager.reports().look(READY, true, 0);
      manager.reports().stop();
    }
    assertEquals(List.of(), lines);
  }

  @Test
  void shouldSaySoWhenTheSocketIsNone() {
    try (ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", "vsock:2:1"), 77, lines::add)) {
      manager.reports().look(READY, true, 0);
    }
    assertEquals(List.of("NOTIFY_SOCKET: vsock:2:1 is no socket that can be told of: use a path or @ and a name"),
        lines);
  }
}
