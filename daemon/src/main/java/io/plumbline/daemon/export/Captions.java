package io.plumbline.daemon.export;

import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Slack;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A set as WebVTT, for a video of it: a cue for each attempt that counts, from its begin to that of the next one. Source: W3C, WebVTT: The Web Video Text Tracks
/// Format, section 4.
final class Captions {
  /// Longer than any set: beyond it, two times of a bar's clock are not of one power-on.
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final double SHOWN_AFTER_S = 4;
  private static final double MOST_S = 12;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Captions() {}

  /// One cue before it is known when it ends.
  private record Cue(TrainedRep rep, double startS, double wayUpS) {}

  /// @param startsAtS where in the video the first rep begins
  static String of(TrainedSet set, SetDetail detail, double startsAtS) {
    StringBuilder vtt = new StringBuilder("WEBVTT\n\n");
    List<Cue> cues = cues(set, detail, startsAtS, vtt);
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      double endS = cue.startS() + Math.min(cue.wayUpS() + SHOWN_AFTER_S, MOST_S);
      if (i + 1 < cues.size()) {
        endS = Math.min(endS, cues.get(i + 1).startS());
      }
      vtt.append("rep-").append(cue.rep().repNumber()).append('\n').append(time(cue.startS())).append(" --> ")
          .append(time(endS)).append('\n');
      lines(cue.rep()).forEach(line -> vtt.append(escaped(line)).append('\n'));
      vtt.append('\n');
    }
    return vtt.toString();
  }

  private static List<Cue> cues(TrainedSet set, SetDetail detail, double startsAtS, StringBuilder vtt) {
    Map<Long, JsonNode> told = new HashMap<>();
    detail.repJson().forEach(payload -> {
      JsonNode rep = MAPPER.readTree(payload);
      told.put(rep.at("/key/sequence").asLong(), rep);
    });
    List<Cue> cues = new ArrayList<>();
    long firstNs = 0;
    double lastS = 0;
    for (TrainedRep rep : set.reps()) {
      JsonNode payload = told.get(rep.sequence());
      if (!rep.counted() || payload == null) {
        continue;
      }
      long startNs = payload.get("start_time_ns").asLong();
      firstNs = cues.isEmpty() ? startNs : firstNs;
      double startS = startsAtS + (startNs - firstNs) / 1e9;
      // A millisecond is the finest that captions know; two cues of one instant would hide each other.
      if (!cues.isEmpty() && (startS < lastS + 1e-3 || startNs - firstNs > LONGEST.toNanos())) {
        vtt.append("NOTE rep ").append(rep.repNumber())
            .append(" is left out: the bar was switched off between it and the rep before\n\n");
        continue;
      }
      cues.add(new Cue(rep, startS, payload.at("/motion/concentric_s").asDouble()));
      lastS = startS;
    }
    return cues;
  }

  private static List<String> lines(TrainedRep rep) {
    List<String> lines = new ArrayList<>();
    lines.add("Rep " + rep.repNumber() + (rep.isLifted()
        ? String.format(Locale.ROOT, ": %.2f m/s", rep.meanConcentricMps())
        : ": not lifted"));
    if (rep.slackGrade() != Slack.Grade.UNKNOWN) {
      lines.add("Slack: " + rep.slackGrade().name().toLowerCase(Locale.ROOT));
    }
    rep.findings().stream().map(Finding::text).forEach(lines::add);
    return lines;
  }

  /// As text that is neither a tag nor an arrow, on one line.
  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String time(double timeS) {
    long ms = Math.round(timeS * 1e3);
    return String.format(Locale.ROOT, "%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60,
        ms % 1000);
  }
}
