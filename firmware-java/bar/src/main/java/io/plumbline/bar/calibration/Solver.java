package io.plumbline.bar.calibration;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.CalibrationRefusedException;
import io.plumbline.core.calibration.LeverCalibration;
import io.plumbline.core.calibration.LeverFit;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.LoadCellFit;
import io.plumbline.core.calibration.LoadPoint;
import io.plumbline.core.calibration.MountCalibration;
import io.plumbline.core.sample.BarSetup.Lever;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a calibration of what the steps have gathered and of what was known before.
final class Solver {
  private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("'cal-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private final Sensors sensors;
  private final Findings findings;
  private final BarConfig config;
  private final Wish wish;
  private final @Nullable Calibration before;
  private final Set<Part> parts;
  private final List<String> refusals = new ArrayList<>();
  private final List<UnitSolver> units = new ArrayList<>();
  private final Map<Integer, Calibration.Dated<Calibration.Lever>> levers = new HashMap<>();
  private Calibration.@Nullable Facing facing;

  Solver(Sensors sensors, Findings findings, BarConfig config, Wish wish, @Nullable Calibration before,
      Set<Part> parts) {
    this.sensors = sensors;
    this.findings = findings;
    this.config = config;
    this.wish = wish;
    this.before = before;
    this.parts = parts;
    this.facing = before == null ? null : before.facing();
  }

  Procedure.Outcome solve() {
    if (parts.isEmpty()) {
      refusals
          .add("load: this bar has no load cells that can be calibrated; force.layout and the chips say which it has");
    }
    for (int i = 0; i < sensors.units().size(); i++) {
      String name = sensors.units().get(i);
      Calibration.Unit old = before == null ? null : before.unit(name).orElse(null);
      UnitSolver unit = new UnitSolver(name, i, findings, wish, old, config.bar().facing());
      units.add(unit);
      Calibration.Dated<Calibration.Lever> lever = old == null ? null : old.lever();
      if (lever != null) {
        levers.put(i, lever);
      }
      attempt(name, () -> unit.solve(parts));
    }
    if (refusals.isEmpty()) {
      attempt("facing", this::face);
    }
    if (refusals.isEmpty() && parts.contains(Part.LEVER)) {
      attempt("levers", this::solveLevers);
    }
    List<Calibration.Side> sides = new ArrayList<>(before == null ? List.of() : before.sides());
    if (parts.contains(Part.LOAD) && refusals.isEmpty()) {
      sides.clear();
      for (int side = 0; side < 2; side++) {
        int own = side;
        String name = side == 0 ? "left" : "right";
        attempt(name + " load cells", () -> sides.add(new Calibration.Side(name,
            new Calibration.Dated<>(wish.date(), solveSide(own)))));
      }
    }
    List<Calibration.Unit> all = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      all.add(units.get(i).unit(levers.get(i)));
    }
    if (before != null) {
      before.units().stream().filter(unit -> !sensors.units().contains(unit.name())).forEach(all::add);
    }
    return new Procedure.Outcome(new Calibration(ID.format(wish.date()), config.bar().id(), wish.date(),
        wish.software(), wish.gravityMps2(), facing, all, sides), refusals);
  }

  private interface Work {
    void run() throws CalibrationRefusedException;
  }

  private void attempt(String what, Work work) {
    try {
      work.run();
    } catch (CalibrationRefusedException e) {
      refusals.add(what + ": " + e.getMessage());
    }
  }

  private void face() throws CalibrationRefusedException {
    if (wish.saidFacing() != 0) {
      facing = new Calibration.Facing(wish.date(), wish.saidFacing(), "said");
      return;
    }
    int found = 0;
    for (UnitSolver unit : units) {
      Optional<Integer> direction = unit.facing();
      if (direction.isPresent() && found != 0 && direction.get() != found) {
        throw new CalibrationRefusedException(
            "the units felt the bar roll in opposite directions: is one of them on a sleeve, or loose?");
      }
      found = direction.orElse(found);
    }
    if (found != 0) {
      facing = new Calibration.Facing(wish.date(), found, "rolled");
    }
  }

  private void solveLevers() throws CalibrationRefusedException {
    List<List<Double>> nominal = new ArrayList<>();
    for (String name : sensors.units()) {
      Lever lever = config.chips().stream().filter(chip -> chip.name().equals(name)).findFirst()
          .map(BarConfig.Chip::lever).orElse(new Lever(0, 0, 0));
      nominal.add(List.of(lever.xM(), lever.yM(), lever.zM()));
    }
    LeverFit.Params usual = LeverFit.Params.DEFAULT;
    LeverFit fit = new LeverFit(new LeverFit.Params(wish.gravityMps2(), usual.forceSdMps2(), usual.verticalSdMps2(),
        usual.middleSdM(), usual.acrossSdM(), usual.alongSdM(), usual.biasSdMps2(), usual.turnSdRad(),
        usual.mostSdM()), nominal);
    Movement roll = findings.roll;
    if (roll != null) {
      fit.addRoll(BarMotion.of(roll, units));
    }
    for (Movement tilt : findings.tilts) {
      fit.addTilt(BarMotion.of(tilt, units));
    }
    LeverCalibration found = fit.fit();
    for (int i = 0; i < units.size(); i++) {
      levers.put(i, new Calibration.Dated<>(wish.date(),
          new Calibration.Lever(found.leversM().get(i), found.sdM().get(i), found.residualMps2())));
    }
  }

  private LoadCellCalibration solveSide(int side) throws CalibrationRefusedException {
    LoadCellFit.Params usual = LoadCellFit.Params.DEFAULT;
    // In standard gravity, whatever it is here: the pipeline divides by that, so that masses come out as they were hung on.
    LoadCellFit fit = new LoadCellFit(new LoadCellFit.Params(usual.gravityMps2(), config.bar().outboardKg(),
        usual.outboardSdKg(), usual.nominalNPerRatio(), usual.forceSdN(), usual.confidence(), usual.mostResidual(),
        usual.mostGainSd(), usual.leastLoads(), usual.leastScaleKg()));
    List<LoadPoint> points = new ArrayList<>();
    int turn = 0;
    for (Stretch stretch : findings.emptyTurns) {
      points.add(point(stretch, side, 0, "empty, angle " + ++turn));
    }
    for (Findings.Weighed weighed : findings.weighed) {
      points.add(point(weighed.stretch(), side, weighed.platesKg(), weighed.name()));
    }
    return fit.fit(points);
  }

  private LoadPoint point(Stretch stretch, int side, double platesKg, String name) throws CalibrationRefusedException {
    // The pod beside the cells, as a shaft under load bends.
    UnitSolver unit = units.get(Math.min(side, units.size() - 1));
    AccelerometerCalibration accelerometer = unit.accelerometer();
    MountCalibration mount = unit.mount();
    if (mount == null) {
      throw new CalibrationRefusedException(
          "how the units are mounted is not known: do the parts faces and mount first");
    }
    double[] up = mount.toBar(accelerometer.apply(stretch.acceleration(unit.index())));
    double size = Math.sqrt(up[0] * up[0] + up[1] * up[1] + up[2] * up[2]);
    int bridges = sensors.bridges() / 2;
    return new LoadPoint(stretch.ratios(side * bridges, bridges), up[1] / size, up[2] / size, platesKg, name);
  }
}
