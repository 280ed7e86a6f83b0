package io.plumbline.daemon.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Home Assistant's rules for a device's discovery message, from its documentation of the MQTT integration (device discovery, release 2024.11 and later) and of each
/// platform.
public final class HomeRules {
  private static final Set<String> PLATFORMS = Set.of("sensor", "binary_sensor", "event", "button", "select",
      "device_automation");
  /// Units that a device class takes.
  private static final Map<String, Set<String>> UNITS = Map.of("speed", Set.of("m/s", "km/h", "ft/s", "mph"), "weight",
      Set.of("kg", "g", "lb"), "battery", Set.of("%"));
  private static final Map<String, Set<String>> CLASSES = Map.of("sensor", UNITS.keySet(), "binary_sensor",
      Set.of("problem", "connectivity"), "button", Set.of("identify", "restart", "update"), "event", Set.of());
  private static final String ENTITY = "(?!.+__)(?!_)[\\da-z_]+(?<!_)";

  private HomeRules() {}

  /// Asserts that Home Assistant would take it, without a warning.
  ///
  /// @param topic  where it was published
  /// @param prefix of discovery topics
  public static JsonNode require(String topic, byte[] payload, String prefix) {
    assertTrue(topic.matches(prefix + "/device/[a-zA-Z0-9_-]+/config"), topic);
    JsonNode device = new JsonMapper().readTree(payload);
    assertFalse(device.path("dev").path("ids").isEmpty(), "dev.ids");
    assertFalse(device.path("o").path("name").asString().isEmpty(), "o.name is required");
    assertEquals("all", device.path("avty_mode").asString(), "device and daemon have to be there");
    assertEquals(2, device.path("avty").size());
    assertTrue(device.path("qos").asInt() >= 0 && device.path("qos").asInt() <= 2);
    assertFalse(device.path("cmps").isEmpty(), "cmps is required");
    Set<String> ids = new HashSet<>();
    Set<String> entities = new HashSet<>();
    device.path("cmps").properties().forEach(entry -> component(entry.getKey(), entry.getValue(), ids, entities));
    return device;
  }

  private static void component(String key, JsonNode json, Set<String> ids, Set<String> entities) {
    String platform = json.path("p").asString();
    assertTrue(PLATFORMS.contains(platform), key + ": platform " + platform);
    if (json.size() == 1) {
      // An entry with nothing but its platform takes the entity away.
      return;
    }
    assertTrue(json.path("object_id").isMissingNode(), key + ": object_id is gone since 2026.4");
    // What is told on change is no older for having been told long ago.
    assertTrue(json.path("exp_aft").isMissingNode() && json.path("expire_after").isMissingNode(), key);
    if (platform.equals("device_automation")) {
      assertEquals("trigger", json.path("automation_type").asString(), key);
      for (String required : Set.of("type", "subtype", "topic", "payload")) {
        assertFalse(json.path(required).asString().isEmpty(), key + "." + required);
      }
      return;
    }
    assertTrue(ids.add(json.path("unique_id").asString()), key + ": unique_id twice");
    String entity = json.path("default_entity_id").asString();
    assertTrue(entity.matches(platform + "\\." + ENTITY), key + ": " + entity);
    assertTrue(entities.add(entity), key + ": default_entity_id twice");
    String kind = json.path("dev_cla").asString("");
    if (!kind.isEmpty()) {
      assertTrue(CLASSES.getOrDefault(platform, Set.of()).contains(kind), key + ": device class " + kind);
    }
    if (UNITS.containsKey(kind)) {
      assertTrue(UNITS.getOrDefault(kind, Set.of()).contains(json.path("unit_of_meas").asString()), key + ": unit");
    } else {
      assertTrue(json.path("unit_of_meas").isMissingNode(), key + ": a unit without a device class");
    }
    if (platform.equals("select")) {
      assertFalse(json.path("options").isEmpty(), key + ": options are required");
      assertFalse(json.path("cmd_t").asString().isEmpty(), key + ": command topic");
    }
    boolean commands = platform.equals("button");
    assertFalse(json.path(commands ? "cmd_t" : "stat_t").asString().isEmpty(), key + ": topic");
    if (platform.equals("event")) {
      assertFalse(json.path("event_types").isEmpty(), key + ": event_types is required");
    }
  }
}
