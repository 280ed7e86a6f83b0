package io.plumbline.daemon.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads WebVTT strictly, as an author's file has to be (section 4 of the specification): no settings, no tags, no entities but the three that must be.
public final class VttText {
  private static final Pattern TIMING = Pattern.compile("(\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})"
      + " --> (\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

  private VttText() {}

  /// One cue.
  public record Cue(String id, long startMs, long endMs, List<String> lines) {}

  public static List<Cue> read(String text) {
    String[] blocks = text.split("\n\n", -1);
    require(blocks[0].equals("WEBVTT"), "it begins with WEBVTT and an empty line");
    require(blocks[blocks.length - 1].isEmpty(), "it ends with an empty line");
    List<Cue> cues = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String block : List.of(blocks).subList(1, blocks.length - 1)) {
      List<String> lines = List.of(block.split("\n", -1));
      if (lines.getFirst().startsWith("NOTE ")) {
        require(!block.contains("-->"), "a comment holds no arrow: " + block);
        continue;
      }
      require(lines.size() >= 3, "a cue has an id, a time and a text: " + block);
      require(!lines.getFirst().contains("-->") && ids.add(lines.getFirst()), "ids are ids: " + block);
      Matcher timing = TIMING.matcher(lines.get(1));
      require(timing.matches(), "a time: " + lines.get(1));
      Cue cue = new Cue(lines.getFirst(), ms(timing, 1), ms(timing, 5),
          lines.subList(2, lines.size()).stream().map(VttText::unescaped).toList());
      require(cue.startMs < cue.endMs, "a cue ends after it began: " + block);
      require(cues.isEmpty() || cue.startMs >= cues.getLast().startMs, "cues are in order: " + block);
      cues.add(cue);
    }
    return cues;
  }

  private static long ms(Matcher timing, int group) {
    return ((Long.parseLong(timing.group(group)) * 60 + Long.parseLong(timing.group(group + 1))) * 60
        + Long.parseLong(timing.group(group + 2))) * 1000 + Long.parseLong(timing.group(group + 3));
  }

  private static String unescaped(String line) {
    require(!line.isBlank() && !line.contains("<") && !line.contains(">") && !line.contains("\r"), "text: " + line);
    require(!line.replaceAll("&(amp|lt|gt);", "").contains("&"), "entities: " + line);
    return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new AssertionError(rule);
    }
  }
}
