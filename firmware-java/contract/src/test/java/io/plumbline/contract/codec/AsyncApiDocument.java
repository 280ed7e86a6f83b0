package io.plumbline.contract.codec;

import io.plumbline.contract.Availability;
import io.plumbline.contract.Ids;
import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Command;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the AsyncAPI 3 document, told from the bar's side, from [Topics] and [PayloadTypes].
final class AsyncApiDocument {
  private static final String BAR = "{barId}";
  private static final Map<Channel, String> SUMMARIES = Map.ofEntries(
      Map.entry(Channel.AVAILABILITY, "Whether the bar is connected. Plain text; offline is the last will too."),
      Map.entry(Channel.INFO, "Who the bar is, what it is fitted with and what it can measure."),
      Map.entry(Channel.STATE, "What the bar is doing, on change and at most twice a second."),
      Map.entry(Channel.LIVE, "The causal estimate, 25 to 50 a second while the bar moves."),
      Map.entry(Channel.REP, "One rep, measured."), Map.entry(Channel.SET, "One set, closed."),
      Map.entry(Channel.TRACE, "The curves of one rep."),
      Map.entry(Channel.CUE, "Something to tell the lifter at once. Receivers drop what is out of date."),
      Map.entry(Channel.QUALITY, "How good the stream of samples is."),
      Map.entry(Channel.GUIDANCE, "What somebody is to do while the bar is calibrated, one to five a second."),
      Map.entry(Channel.ACK, "What the daemon has stored of a journal."));

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final ObjectNode channels = nodes.objectNode();
  private final ObjectNode operations = nodes.objectNode();
  private final ObjectNode messages = nodes.objectNode();

  private AsyncApiDocument() {}

  static ObjectNode document() {
    return new AsyncApiDocument().build();
  }

  private ObjectNode build() {
    for (Channel channel : Channel.values()) {
      channel(channel);
    }
    PayloadTypes.names().stream().filter(AsyncApiDocument::isCommand).forEach(this::command);
    result();

    ObjectNode document = nodes.objectNode();
    document.put("asyncapi", "3.0.0");
    document.putObject("info").put("title", "Plumbline")
        .put("version", ContractVersion.CURRENT)
        .put("description",
            "What an instrumented barbell says over MQTT 3.1.1. Numbers are SI and carry their unit as the last word"
                + " of their name; what is not known is null. Readers ignore fields that they do not know, take enum values that they do not"
                + " know for 'unknown' and refuse a major version that they do not know.")
        .putObject("license").put("name", "Apache-2.0");
    document.put("defaultContentType", "application/json");
    server(document.putObject("servers").putObject("local"));
    document.set("channels", channels);
    document.set("operations", operations);
    ObjectNode components = document.putObject("components");
    components.set("messages", messages);
    components.putObject("parameters").putObject("barId").put("description",
        "Id of the bar, of the form " + Ids.PATTERN);
    return document;
  }

  private static boolean isCommand(String name) {
    return Command.class.isAssignableFrom(PayloadTypes.byName(name).orElseThrow());
  }

  private void server(ObjectNode server) {
    server.put("host", "127.0.0.1:1883").put("protocol", "mqtt").put("protocolVersion", "3.1.1").put("description",
        "Any MQTT 3.1.1 broker; by default the one inside the daemon.");
    server.putObject("bindings").putObject("mqtt").put("bindingVersion", "0.2.0").putObject("lastWill")
        .put("topic", address(Channel.AVAILABILITY)).put("qos", Channel.AVAILABILITY.qos())
        .put("message", Availability.OFFLINE.text()).put("retain", Channel.AVAILABILITY.retained());
  }

  private static String address(Channel channel) {
    return Topics.ofEveryBar(channel).replace("+", BAR);
  }

  private void channel(Channel channel) {
    String name = channel.name().toLowerCase(Locale.ROOT);
    String summary = SUMMARIES.getOrDefault(channel, "");
    if (channel == Channel.AVAILABILITY) {
      ObjectNode payload = messages.putObject(name).put("name", name).put("summary", summary)
          .put("contentType", "text/plain").putObject("payload").put("type", "string");
      ArrayNode values = payload.putArray("enum");
      for (Availability value : Availability.values()) {
        values.add(value.text());
      }
    } else {
      message(name, summary);
    }
    addChannel(name, address(channel), summary, name);
    boolean fromBar = channel != Channel.ACK;
    operation(fromBar ? "send" : "receive", name, channel.qos(), channel.retained());
  }

  private void command(String name) {
    message(name, "The command " + name + ".");
    addChannel(name, commandAddress(name), "The bar takes the command " + name + " here.", name);
    ObjectNode reply = operation("receive", name, Topics.COMMAND_QOS, false).putObject("reply");
    reply.set("channel", reference("#/channels/command-result"));
    reply.putArray("messages").add(reference("#/channels/command-result/messages/command-result"));
  }

  private void result() {
    String name = "command-result";
    message(name, "The answer to a command.");
    ObjectNode channel = addChannel(name,
        Topics.everyCommandResult().replaceFirst("\\+", BAR).replace("+", "{command}"),
        "The bar answers a command here; the correlation id is that of the request.", name);
    ((ObjectNode) channel.path("parameters")).putObject("command").put("description", "Name of the command");
    operation("send", name, Topics.COMMAND_QOS, false);
  }

  private static String commandAddress(String name) {
    return Topics.command("bar", name).replace("/bar/", "/" + BAR + "/");
  }

  private void message(String name, String summary) {
    ObjectNode message = messages.putObject(name).put("name", name).put("summary", summary);
    message.set("payload", reference("./schema/" + name + ".json"));
    message.putArray("examples").addObject().put("name", name).set("payload", Goldens.tree(name));
  }

  private ObjectNode addChannel(String name, String address, String description, String message) {
    ObjectNode channel = channels.putObject(name).put("address", address).put("description", description);
    channel.putObject("messages").set(message, reference("#/components/messages/" + message));
    channel.putObject("parameters").set("barId", reference("#/components/parameters/barId"));
    return channel;
  }

  private ObjectNode operation(String action, String name, int qos, boolean retained) {
    ObjectNode operation = operations.putObject(action + "-" + name).put("action", action);
    operation.set("channel", reference("#/channels/" + name));
    operation.putArray("messages").add(reference("#/channels/" + name + "/messages/" + name));
    operation.putObject("bindings").putObject("mqtt").put("qos", qos).put("retain", retained).put("bindingVersion",
        "0.2.0");
    return operation;
  }

  private ObjectNode reference(String to) {
    return nodes.objectNode().put("$ref", to);
  }
}
