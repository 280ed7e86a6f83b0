package io.plumbline.bar.check;

import io.plumbline.bar.check.ChipFinding.Verdict;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.polled.AxisMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Measures one chip for the check and judges it.
final class ChipMeter {
  /// More than the data sheets' typical figures scatter, less than what a hand on the bar makes.
  private static final double MOST_NOISE = 2.5;
  /// A channel that trembles less than this share of its data sheet is stuck or not connected.
  private static final double LEAST_NOISE = 0.1;
  /// The slowest clocks are 3 % off (facts/icm-42688-p.md section 1, nau7802.md section 1).
  private static final double MOST_RATE_ERROR = 0.035;
  /// Inertial parts are within 2 % (facts/icm-42688-p.md, section 4), high-g ones may be off by a few counts of 0.05 g and 10 % (high-g.md,
  /// section 2); a scale that is wrong is wrong by a factor of 2 or more.
  private static final double IMU_REST_ERROR_G = 0.1;
  private static final double HIGH_G_REST_ERROR_G = 2;
  private static final double G_MPS2 = 9.80665;
  private static final double COLDEST_C = -10;
  private static final double WARMEST_C = 70;

  private final ChipDriver driver;
  private final String place;
  private final AxisMeans means;
  private boolean measuring;
  private long lostBefore;
  private long lost;
  private long clippedBefore;
  private long clipped;
  private double rateHz = Double.NaN;
  private double temperatureC = Double.NaN;
  private ChipState stateAfterSearch = ChipState.STARTING;

  ChipMeter(ChipCheck.Chip chip) {
    this.driver = chip.driver();
    this.place = chip.place();
    this.means = new AxisMeans(driver.stream().channels().size());
  }

  void pollEnded(long nowNs) {
    driver.pollEnded(nowNs);
  }

  void poll(RawBatch rows, long nowNs) {
    driver.poll(rows, nowNs);
    if (measuring) {
      for (int row = 0; row < rows.size(); row++) {
        for (int i = 0; i < driver.stream().channels().size(); i++) {
          means.add(i, driver.stream().channels().get(i).si(rows.count(row, i)));
        }
        means.endSample();
      }
    }
  }

  ChipState state() {
    return driver.state();
  }

  /// Whether it runs and its rate is known: waiting longer tells nothing more.
  boolean isSteady() {
    return driver.state() == ChipState.RUNNING && Double.isFinite(driver.rateHz());
  }

  void begin() {
    stateAfterSearch = driver.state();
    lostBefore = driver.counters().get(ChipCounter.LOST);
    clippedBefore = driver.counters().get(ChipCounter.CLIPPED);
    measuring = true;
  }

  void end() {
    stateAfterSearch = driver.state();
    lost = driver.counters().get(ChipCounter.LOST) - lostBefore;
    // The self-test sets the chip up again, and its clock has to be learned anew.
    rateHz = driver.rateHz();
    temperatureC = driver.temperatureC();
    clipped = driver.counters().get(ChipCounter.CLIPPED) - clippedBefore;
    measuring = false;
  }

  void requestSelfTest() {
    driver.requestSelfTest();
  }

  boolean isTested() {
    return driver.selfTestResult() != null;
  }

  ChipFinding finding() {
    List<String> bad = new ArrayList<>();
    List<String> doubtful = new ArrayList<>();
    double worst = Double.NaN;
    String noisiest = "";
    if (stateAfterSearch == ChipState.RUNNING) {
      List<String> dead = new ArrayList<>();
      for (int i = 0; i < driver.stream().channels().size(); i++) {
        double ratio = noiseRatio(i);
        // A high-g part may well be quieter than one count.
        if (ratio < LEAST_NOISE && driver.stream().kind() != RawStream.Kind.HIGH_G) {
          dead.add(name(i));
        }
        if (Double.isFinite(ratio) && !(ratio <= worst)) {
          worst = ratio;
          noisiest = name(i);
        }
      }
      if (!dead.isEmpty()) {
        bad.add(String.join(", ", dead) + (clipped > 0
            ? " at the end of the range: a wire is open, or the load or supply is wrong"
            : " without any tremble: stuck, or nothing is connected"));
      }
      judge(worst, noisiest, bad, doubtful);
    } else {
      bad.add(driver.complaint());
    }
    SelfTestResult test = driver.selfTestResult();
    if (test != null && !test.passed()) {
      bad.add("self-test failed: " + test.detail());
    } else if (test == null && stateAfterSearch == ChipState.RUNNING) {
      doubtful.add("the self-test did not end");
    }
    Verdict verdict = bad.isEmpty() ? doubtful.isEmpty() ? Verdict.GOOD : Verdict.DOUBTFUL : Verdict.BAD;
    bad.addAll(doubtful);
    return new ChipFinding(driver.stream().name(), driver.stream().chip(), place, stateAfterSearch, rateHz,
        driver.stream().nominalRateHz(), worst, noisiest, temperatureC, lost,
        test == null ? null : test.passed(), verdict, String.join("; ", bad));
  }

  private String name(int channel) {
    return driver.stream().channels().get(channel).name();
  }

  private double noiseRatio(int channel) {
    RawChannel raw = driver.stream().channels().get(channel);
    OptionalDouble sheet = NoiseFigure.of(driver.stream().chip(), raw);
    if (sheet.isEmpty()) {
      return Double.NaN;
    }
    // A step of the converter that is coarser than the noise hides it.
    double step = raw.siPerCount() / Math.sqrt(12);
    double expected = Math.hypot(sheet.getAsDouble(), step);
    return means.deviation(channel) / expected;
  }

  /// Size of the mean acceleration in g, NaN where this is no accelerometer.
  private double restG() {
    if (driver.stream().kind() == RawStream.Kind.FORCE) {
      return Double.NaN;
    }
    double x = means.mean(0);
    double y = means.mean(1);
    double z = means.mean(2);
    return Math.sqrt(x * x + y * y + z * z) / G_MPS2;
  }

  private void judge(double worst, String noisiest, List<String> bad, List<String> doubtful) {
    if (worst > MOST_NOISE) {
      doubtful.add(String.format(Locale.ROOT,
          "%s trembles %.1f times as much as its data sheet says: was the bar still? Else look at supply, shield and mounting",
          noisiest, worst));
    }
    double rest = restG();
    double tolerance = driver.stream().kind() == RawStream.Kind.IMU ? IMU_REST_ERROR_G : HIGH_G_REST_ERROR_G;
    if (Math.abs(rest - 1) > tolerance) {
      bad.add(String.format(Locale.ROOT,
          "feels %.2f g at rest instead of 1: another part under this name, or a wrong scale",
          rest));
    }
    double rateError = rateHz / driver.stream().nominalRateHz() - 1;
    if (Math.abs(rateError) > MOST_RATE_ERROR) {
      bad.add(String.format(Locale.ROOT, "runs at %.1f Hz instead of %.0f Hz: look at its clock", rateHz,
          driver.stream().nominalRateHz()));
    } else if (Double.isNaN(rateHz)) {
      doubtful.add("its rate could not be measured");
    }
    if (temperatureC < COLDEST_C || temperatureC > WARMEST_C) {
      doubtful.add(String.format(Locale.ROOT, "says it is %.0f °C warm: is it hot to the touch?", temperatureC));
    }
    if (lost > 0) {
      doubtful.add(lost + " samples were lost while measuring: is the computer busy?");
    }
  }
}
