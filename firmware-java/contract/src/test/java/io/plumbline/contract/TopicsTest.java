package io.plumbline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Address;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.Topics.CommandAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TopicsTest {
  private static final Pattern ID = Pattern.compile(Ids.PATTERN);

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> first = Arbitraries.strings().alpha().numeric().ofLength(1);
    Arbitrary<String> rest = Arbitraries.strings().alpha().numeric().withChars('.', '_', '-').ofMaxLength(63);
    return first.flatMap(start -> rest.map(end -> start + end));
  }

  /// Almost topics.
  @Provide
  Arbitrary<String> levels() {
    return Arbitraries
        .oneOf(Arbitraries.of("plumbline", "cmd", "result", "rep", "bar-1", "", "+", "#", "/", "$SYS", "\0", " "),
            Arbitraries.strings().ofMaxLength(5))
        .list().ofMaxSize(7).map(levels -> String.join("/", levels));
  }

  @Property
  void shouldTakeApartWhatItPutTogetherWhenGivenAnyChannel(@ForAll("ids") String barId, @ForAll Channel channel) {
    String topic = Topics.of(barId, channel);
    assertEquals(Optional.of(new Address(barId, channel)), Topics.parse(topic));
    assertEquals(Optional.empty(), Topics.parseCommand(topic));
    assertTrue(matches(Topics.ofEveryBar(channel), topic));
  }

  @Property
  void shouldTakeApartWhatItPutTogetherWhenGivenAnyCommand(@ForAll("ids") String barId, @ForAll("ids") String name) {
    String topic = Topics.command(barId, name);
    String result = Topics.commandResult(barId, name);
    assertEquals(Optional.of(new CommandAddress(barId, name, false)), Topics.parseCommand(topic));
    assertEquals(Optional.of(new CommandAddress(barId, name, true)), Topics.parseCommand(result));
    assertEquals(Optional.empty(), Topics.parse(topic));
    assertEquals(Optional.empty(), Topics.parse(result));
    assertTrue(matches(Topics.everyCommand(barId), topic) && !matches(Topics.everyCommand(barId), result));
    assertTrue(matches(Topics.everyCommandResult(), result) && !matches(Topics.everyCommandResult(), topic));
  }

  @Property(tries = 5000)
  void shouldGiveBackTheSameTopicOrNothingWhenGivenAnyText(@ForAll("levels") String topic) {
    Topics.parse(topic).ifPresent(address -> assertEquals(topic, Topics.of(address.barId(), address.channel())));
    Topics.parseCommand(topic).ifPresent(address -> assertEquals(topic, address.result()
        ? Topics.commandResult(address.barId(), address.name())
        : Topics.command(address.barId(), address.name())));
  }

  @Property
  void shouldRefuseToMakeATopicWhenTheIdIsNone(@ForAll String id) {
    if (ID.matcher(id).matches()) {
      assertTrue(Topics.parse(Topics.of(id, Channel.REP)).isPresent());
    } else {
      assertThrows(IllegalArgumentException.class, () -> Topics.of(id, Channel.REP));
      assertThrows(IllegalArgumentException.class, () -> Topics.command("bar", id));
      assertThrows(IllegalArgumentException.class, () -> Topics.everyCommand(id));
    }
  }

  @Example
  void shouldBeEmptyWhenTheTopicIsHostile() {
    for (String topic : List.of("", "/", "plumbline", "plumbline/", "plumbline//rep", "plumbline/+/rep",
        "plumbline/a/b/rep",
        "plumbline/bar/Rep", "plumbline/bar/rep/", "/plumbline/bar/rep", "plumbline/bar\n/rep", "plumbline/bar/cmd",
        "plumbline/bar/cmd/", "plumbline/bar/cmd/#", "plumbline/bar/cmd/tare/", "plumbline/bar/cmd/tare/results",
        "plumbline/bar/cmd/tare/result/", "plumbline/" + "x".repeat(65) + "/rep", "/".repeat(1_000_000))) {
      assertEquals(Optional.empty(), Topics.parse(topic), topic);
      assertEquals(Optional.empty(), Topics.parseCommand(topic), topic);
    }
  }

  /// As a broker matches, for filters with `+` only.
  private static boolean matches(String filter, String topic) {
    return topic.matches(filter.replace(".", "\\.").replace("+", "[^/]+"));
  }
}
