package io.plumbline.contract.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON tree with one place changed.
///
/// @param what what was done, for the message of a failing test
record Mutation(String what, ObjectNode tree) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Every place of a tree removed, and replaced by every value of interest.
  static List<Mutation> of(ObjectNode tree) {
    List<JsonPointer> places = new ArrayList<>();
    collect(tree, JsonPointer.empty(), places);
    List<Mutation> mutations = new ArrayList<>();
    for (JsonPointer place : places) {
      mutations.add(changed(tree, place, null));
      for (JsonNode value : values(tree.at(place))) {
        mutations.add(changed(tree, place, value));
      }
    }
    return mutations;
  }

  private static List<JsonNode> values(JsonNode present) {
    List<JsonNode> values = new ArrayList<>(List.of(NODES.nullNode(), NODES.booleanNode(true), NODES.arrayNode(),
        NODES.objectNode(), NODES.stringNode(""), NODES.stringNode(" "), NODES.stringNode("a b"),
        NODES.stringNode("a/b"), NODES.stringNode("a\nb"), NODES.stringNode("a\u2028b"), NODES.stringNode("\u00a0"),
        NODES.stringNode("x".repeat(16)), NODES.stringNode("x".repeat(17)), NODES.stringNode("x".repeat(64)),
        NODES.stringNode("x".repeat(65)), NODES.stringNode("\uD83C\uDFCB".repeat(500)),
        NODES.stringNode("x".repeat(501)), NODES.numberNode(-1), NODES.numberNode(0), NODES.numberNode(1),
        NODES.numberNode(100), NODES.numberNode(101), NODES.numberNode(1000), NODES.numberNode(1001),
        NODES.numberNode(1.5), NODES.numberNode(-1e-9), NODES.numberNode(Integer.MAX_VALUE),
        NODES.numberNode(Integer.MAX_VALUE + 1L), NODES.numberNode(Integer.MIN_VALUE),
        NODES.numberNode(Integer.MIN_VALUE - 1L), NODES.numberNode(Long.MAX_VALUE), NODES.numberNode(Long.MIN_VALUE),
        NODES.numberNode(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE)),
        NODES.numberNode(BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE)), NODES.numberNode(1234567.5)));
    if (present instanceof ArrayNode list && !list.isEmpty()) {
      for (int size : new int[]{16, 17, 32, 33, 100, 101, 200, 201, 1000, 1001}) {
        ArrayNode longer = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
          longer.add(list.get(0));
        }
        values.add(longer);
      }
      values.add(list.deepCopy().add(NODES.nullNode()));
    }
    return values;
  }

  private static void collect(JsonNode node, JsonPointer place, List<JsonPointer> places) {
    if (!place.matches()) {
      places.add(place);
    }
    for (String name : node.propertyNames()) {
      collect(node.path(name), place.appendProperty(name), places);
    }
    // Entries of a list are alike; the first and the last stand for all.
    for (int i = 0; i < node.size() && node.isArray(); i += Math.max(1, node.size() - 1)) {
      collect(node.get(i), place.appendIndex(i), places);
    }
  }

  private static Mutation changed(ObjectNode tree, JsonPointer place, @Nullable JsonNode value) {
    ObjectNode copy = tree.deepCopy();
    JsonNode parent = copy.at(place.head());
    JsonPointer last = place.last();
    if (parent instanceof ArrayNode list) {
      if (value == null) {
        list.remove(last.getMatchingIndex());
      } else {
        list.set(last.getMatchingIndex(), value);
      }
    } else if (parent instanceof ObjectNode object) {
      if (value == null) {
        object.remove(last.getMatchingProperty());
      } else {
        object.set(last.getMatchingProperty(), value);
      }
    }
    String shown = value == null ? "removed" : "replaced by " + value.toString();
    return new Mutation(place + " " + (shown.length() > 80 ? shown.substring(0, 80) + "..." : shown), copy);
  }
}
