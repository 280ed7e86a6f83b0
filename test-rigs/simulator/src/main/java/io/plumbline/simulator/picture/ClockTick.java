package io.plumbline.simulator.picture;

import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/// A step of a time axis that is labelled in minutes and seconds.
final class ClockTick extends NumberTickUnit {
  private static final long serialVersionUID = 1;

  private ClockTick(double stepS) {
    super(stepS);
  }

  static TickUnits units() {
    TickUnits units = new TickUnits();
    for (int stepS : new int[]{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400}) {
      units.add(new ClockTick(stepS));
    }
    return units;
  }

  @Override
  public String valueToString(double valueS) {
    long seconds = Math.round(valueS);
    return String.format(Locale.ROOT, "%s%d:%02d", seconds < 0 ? "−" : "", Math.abs(seconds) / 60,
        Math.abs(seconds) % 60);
  }
}
