package io.plumbline.drivers.loadcell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ads131m04.Ads131m04Config;
import io.plumbline.drivers.ads131m04.Ads131m04Config.Channel;
import io.plumbline.drivers.ads131m04.Ads131m04Config.Use;
import io.plumbline.drivers.ads131m04.Ads131m04Driver;
import io.plumbline.drivers.nau7802.Nau7802Config;
import io.plumbline.drivers.nau7802.Nau7802Driver;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Forces from counts for each layout.
class LoadCellModelTest {
  private static final double N_PER_VPV = 981 / 0.111e-3;
  private static final RawStream ADC = Ads131m04Driver.stream(4, "force", Ads131m04Config.DEFAULT);
  private static final RawStream LEFT = Nau7802Driver.stream(1, "left-force", Nau7802Config.DEFAULT);
  private static final RawStream RIGHT = Nau7802Driver.stream(2, "right-force", Nau7802Config.DEFAULT);
  private static final double[] K = {N_PER_VPV, 0.02 * N_PER_VPV, -0.01 * N_PER_VPV, 1.1 * N_PER_VPV, 0.9 * N_PER_VPV, 0, 0,
      N_PER_VPV};

  private static List<Bridge> bridges() {
    return List.of(new Bridge(ADC, 0, 1e-5), new Bridge(ADC, 1, -2e-5), new Bridge(ADC, 2, 0), new Bridge(ADC, 3, 3e-5));
  }

  private static RawBatch batch(RawStream stream, double... si) {
    RawBatch batch = new RawBatch(1);
    int row = batch.add(stream.number(), 123, 0, 0);
    for (int i = 0; i < si.length; i++) {
      batch.setCount(row, i, (int) Math.round(si[i] / stream.channels().get(i).siPerCount()));
    }
    return batch;
  }

  @Test
  void shouldGiveTheVectorOfEachSideWhenTwoPlanesAreFitted() {
    LoadCellModel model = new LoadCellModel(Layout.TWO_PLANE, bridges(), K, null);
    assertTrue(Double.isNaN(model.forceN()));
    // r = z + K⁻¹ F, by hand for the right side, which has no cross terms.
    assertTrue(model.update(batch(ADC, 1e-5 + 300 / N_PER_VPV, -2e-5, 400 / (0.9 * N_PER_VPV), 3e-5 + 300 / N_PER_VPV), 0));
    assertEquals(300, model.forceYN(0), 0.01);
    assertEquals(-3, model.forceZN(0), 0.01);
    assertEquals(400, model.forceYN(1), 0.01);
    assertEquals(300, model.forceZN(1), 0.01);
    assertEquals(500, model.forceN(1), 0.01);
    assertEquals(500 + Math.hypot(300, 3), model.forceN(), 0.02);
    assertEquals(123, model.timeNs());
  }

  @Test
  void shouldGiveTheSameLengthWhenTheShaftRolls() {
    double[] equal = {N_PER_VPV, 0, 0, N_PER_VPV, N_PER_VPV, 0, 0, N_PER_VPV};
    LoadCellModel model = new LoadCellModel(Layout.TWO_PLANE, bridges(), equal, null);
    for (int deg = 0; deg < 360; deg += 15) {
      double y = 800 * Math.cos(Math.toRadians(deg)) / N_PER_VPV;
      double z = 800 * Math.sin(Math.toRadians(deg)) / N_PER_VPV;
      model.update(batch(ADC, 1e-5 + y, -2e-5 + z, y, 3e-5 + z), 0);
      assertEquals(1600, model.forceN(), 0.02, "rolled by " + deg);
    }
  }

  @Test
  void shouldWaitForBothSidesWhenEachHasItsOwnChip() {
    LoadCellModel model = new LoadCellModel(Layout.SINGLE_PLANE, List.of(new Bridge(LEFT, 0, 0), new Bridge(RIGHT, 0, 1e-5)),
        new double[]{N_PER_VPV, 2 * N_PER_VPV}, null);
    model.update(batch(LEFT, 500 / N_PER_VPV), 0);
    assertEquals(500, model.forceN(0), 0.1);
    assertTrue(Double.isNaN(model.forceN(1)));
    assertTrue(Double.isNaN(model.forceN()));
    model.update(batch(RIGHT, 1e-5 - 100 / N_PER_VPV), 0);
    assertEquals(-200, model.forceN(1), 0.1);
    assertEquals(300, model.forceN(), 0.1);
    assertTrue(Double.isNaN(model.forceYN(0)));
    assertEquals(false, model.update(batch(ADC, 0, 0, 0, 0), 0));
  }

  @Test
  void shouldCorrectForTheSupplyAndKnowWhenItFails() {
    Ads131m04Config config = new Ads131m04Config(1000, List.of(new Channel(Use.BRIDGE, 32), new Channel(Use.BRIDGE, 32),
        new Channel(Use.VOLTAGE, 1), new Channel(Use.OFF, 1)), 2.5, true);
    RawStream stream = Ads131m04Driver.stream(0, "force", config);
    LoadCellModel model = new LoadCellModel(Layout.SINGLE_PLANE, List.of(new Bridge(stream, 0, 0), new Bridge(stream, 1, 0)),
        new double[]{N_PER_VPV, N_PER_VPV}, new Excitation(stream, 2, 4, 2.5, 2.0));
    // The supply is 2 % low, and so are the readings.
    model.update(batch(stream, 0.98 * 500 / N_PER_VPV, 0.98 * 300 / N_PER_VPV, 0.98 * 2.5 / 4), 0);
    assertEquals(500, model.forceN(0), 0.1);
    assertEquals(800, model.forceN(), 0.1);
    model.update(batch(stream, 500 / N_PER_VPV, 300 / N_PER_VPV, 0.1), 0);
    assertTrue(Double.isNaN(model.forceN()));
  }

  @Test
  void shouldMarkTheSideWhenABridgeIsAtItsEnd() {
    LoadCellModel model = new LoadCellModel(Layout.TWO_PLANE, bridges(), K, null);
    RawBatch batch = batch(ADC, 0, 0, 0, 0);
    batch.setCount(0, 3, 0x7FFFFF);
    model.update(batch, 0);
    assertEquals(false, model.isClipped(0));
    assertTrue(model.isClipped(1));
  }

  @Test
  void shouldTellWhatEachLayoutCan() {
    assertEquals(EnumSet.allOf(Ability.class), Layout.TWO_PLANE.abilities());
    assertEquals(EnumSet.complementOf(EnumSet.of(Ability.FORCE_VECTOR)), Layout.SINGLE_PLANE.abilities());
    assertEquals(EnumSet.of(Ability.WEIGHT, Ability.LEFT_RIGHT), Layout.PLATFORM.abilities());
    assertTrue(Layout.PLATFORM.sentence().contains("cannot measure a lift"));
  }

  @Test
  void shouldRefuseWhenBridgesOrGainsDoNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new LoadCellModel(Layout.TWO_PLANE, bridges(), new double[4], null));
    assertThrows(IllegalArgumentException.class,
        () -> new LoadCellModel(Layout.PLATFORM, bridges(), new double[]{1, 1}, null));
    assertThrows(IllegalArgumentException.class, () -> new Bridge(ADC, 4, 0));
    assertThrows(IllegalArgumentException.class, () -> new Bridge(ADC, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Excitation(ADC, 0, 4, 2.5, 2));
    double[] gains = K.clone();
    gains[3] = Double.POSITIVE_INFINITY;
    assertThrows(IllegalArgumentException.class, () -> new LoadCellModel(Layout.TWO_PLANE, bridges(), gains, null));
  }
}
