package io.plumbline.daemon.homeassistant;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is told when something happens, as JSON. Immutable and thread-safe.
final class HomeEvents {
  static final String REP = "rep";
  static final String REP_FAILED = "rep_failed";
  static final String SET_DONE = "set_done";
  static final String STOP = "stop";
  static final List<String> TYPES = List.of(REP, REP_FAILED, SET_DONE, STOP);

  private final JsonMapper mapper = new JsonMapper();

  byte[] rep(RepSummary rep) {
    boolean lifted = isLifted(rep);
    ObjectNode json = mapper.createObjectNode().put("event_type", lifted ? REP : REP_FAILED)
        .put("bar_id", rep.key().barId()).put("athlete", rep.athlete()).put("exercise", word(rep.exercise()))
        .put("outcome", word(rep.outcome())).put("set_number", rep.setNumber()).put("rep_number", rep.repNumber())
        .put("mean_concentric_mps", rep.velocity().meanConcentricMps()).put("load_kg", rep.load().totalKg());
    return mapper.writeValueAsBytes(json);
  }

  byte[] set(SetSummary set) {
    return mapper.writeValueAsBytes(mapper.createObjectNode().put("event_type", SET_DONE)
        .put("bar_id", set.key().barId()).put("athlete", set.athlete()).put("exercise", word(set.exercise()))
        .put("set_number", set.setNumber()).put("completed_reps", set.completedReps())
        .put("failed_reps", set.failedReps()).put("velocity_loss_mps", set.velocityLossMps())
        .put("tonnage_kg", set.tonnageKg()).put("load_kg", set.load().totalKg())
        .put("end_reason", word(set.endReason())));
  }

  byte[] stop(String barId, Cue cue) {
    return mapper.writeValueAsBytes(mapper.createObjectNode().put("event_type", STOP).put("bar_id", barId)
        .put("text", cue.text()).put("rule", cue.rule()));
  }

  /// The figures of a rep that stay on the screen.
  byte[] last(RepSummary rep) {
    return mapper.writeValueAsBytes(mapper.createObjectNode()
        .put("mean_concentric_mps", rep.velocity().meanConcentricMps()).put("load_kg", rep.load().totalKg()));
  }

  /// Those of a set.
  byte[] last(SetSummary set) {
    return mapper.writeValueAsBytes(mapper.createObjectNode().put("velocity_loss_mps", set.velocityLossMps())
        .put("best_mean_concentric_mps", set.bestMeanConcentricMps()).put("completed_reps", set.completedReps()));
  }

  static boolean isLifted(RepSummary rep) {
    return rep.outcome() == RepSummary.Outcome.COMPLETED || rep.outcome() == RepSummary.Outcome.HITCHED;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
