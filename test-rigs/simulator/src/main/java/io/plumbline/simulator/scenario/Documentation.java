package io.plumbline.simulator.scenario;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The documents that are written from the code: what a scenario file can say, and which scenarios there are.
public final class Documentation {
  private static final String EXAMPLE = """
    ```toml
    purpose = "Three reps, the last one yanked and dropped"
    exercise = "deadlift-conventional"

    [body]
    one_rep_max_kg = 170

    [rep]
    slack.plateau_s = 0.5

    [[set]]
    load_kg = 140
    reps = 3

    [[set.single]]
    number = 3
    slack.style = "jerked"
    descent.kind = "dropped"

    [[set.incident]]
    kind = "roll"
    size = 0.2
    after_rep = 2
    ```
    """;

  private Documentation() {}

  /// `docs/knobs.md`.
  public static String knobs() {
    StringBuilder text = new StringBuilder(
        """
          # Scenario files: every knob

          Written from the code (`Knobs`, `RepKnobs`, `FatigueKnobs`, `SensorKnobs`); a test holds it equal. A scenario is a TOML file; only
          `purpose`, `exercise` and one `[[set]]` are required. A key ends with its unit; one without is a plain number or a share. Anything
          unknown, of the wrong type or out of range is an error that names the line.

          """);
    text.append(EXAMPLE).append('\n');
    text.append(
        """
          What a rep is like: the exercise's defaults, then `[rep]`, then `[set.rep]`, then fatigue for each rep before it, then chance
          (`scatter`), and last `[[set.single]]`, which counts as it stands.

          """);
    section(text, Knobs.FILE, "");
    incidents(text);
    exercises(text);
    velocities(text);
    return text.toString();
  }

  /// `docs/scenarios.md`.
  public static String scenarios() {
    StringBuilder text = new StringBuilder(
        """
          # The library of scenarios

          Written from the files; a test holds it equal. `./plumbline simulate NAME -o FILE.csv.gz` plays one, `--print NAME` shows its file.

          | name | exercise | sets × reps | what it is for |
          | --- | --- | --- | --- |
          """);
    for (String name : Scenarios.names()) {
      Scenario scenario = Scenarios.named(name);
      text.append("| `").append(name).append("` | ").append(scenario.exercise().id()).append(" | ")
          .append(String.join(" + ", scenario.sets().stream().map(Documentation::reps).toList())).append(" | ")
          .append(scenario.purpose()).append(" |\n");
    }
    random(text);
    return text.toString();
  }

  private static String reps(SetPlan set) {
    return Long.toString(set.actions().stream().filter(RepPlan.class::isInstance).count());
  }

  private static void section(StringBuilder text, Section section, String path) {
    String full = path.isEmpty() ? section.name() : path + "." + section.name();
    String title = full.isEmpty() ? "Top of the file" : section.many() ? "`[[" + full + "]]`" : "`[" + full + "]`";
    text.append("## ").append(title).append('\n');
    text.append(full.isEmpty() ? "" : section.meaning());
    if (section.shared() != null) {
      text.append(" Takes the keys of ").append(section.own().isEmpty() ? "" : "its own and those of ").append('`')
          .append(sharedName(section, path)).append("`.");
    }
    text.append("\n\n");
    if (!section.own().isEmpty()) {
      text.append("| key | unit | default | range | meaning |\n| --- | --- | --- | --- | --- |\n");
      section.own().forEach(knob -> row(text, knob));
      text.append('\n');
    }
    section.sections().forEach(inner -> section(text, inner, full));
  }

  private static String sharedName(Section section, String path) {
    String name = section.shared() == null ? "" : section.shared().name();
    return path.startsWith("sensors") ? "[sensors." + name + "]" : "[" + name + "]";
  }

  private static void row(StringBuilder text, Knob knob) {
    text.append("| `").append(knob.key()).append("` | ").append(knob.unit()).append(" | ").append(knob.fallback())
        .append(" | ").append(knob.range()).append(" | ").append(knob.meaning()).append(" |\n");
  }

