package io.plumbline.daemon.export;

import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.AthleteChange;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of the export: that of the API, as trees.
final class ExportJson {
  private final TrainingJson records = new TrainingJson();
  private final JsonMapper mapper = JsonMapper.builder().build();

  String write(Object value) {
    return value instanceof JsonNode node ? mapper.writeValueAsString(node) : records.write(value);
  }

  JsonNode tree(Object record) {
    return mapper.readTree(records.write(record));
  }

  JsonNode parsed(@Nullable String json) {
    return json == null ? mapper.nullNode() : mapper.readTree(json);
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  ArrayNode changes(List<Amendment> amendments) {
    ArrayNode array = mapper.createArrayNode();
    amendments.forEach(amendment -> array.add(change(amendment)));
    return array;
  }

  ObjectNode change(AthleteChange change) {
    ObjectNode node = object().put("kind", change.kind()).put("id", change.id());
    return node.setAll(change(change.change()));
  }

  private ObjectNode change(Amendment amendment) {
    ObjectNode node = object().put("version", amendment.version()).put("at", amendment.at().toString())
        .put("by", amendment.by());
    node.set("before", parsed(amendment.beforeJson()));
    node.set("after", parsed(amendment.afterJson()));
    return node;
  }

  /// A line of the table of reps.
  ///
  /// @param told  payload
  /// @param trace file with its curves
  ObjectNode rep(TrainedSet set, TrainedRep rep, JsonNode told, @Nullable String trace) {
    ObjectNode row = object();
    row.put("bar_id", set.key().barId()).put("journal_id", set.key().journalId())
        .put("set_number", set.key().setNumber()).put("rep_number", rep.repNumber()).put("sequence", rep.sequence())
        .put("set_started_at", set.startedAt().toString()).put("clock_synchronised", set.clockSynchronised())
        .put("exercise", set.exercise().id()).put("load_kg", set.loadKg()).put("counted", rep.counted())
        .put("trace_file", trace);
    row.set("told", told);
    return row;
  }
}
