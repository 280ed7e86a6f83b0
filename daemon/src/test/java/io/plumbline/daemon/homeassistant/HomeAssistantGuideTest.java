package io.plumbline.daemon.homeassistant;

import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Cue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the guide names is there.
class HomeAssistantGuideTest {
  private static final String BAR = "garage";

  private final String guide = read();
  private final JsonMapper mapper = new JsonMapper();
  private final JsonNode device = mapper
      .readTree(new Discovery(new HomeTopics("homeassistant", "d1"), "1.0").device(BAR, null, List.of("Ada")));

  private static String read() {
    try {
      return Files.readString(Path.of("home-assistant.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> blocks() {
    return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(guide).results().map(match -> match.group(1))
        .toList();
  }

  @Test
  void shouldNameEveryEntityAndNoOtherWhenABarIsAnnounced() {
    Set<String> announced = device.path("cmps").valueStream().map(json -> json.path("default_entity_id").asString(""))
        .filter(id -> !id.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(announced, found(guide, "\\b[a-z_]+\\.plumbline_garage_[a-z_]+\\b"));
    assertEquals("Barbell garage", device.path("dev").path("name").asString());
  }

  @Test
  void shouldBeYamlWhenItIsPasted() {
    YAMLMapper yaml = new YAMLMapper();
    List<JsonNode> all = blocks().stream().map(yaml::readTree).toList();
    assertEquals(4, all.size());
    assertTrue(all.getFirst().path("views").path(0).path("cards").size() > 3, "a dashboard");
    all.subList(1, 4).forEach(automation -> {
      assertTrue(automation.path("alias").isString(), automation.toString());
      assertTrue(automation.path("triggers").size() > 0 && automation.path("actions").size() > 0,
          automation.toString());
    });
  }

  @Test
  void shouldKnowEveryEventAndAttributeThatAnAutomationAsksFor() {
    HomeEvents events = new HomeEvents();
    Set<String> told = Stream
        .of(events.rep(rep(1)), events.set(set(2, 1, List.of(1L))), events.stop(BAR, stop()))
        .flatMap(json -> mapper.readTree(json).propertyStream()).map(entry -> entry.getKey())
        .collect(Collectors.toSet());
    String automations = String.join("\n", blocks());
    Set<String> asked = found(automations, "(?<=to_state\\.attributes\\.)[a-z_]+");
    assertTrue(asked.size() >= 2, asked.toString());
    assertEquals(Set.of(), less(asked, told));
    Set<String> types = found(automations, "(?<=event_type (==|in) \\[?)'[a-z_', ]+'");
    assertTrue(types.size() >= 3, types.toString());
    assertEquals(Set.of(),
        less(types.stream().flatMap(list -> Stream.of(list.replaceAll("[' ]", "").split(",")))
            .collect(Collectors.toSet()), Set.copyOf(HomeEvents.TYPES)));
    String attributes = guide.substring(guide.indexOf("Attributes of the event:"), guide.indexOf("Device triggers"));
    Set<String> named = found(attributes, "(?<=`)[a-z_]+(?=`)");
    named.add("event_type");
    assertEquals(new TreeSet<>(told), named);
  }

  private static Cue stop() {
    return new Cue("c1", Cue.Kind.STOP, 1, null, 1000, "Stop", "velocity-loss");
  }

  private static Set<String> less(Set<String> all, Set<String> known) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(known);
    return rest;
  }
}
