package io.plumbline.bar.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// In the rack: the empty bar at four roll angles, then known plates up and down.
final class LoadStep implements Step {
  private static final int TURNS = 4;
  private static final double EMPTY_S = 3;
  private static final double LOADED_S = 4;
  private static final double TOO_SHORT_S = 1;
  private static final double NEW_RAD = Math.toRadians(60);
  /// What the bar's own sinusoid tells of the gain beforehand, and what a hand leaves on the plates.
  private static final double TOLERANCE = 0.2;
  private static final double TOLERANCE_KG = 2;

  private final Findings findings;
  private final List<Double> platesKg;
  private final int bridgesASide;
  private final double outboardKg;
  private boolean judged;

  /// @param platesKg   on each side, in the order in which they are hung on
  /// @param outboardKg of the empty bar outside the cells
  LoadStep(Findings findings, List<Double> platesKg, int bridgesASide, double outboardKg) {
    this.findings = findings;
    this.platesKg = List.copyOf(platesKg);
    this.bridgesASide = bridgesASide;
    this.outboardKg = outboardKg;
  }

  @Override
  public List<String> instruction() {
    if (findings.emptyTurns.size() < TURNS) {
      return Pictures.EMPTY;
    }
    List<String> lines = new ArrayList<>(Pictures.PLATES);
    lines.add("  Now: " + name(findings.weighed.size()) + " on each side.");
    return lines;
  }

  private String name(int index) {
    double kg = platesKg.get(index);
    String size = (kg == Math.rint(kg) ? String.valueOf((long) kg) : String.valueOf(kg)) + " kg";
    boolean down = index > 0 && platesKg.get(index - 1) > kg;
    return size + (down ? ", coming down" : ", going up");
  }

  @Override
  public @Nullable String accept(Block block, Stillness still, @Nullable Stretch ended) {
    boolean empty = findings.emptyTurns.size() < TURNS;
    if (ended != null) {
      boolean early = !judged && ended.durationS() > TOO_SHORT_S;
      judged = false;
      return early ? "it moved too early: let it hang still for " + (empty ? "3" : "4") + " s" : null;
    }
    if (judged || still.durationS() < (empty ? EMPTY_S : LOADED_S)) {
      return null;
    }
    judged = true;
    Stretch stretch = still.stretch();
    findings.still.add(stretch);
    return empty ? empty(stretch) : loaded(stretch);
  }

  private String empty(Stretch stretch) {
    if (findings.emptyTurns.stream().anyMatch(other -> stretch.angleTo(other, 0) < NEW_RAD)) {
      return "it hangs as before: turn the shaft by a quarter";
    }
    findings.emptyTurns.add(stretch);
    return String.format(Locale.ROOT, "empty, angle %d of %d: good", findings.emptyTurns.size(), TURNS);
  }

  private String loaded(Stretch stretch) {
    int index = findings.weighed.size();
    double wanted = platesKg.get(index);
    for (int side = 0; side < 2; side++) {
      double kg = roughKg(stretch, side);
      if (Math.abs(kg - wanted) > TOLERANCE_KG + TOLERANCE * wanted) {
        return String.format(Locale.ROOT, "the %s side reads like %.0f kg of plates, not %s: put on the right ones",
            side == 0 ? "left" : "right", kg, name(index));
      }
    }
    findings.weighed.add(new Findings.Weighed(stretch, wanted, name(index)));
    return name(index) + ": good";
  }

  /// From the distance to the middle of the four empty angles, which is the bar's own mass outside the cells.
  private double roughKg(Stretch stretch, int side) {
    double own = 0;
    double now = 0;
    for (int i = side * bridgesASide; i < (side + 1) * bridgesASide; i++) {
      double middle = 0;
      for (Stretch turn : findings.emptyTurns) {
        middle += turn.bridges()[i] / TURNS;
      }
      double square = 0;
      for (Stretch turn : findings.emptyTurns) {
        square += (turn.bridges()[i] - middle) * (turn.bridges()[i] - middle) / TURNS;
      }
      // A bridge follows a sine of its own force: half of its square on average.
      own += bridgesASide == 1 ? 2 * square : square;
      now += (stretch.bridges()[i] - middle) * (stretch.bridges()[i] - middle);
    }
    return Math.sqrt(now / own) * outboardKg - outboardKg;
  }

  @Override
  public boolean isDone() {
    return findings.weighed.size() == platesKg.size();
  }

  @Override
  public String progress() {
    return findings.emptyTurns.size() + findings.weighed.size() + " of " + (TURNS + platesKg.size());
  }
}
