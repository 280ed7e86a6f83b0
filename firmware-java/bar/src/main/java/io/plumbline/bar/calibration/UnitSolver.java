package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.AccelerometerFit;
import io.plumbline.core.calibration.BiasPoint;
import io.plumbline.core.calibration.CalibrationRefusedException;
import io.plumbline.core.calibration.Facing;
import io.plumbline.core.calibration.GyroscopeFit;
import io.plumbline.core.calibration.MountCalibration;
import io.plumbline.core.calibration.MountFit;
import io.plumbline.core.calibration.Pose;
import io.plumbline.core.calibration.RollAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One inertial unit: accelerometer, gyroscope, mount.
final class UnitSolver {
  private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
  private static final AccelerometerCalibration NONE = new AccelerometerCalibration(
      List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0), ZERO,
      List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), ZERO, 0, 0, 0);
  private static final double ROLLING_RADPS = 0.2;
  /// Stretches of a session that are equally warm are one point of the file.
  private static final double SAME_C = 0.5;
  private static final int MOST_POINTS = 60;

  private final String name;
  private final int index;
  private final Findings findings;
  private final Wish wish;
  private final int configuredFacing;
  private Calibration.@Nullable Dated<AccelerometerCalibration> accelerometer;
  private Calibration.@Nullable Dated<Calibration.Gyroscope> gyroscope;
  private Calibration.@Nullable Dated<MountCalibration> mount;
  private @Nullable Integer facing;

  UnitSolver(String name, int index, Findings findings, Wish wish, Calibration.@Nullable Unit before,
      int configuredFacing) {
    this.name = name;
    this.index = index;
    this.findings = findings;
    this.wish = wish;
    this.configuredFacing = configuredFacing;
    this.accelerometer = before == null ? null : before.accelerometer();
    this.gyroscope = before == null ? null : before.gyroscope();
    this.mount = before == null ? null : before.mount();
  }

  int index() {
    return index;
  }

  /// The one in force, or one that changes nothing.
  AccelerometerCalibration accelerometer() {
    return accelerometer == null ? NONE : accelerometer.value();
  }

  @Nullable
  MountCalibration mount() {
    return mount == null ? null : mount.value();
  }

  /// As the rolling told it; empty where the axis has no sign of its own.
  Optional<Integer> facing() {
    return Optional.ofNullable(facing);
  }

  Calibration.Unit unit(Calibration.@Nullable Dated<Calibration.Lever> lever) {
    return new Calibration.Unit(name, accelerometer, gyroscope, mount, lever);
  }

  void solve(Set<Part> parts) throws CalibrationRefusedException {
    if (!findings.still.isEmpty()) {
      solveGyroscope();
    }
    RollAxis levelled = null;
    if (parts.contains(Part.FACES)) {
      levelled = solveAccelerometer();
    }
    if (parts.contains(Part.MOUNT)) {
      solveMount(levelled);
    }
  }

  private void solveGyroscope() throws CalibrationRefusedException {
    List<BiasPoint> points = new ArrayList<>();
    if (gyroscope != null) {
      points.addAll(gyroscope.value().still());
    }
    points.addAll(thinned());
    List<BiasPoint> kept = points.subList(Math.max(0, points.size() - MOST_POINTS), points.size());
    gyroscope = new Calibration.Dated<>(wish.date(),
        new Calibration.Gyroscope(new GyroscopeFit(GyroscopeFit.Params.DEFAULT).fit(kept), kept));
  }

  /// Means of the stretches of this session by their warmth.
  private List<BiasPoint> thinned() {
    List<BiasPoint> all = new ArrayList<>();
    for (Stretch stretch : findings.still) {
      BiasPoint point = stretch.bias(index);
      BiasPoint last = all.isEmpty() ? null : all.getLast();
      if (last == null || Math.abs(last.temperatureC() - point.temperatureC()) > SAME_C) {
        all.add(point);
      } else {
        all.set(all.size() - 1, joined(last, point));
      }
    }
    return all;
  }

  private static BiasPoint joined(BiasPoint one, BiasPoint other) {
    double a = 1 / (one.sdRadps() * one.sdRadps());
    double b = 1 / (other.sdRadps() * other.sdRadps());
    List<Double> mean = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      mean.add((a * one.meanRadps().get(i) + b * other.meanRadps().get(i)) / (a + b));
    }
    return new BiasPoint(one.temperatureC(), mean, Math.sqrt(1 / (a + b)));
  }

  /// Gives the axis of the shaft too, in the corrected axes.
  private RollAxis solveAccelerometer() throws CalibrationRefusedException {
    List<Pose> poses = new ArrayList<>();
    addPoses(poses, findings.level, "level");
    addPoses(poses, findings.leftUp, "left end up");
    addPoses(poses, findings.rightUp, "right end up");
    AccelerometerCalibration fit = new AccelerometerFit(
        AccelerometerFit.Params.DEFAULT.withGravityMps2(wish.gravityMps2())).fit(poses);
    RollAxis axis = RollAxis
        .ofPoses(findings.level.stream().map(stretch -> fit.apply(stretch.acceleration(index))).toList());
    RollAxis raw = findings.shaft(index);
    RollAxis signed = raw != null && raw.along(axis) < 0 ? axis.reversed() : axis;
    accelerometer = new Calibration.Dated<>(wish.date(), fit);
    return signed;
  }

  private void addPoses(List<Pose> poses, List<Stretch> stretches, String words) {
    for (int i = 0; i < stretches.size(); i++) {
      poses.add(stretches.get(i).pose(index, words + ", angle " + (i + 1)));
    }
  }

  private void solveMount(@Nullable RollAxis levelled) throws CalibrationRefusedException {
    Movement roll = findings.roll;
    Stretch markUp = findings.markUp;
    if (roll == null || markUp == null) {
      throw new CalibrationRefusedException("the bar was not rolled");
    }
    List<double[]> rates = new ArrayList<>();
    double[] bias = roll.before().rate(index);
    for (Block block : roll.blocks()) {
      double[] rate = block.rate(index);
      double[] free = {rate[0] - bias[0], rate[1] - bias[1], rate[2] - bias[2]};
      if (Math.abs(free[0]) + Math.abs(free[1]) + Math.abs(free[2]) > ROLLING_RADPS) {
        rates.add(free);
      }
    }
    RollAxis rolled = signed(RollAxis.ofRates(rates), levelled, roll);
    double[] up = markUp.acceleration(index);
    MountFit.Result result = MountFit.fit(rolled, levelled, accelerometer(), List.of(up[0], up[1], up[2]));
    mount = new Calibration.Dated<>(wish.date(), result.mount());
    if (levelled != null) {
      accelerometer = new Calibration.Dated<>(wish.date(), result.accelerometer());
    }
  }

  /// Towards the right pod: by the end that was raised, else by the mount until now, else by the way a person says he faces.
  private RollAxis signed(RollAxis axis, @Nullable RollAxis levelled, Movement roll)
      throws CalibrationRefusedException {
    double turned = axis.along(roll.turnedRad(index));
    double agrees;
    MountCalibration old = mount();
    if (levelled != null) {
      agrees = axis.along(levelled);
    } else if (old != null) {
      agrees = old.toBar(axis.x(), axis.y(), axis.z())[0];
    } else {
      int said = wish.saidFacing() == 0 ? configuredFacing : wish.saidFacing();
      if (said == 0) {
        throw new CalibrationRefusedException(
            "which end is left is not known: do the part faces too, or say which way you face (--facing)");
      }
      return turned * said < 0 ? axis : axis.reversed();
    }
    RollAxis signed = agrees < 0 ? axis.reversed() : axis;
    facing = Facing.ofRollForward(agrees < 0 ? -turned : turned);
    return signed;
  }
}