  private static void incidents(StringBuilder text) {
    text.append(
        "## Sizes of incidents\n| kind | unit | default | range | while the bar is held | while it lies in a rack |\n| --- | --- | --- | --- | --- | --- |\n");
    for (Incident.Kind kind : Incident.Kind.values()) {
      IncidentSizes sizes = IncidentSizes.of(kind);
      text.append("| `").append(kind.id()).append("` | ").append(kind.unit()).append(" | ")
          .append(Knob.plain(sizes.usual())).append(" | ").append(Knob.plain(sizes.low())).append(" to ")
          .append(Knob.plain(sizes.high())).append(" | ").append(IncidentSizes.canBeHeld(kind) ? "yes" : "no")
          .append(" | ").append(IncidentSizes.canBeRacked(kind) ? "yes" : "no").append(" |\n");
    }
    text.append("""

      `plate` is kilograms a side, + on and − off; `roll`, `step` and `carry` go away from the lifter where +.

      """);
  }

  private static void exercises(StringBuilder text) {
    text.append("## Defaults by exercise\n| key |");
    for (Exercise exercise : Exercise.values()) {
      text.append(' ').append(exercise.id()).append(" |");
    }
    text.append("\n| --- |").append(" --- |".repeat(Exercise.values().length)).append('\n');
    exercises(text, Knobs.ONE_REP_MAX, ExerciseDefaults::oneRepMaxKg);
    exercises(text, RepKnobs.ROM, ExerciseDefaults::romM);
    exercises(text, Knobs.GRIP, ExerciseDefaults::gripHalfWidthM);
    exercises(text, Knobs.RACK_HEIGHT, ExerciseDefaults::rackHeightM);
    exercises(text, Knobs.START_TRUNK, ExerciseDefaults::startTrunkDeg);
    exercises(text, RepKnobs.START_FLEXION, ExerciseDefaults::startFlexionDeg);
    exercises(text, RepKnobs.DRIFT, ExerciseDefaults::driftM);
    exercises(text, RepKnobs.TOP_DRIFT, ExerciseDefaults::topDriftM);
    exercises(text, RepKnobs.HOLD, ExerciseDefaults::holdS);
    exercises(text, RepKnobs.LEAN_BACK, ExerciseDefaults::leanBackM);
    exercises(text, RepKnobs.DESCENT_TIME, ExerciseDefaults::descentS);
    exercises(text, RepKnobs.PAUSE, ExerciseDefaults::pauseS);
    exercises(text, FatigueKnobs.VELOCITY, ExerciseDefaults::velocityLossMps);
    exercises(text, RepKnobs.PEAK_AT, ExerciseDefaults::peakAt);
    exercises(text, RepKnobs.STICKING_AT, ExerciseDefaults::stickingAt);
    text.append('\n');
  }

  private static void exercises(StringBuilder text, Knob knob, Function<ExerciseDefaults, Double> value) {
    text.append("| `").append(knob.key()).append("` |");
    for (Exercise exercise : Exercise.values()) {
      text.append(' ').append(Knob.plain(value.apply(ExerciseDefaults.of(exercise)))).append(" |");
    }
    text.append('\n');
  }

  private static void velocities(StringBuilder text) {
    text.append(
        "## Load–velocity line\nMean velocity of a rested lifter's ascent, m/s; sources in `LoadVelocity`.\n\n| load / 1RM |");
    for (Exercise exercise : Exercise.values()) {
      text.append(' ').append(exercise.id()).append(" |");
    }
    text.append("\n| --- |").append(" --- |".repeat(Exercise.values().length)).append('\n');
    for (double share : List.of(0.4, 0.6, 0.8, 0.9, 1.0)) {
      text.append("| ").append(String.format(Locale.ROOT, "%.0f %%", 100 * share)).append(" |");
      for (Exercise exercise : Exercise.values()) {
        text.append(String.format(Locale.ROOT, " %.2f |", LoadVelocity.mean(exercise, share)));
      }
      text.append('\n');
    }
  }

  private static void random(StringBuilder text) {
    text.append(
        """

          # Random scenarios

          `--random N` draws N of them; each has the name `random-<seed>` and can be played and printed by it. Exercises come in these
          proportions, everything else with these probabilities.

          | exercise | weight |
          | --- | --- |
          """);
    for (int i = 0; i < RandomScenario.WEIGHTS.size(); i++) {
      text.append("| ").append(Exercise.values()[i].id()).append(" | ").append(RandomScenario.WEIGHTS.get(i))
          .append(" |\n");
    }
    text.append("\n| what | probability |\n| --- | --- |\n");
    for (Chance chance : Chance.values()) {
      text.append("| ").append(chance.meaning()).append(" | ").append(Knob.plain(chance.probability())).append(" |\n");
    }
  }
}
