package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLineTest {
  private static LogRecord event(String message) {
    LogRecord event = new LogRecord(Level.WARNING, message);
    event.setLoggerName("io.plumbline.daemon.ingest.Intake");
    event.setInstant(Instant.parse("2026-11-23T14:52:07.123Z"));
    return event;
  }

  private static JsonNode line(LogRecord event) {
    String line = new JsonLine().format(event);
    assertTrue(line.endsWith("}\n"), line);
    assertEquals(1, line.lines().count(), line);
    return new JsonMapper().readTree(line);
  }

  @Test
  void shouldBeOneObjectOnOneLineWhenTheMessageIsHostile() {
    String message = "name \"x\"}\n{\"level\":\"INFO\"} \u0007 é {0}";
    JsonNode json = line(event(message));
    assertEquals("2026-11-23T14:52:07.123Z", json.get("time").asString());
    assertEquals("WARNING", json.get("level").asString());
    assertEquals("io.plumbline.daemon.ingest.Intake", json.get("logger").asString());
    assertEquals(message, json.get("message").asString());
    assertEquals(Thread.currentThread().getName(), json.get("thread").asString());
    assertFalse(json.has("error"));
  }

  @Test
  void shouldHoldTheWholeTraceWhenSomethingFailed() {
    LogRecord event = event("{0} reps");
    event.setParameters(new Object[]{7});
    event.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));
    JsonNode json = line(event);
    assertEquals("7 reps", json.get("message").asString());
    assertEquals("java.lang.IllegalStateException: outer", json.get("error").asString());
    String stack = json.get("stack").asString();
    assertTrue(stack.contains("Caused by: java.lang.IllegalArgumentException: inner"), stack);
    assertTrue(stack.contains("JsonLineTest"), stack);
  }
}
