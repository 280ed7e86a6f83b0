package io.plumbline.daemon.web;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Payload;
import io.plumbline.daemon.domain.BarView;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.SetOverview;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The JSON of the API. Payloads of the contract are put in as they are, character for character. Immutable and thread-safe.
final class PageJson {
  private final ContractCodec codec = new ContractCodec();
  private final JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .build();

  String sets(List<SetOverview> sets) {
    return mapper.writeValueAsString(sets);
  }

  String set(SetDetail set) {
    ObjectNode json = mapper.valueToTree(set.overview());
    raw(json, "summary", set.summaryJson());
    ArrayNode reps = json.putArray("rep_payloads");
    set.repJson().forEach(rep -> reps.addRawValue(new RawValue(rep)));
    return text(json);
  }

  String bars(List<BarView> bars) {
    ArrayNode json = mapper.createArrayNode();
    bars.forEach(bar -> json.add(bar(bar)));
    return text(json);
  }

  String snapshot(boolean brokerConnected, List<BarView> bars, IngestCounters.Snapshot counters) {
    ObjectNode json = mapper.createObjectNode();
    json.put("broker_connected", brokerConnected);
    ArrayNode list = json.putArray("bars");
    bars.forEach(bar -> list.add(bar(bar)));
    json.set("counters", mapper.valueToTree(counters));
    return text(json);
  }

  /// @param payload null where it is not to be seen
  String ofBar(String barId, String name, @Nullable Payload payload) {
    ObjectNode json = mapper.createObjectNode();
    json.put("bar_id", barId);
    raw(json, name, payload == null ? null : encoded(payload));
    return text(json);
  }

  String flag(@Nullable String barId, String name, boolean value) {
    ObjectNode json = mapper.createObjectNode();
    if (barId != null) {
      json.put("bar_id", barId);
    }
    json.put(name, value);
    return text(json);
  }

  String problem(int status, String title, String detail) {
    ObjectNode json = mapper.createObjectNode();
    json.put("type", "about:blank");
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    return text(json);
  }

  private ObjectNode bar(BarView bar) {
    ObjectNode json = mapper.createObjectNode();
    json.put("bar_id", bar.barId());
    json.put("online", bar.online());
    raw(json, "info", bar.info() == null ? null : encoded(bar.info()));
    raw(json, "state", bar.state() == null ? null : encoded(bar.state()));
    raw(json, "quality", bar.quality() == null ? null : encoded(bar.quality()));
    return json;
  }

  private String encoded(Payload payload) {
    return new String(codec.encode(payload), StandardCharsets.UTF_8);
  }

  private static void raw(ObjectNode json, String name, @Nullable String value) {
    if (value == null) {
      json.putNull(name);
    } else {
      json.putRawValue(name, new RawValue(value));
    }
  }

  private String text(Object json) {
    return mapper.writeValueAsString(json);
  }
}
