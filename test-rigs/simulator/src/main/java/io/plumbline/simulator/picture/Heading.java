package io.plumbline.simulator.picture;

import io.plumbline.simulator.scenario.Incident;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SetPlan;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// What the picture is of: the scenario, what it is for, the planned sets and incidents.
final class Heading {
  private static final Font NAME = Palette.bold(22);
  private static final Font FACTS = Palette.font(16);
  private static final Font TEXT = Palette.font(14);
  private static final int MOST_GROUPS = 6;

  private final Scenario scenario;

  Heading(Scenario scenario) {
    this.scenario = scenario;
  }

  void draw(Graphics2D g, Rectangle2D place) {
    double x = place.getX();
    String name = Labels.fitting(g, scenario.name(), place.getWidth() / 2, NAME);
    Labels.write(g, name, x, place.getY() + 22, NAME, Palette.INK);
    double right = x + g.getFontMetrics(NAME).stringWidth(name) + 20;
    String facts = scenario.exercise().id() + "  ·  " + sets() + "  ·  seed " + scenario.seed();
    Labels.write(g, Labels.fitting(g, facts, place.getMaxX() - right, FACTS), right, place.getY() + 22, FACTS,
        Palette.INK);
    String text = scenario.purpose() + incidents();
    Labels.write(g, Labels.fitting(g, text, place.getWidth(), TEXT), x, place.getY() + 45, TEXT, Palette.FAINT);
  }

  private String sets() {
    List<String> groups = new ArrayList<>();
    String last = "";
    int times = 0;
    for (SetPlan set : scenario.sets()) {
      String text = set(set);
      if (!text.equals(last)) {
        addGroup(groups, last, times);
        last = text;
        times = 0;
      }
      times++;
    }
    addGroup(groups, last, times);
    if (groups.size() <= MOST_GROUPS) {
      return String.join(", ", groups);
    }
    double least = scenario.sets().stream().mapToDouble(this::loadKg).min().orElseThrow();
    double most = scenario.sets().stream().mapToDouble(this::loadKg).max().orElseThrow();
    return scenario.sets().size() + " sets, " + Numbers.shortest(least) + " to " + Numbers.shortest(most) + " kg";
  }

  private static void addGroup(List<String> groups, String text, int times) {
    if (times > 0) {
      groups.add(times > 1 ? times + " sets of " + text : text);
    }
  }

  private String set(SetPlan set) {
    long reps = set.actions().stream().filter(RepPlan.class::isInstance).count();
    String sides = set.leftKg() == set.rightKg()
        ? ""
        : " (left " + Numbers.shortest(set.leftKg()) + ", right " + Numbers.shortest(set.rightKg()) + ")";
    return (reps > 0 ? reps + " × " : "no rep, ") + Numbers.shortest(loadKg(set)) + " kg" + sides;
  }

  private double loadKg(SetPlan set) {
    return scenario.bar().massKg() + set.leftKg() + set.rightKg();
  }

  private String incidents() {
    List<String> names = new ArrayList<>();
    for (SetPlan set : scenario.sets()) {
      for (var action : set.actions()) {
        if (action instanceof Incident incident) {
          names.add(incident.kind().id() + " " + Numbers.shortest(incident.size()) + " " + incident.kind().unit());
        }
      }
    }
    return names.isEmpty() ? "" : "  ·  besides: " + String.join(", ", names);
  }
}
