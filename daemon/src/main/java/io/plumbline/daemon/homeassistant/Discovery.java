package io.plumbline.daemon.homeassistant;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractVersion;
import io.plumbline.contract.payload.Info;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Announces a bar as one device (https://www.home-assistant.io/integrations/mqtt/, device discovery payload): one retained message with all of its entities. Sensors
/// read the bar's own retained `state` where that says it, and the daemon's `last` and `last-set` for what a rep's or a set's summary says. Immutable and thread-safe.
final class Discovery {
  private static final String STATISTICS = "measurement";
  private static final String DIAGNOSTIC = "diagnostic";

  private final HomeTopics topics;
  private final String softwareVersion;
  private final JsonMapper mapper = new JsonMapper();

  /// @param softwareVersion of the daemon
  Discovery(HomeTopics topics, String softwareVersion) {
    this.topics = topics;
    this.softwareVersion = softwareVersion;
  }

  /// The device of a bar as JSON.
  ///
  /// @param info what the bar says of itself, null where it has not yet
  /// @param lifters names to choose from
  byte[] device(String barId, @Nullable Info info, List<String> lifters) {
    ObjectNode json = mapper.createObjectNode();
    device(json.putObject("dev"), barId, info);
    json.putObject("o").put("name", "Plumbline").put("sw", softwareVersion);
    ArrayNode availability = json.putArray("avty");
    availability.addObject().put("t", Topics.of(barId, Channel.AVAILABILITY));
    availability.addObject().put("t", topics.availability());
    json.put("avty_mode", "all");
    json.put("qos", 1);
    Entities entities = new Entities(json.putObject("cmps"), barId);
    events(entities, barId);
    figures(entities, barId);
    state(entities, barId);
    lifter(entities, barId, lifters);
    return mapper.writeValueAsBytes(json);
  }

  private static void device(ObjectNode json, String barId, @Nullable Info info) {
    json.putArray("ids").add(HomeTopics.objectId(barId));
    json.put("name", "Barbell " + barId).put("mf", "Plumbline").put("mdl", "Instrumented barbell").put("sn", barId);
    if (info != null) {
      json.put("sw", info.softwareVersion());
    }
  }

  /// Makes entities with what all of them have.
  private record Entities(ObjectNode all, String barId) {
    ObjectNode add(String key, String platform, String name) {
      String entity = platform + "." + HomeTopics.slug(barId) + "_" + key;
      return all.putObject(key).put("p", platform).put("unique_id", HomeTopics.objectId(barId) + "_" + key)
          .put("name", name).put("default_entity_id", entity);
    }

    ObjectNode sensor(String key, String name, String topic, String template) {
      return add(key, "sensor", name).put("stat_t", topic).put("val_tpl", template);
    }

    void trigger(String type, String topic) {
      all.putObject("on_" + type).put("p", "device_automation").put("automation_type", "trigger").put("type", type)
          .put("subtype", "bar").put("topic", topic).put("value_template", "{{ value_json.event_type }}")
          .put("payload", type);
    }
  }

  private void events(Entities entities, String barId) {
    String topic = topics.event(barId);
    ObjectNode training = entities.add("training", "event", "Training").put("stat_t", topic)
        .put("icon", "mdi:weight-lifter");
    ArrayNode types = training.putArray("event_types");
    HomeEvents.TYPES.forEach(types::add);
    entities.trigger(HomeEvents.SET_DONE, topic);
    entities.trigger(HomeEvents.STOP, topic);
    entities.add("identify", "button", "Identify").put("dev_cla", "identify").put("ent_cat", DIAGNOSTIC)
        .put("cmd_t", Topics.command(barId, "identify"))
        // An id is answered once: each press needs one of its own.
        .put("cmd_tpl", "{\"contract\":\"" + ContractVersion.CURRENT
            + "\",\"type\":\"identify\",\"correlation_id\":\"home-{{ now().timestamp() }}\"}");
  }

  private void figures(Entities entities, String barId) {
    String last = topics.last(barId);
    String lastSet = topics.lastSet(barId);
    speed(entities, "mean_velocity", last, "mean_concentric_mps");
    speed(entities, "velocity_loss", lastSet, "velocity_loss_mps");
    speed(entities, "best_velocity", lastSet, "best_mean_concentric_mps");
    entities.sensor("load", "Load", last, value("load_kg")).put("dev_cla", "weight").put("unit_of_meas", "kg")
        .put("stat_cla", STATISTICS).put("sug_dsp_prc", 1);
    entities.sensor("set_reps", "Reps of the last set", lastSet, value("completed_reps")).put("stat_cla", STATISTICS);
  }

  private static void speed(Entities entities, String entity, String topic, String key) {
    entities.sensor(entity, name(entity), topic, value(key)).put("dev_cla", "speed").put("unit_of_meas", "m/s")
        .put("stat_cla", STATISTICS).put("sug_dsp_prc", 2);
  }

  /// A tap has the bar know who lifts. Without a name to choose the entity is taken away.
  private void lifter(Entities entities, String barId, List<String> names) {
    if (names.isEmpty()) {
      entities.all.putObject("lifter").put("p", "select");
      return;
    }
    ObjectNode select = entities.add("lifter", "select", "Who lifts").put("icon", "mdi:account-switch")
        .put("stat_t", Topics.of(barId, Channel.STATE))
        // A name that is no choice is unknown: it was typed at the bar, and nothing was lifted under it yet.
        .put("val_tpl",
            "{{ value_json.athlete if value_json.athlete in " + mapper.writeValueAsString(names) + " else None }}")
        .put("cmd_t", Topics.command(barId, "set-context"))
        .put("cmd_tpl", "{\"contract\":\"" + ContractVersion.CURRENT
            + "\",\"type\":\"set-context\",\"correlation_id\":\"home-{{ now().timestamp() }}\",\"athlete\":{{ value | tojson }}}");
    ArrayNode options = select.putArray("options");
    names.forEach(options::add);
  }

  private static void state(Entities entities, String barId) {
    String state = Topics.of(barId, Channel.STATE);
    entities.sensor("reps", "Reps in this set", state, value("reps_in_set")).put("stat_cla", STATISTICS)
        .put("icon", "mdi:counter");
    entities.sensor("phase", "Phase", state, value("phase"));
    entities.sensor("athlete", "Athlete", state, value("athlete")).put("icon", "mdi:account");
    entities.sensor("exercise", "Exercise", state, value("exercise")).put("icon", "mdi:dumbbell");
    entities.sensor("plates_left", "Plates left", state, value("load_left_kg")).put("dev_cla", "weight")
        .put("unit_of_meas", "kg").put("stat_cla", STATISTICS).put("sug_dsp_prc", 1);
    entities.sensor("plates_right", "Plates right", state, value("load_right_kg")).put("dev_cla", "weight")
        .put("unit_of_meas", "kg").put("stat_cla", STATISTICS).put("sug_dsp_prc", 1);
    entities.sensor("battery", "Battery", state, value("battery_percent")).put("dev_cla", "battery")
        .put("unit_of_meas", "%").put("stat_cla", STATISTICS).put("ent_cat", DIAGNOSTIC);
    entities.add("health", "binary_sensor", "Health").put("dev_cla", "problem").put("ent_cat", DIAGNOSTIC)
        .put("stat_t", state)
        .put("val_tpl", "{{ 'ON' if value_json.health in ['degraded', 'fault'] else 'OFF' }}");
  }

  /// What is not known is null in JSON, which Home Assistant takes for unknown where it is written `None`.
  private static String value(String key) {
    return "{{ value_json." + key + " }}";
  }

  private static String name(String key) {
    return Character.toUpperCase(key.charAt(0)) + key.substring(1).replace('_', ' ');
  }
}
