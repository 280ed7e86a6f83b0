package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.spi.SpiMode;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.ads131m04.Ads131m04Config;
import io.plumbline.drivers.ads131m04.Ads131m04Driver;
import io.plumbline.drivers.bench.Bench;
import io.plumbline.drivers.bench.CountingSignal;
import io.plumbline.drivers.bench.Polling;
import io.plumbline.drivers.bench.Rig;
import io.plumbline.drivers.bench.Truth;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.ads131m04.Ads131m04;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens to one kind of chip only.
class PartTroubleTest {
  @ParameterizedTest
  @EnumSource(names = {"ADXL_I2C", "ADXL_SPI"})
  void shouldRefuseAnAdxl345WhenItLiesStillAndTakeTheRightPartAfterwards(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.signal().step(0);
      rig.part().disguise(rig.bench().nowNs(), Part.Disguise.LOOK_ALIKE);
      rig.polling().during(2);
      assertEquals(ChipState.FOREIGN, rig.driver().state());
      assertTrue(rig.driver().complaint().contains("256 counts"), rig.driver().complaint());
      assertTrue(rig.polling().rows().isEmpty());
      rig.part().disguise(rig.bench().nowNs(), Part.Disguise.NONE);
      rig.polling().untilSamples(1);
      assertEquals(ChipState.RUNNING, rig.driver().state());
    }
  }

  @ParameterizedTest
  @EnumSource(value = SpiMode.class, names = {"MODE_0", "MODE_2", "MODE_3"})
  void shouldNameTheModeWhenTheAdcIsSpokenToInAnother(SpiMode mode) {
    try (Bench bench = new Bench()) {
      Ads131m04 chip = new Ads131m04(bench.clock(), new CountingSignal(new SampleClock(0, 0)));
      bench.clock().advanceNs(50_000_000);
      Ads131m04Driver driver = new Ads131m04Driver(Ads131m04Driver.stream(0, "force", Ads131m04Config.DEFAULT),
          bench.frames(chip, mode), Ads131m04Config.DEFAULT, null);
      new Polling(driver, bench.clock()).during(1);
      assertEquals(ChipState.FAULTY, driver.state());
      assertTrue(driver.complaint().contains("SPI mode must be 1"), driver.complaint());
    }
  }

  @Test
  void shouldPointAtTheClockWhenTheAdcHasNone() {
    try (Bench bench = new Bench()) {
      Ads131m04 chip = new Ads131m04(bench.clock(), new CountingSignal(new SampleClock(0, 0)));
      bench.clock().advanceNs(50_000_000);
      chip.clocked(bench.nowNs(), false);
      Ads131m04Driver driver = new Ads131m04Driver(Ads131m04Driver.stream(0, "force", Ads131m04Config.DEFAULT),
          bench.frames(chip, SpiMode.MODE_1), Ads131m04Config.DEFAULT, null);
      Polling polling = new Polling(driver, bench.clock());
      polling.until(ChipState.FAULTY, 1);
      assertTrue(driver.complaint().contains("check its clock"), driver.complaint());
      chip.clocked(bench.nowNs(), true);
      polling.untilSamples(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ICM_SPI", "ICM_SPI_16_BITS", "ICM_I2C"})
  void shouldFindBackToItsBankWhenTheChipIsInAnother(Rig.Kind kind) {
    for (int bank : new int[]{1, 2, 4}) {
      try (Rig rig = new Rig(kind)) {
        rig.polling().untilSamples(1);
        rig.polling().during(2);
        byte[] select = {0x76, (byte) bank};
        if (kind == Rig.Kind.ICM_I2C) {
          rig.wire().write(select, 0, 2);
        } else {
          rig.wire().exchange(select, 0, new byte[2], 0, 2, 0, 1_000_000);
        }
        rig.polling().during(0.02);
        rig.polling().untilSamples(1);
        rig.polling().during(0.1);
        Truth.assertHonest(rig);
        assertEquals(ChipState.RUNNING, rig.driver().state());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ICM_SPI,0x50,6", "ICM_SPI_16_BITS,0x4F,6", "ICM_I2C,0x8C,1", "ICM_SPI,0x5F,1", "ADS_EDGES,0x04,1",
      "ADS_POLLED,0x03,2", "ADS_EDGES,0x0B,9", "NAU,0x01,1", "NAU,0x1C,7", "ISM_SPI,0x10,2", "ISM_I2C,0x11,3",
      "ADXL_I2C,0x2C,1",
      "ADXL_SPI,0x1E,3"})
  void shouldSetUpAgainWhenASettingIsUpset(Rig.Kind kind, String register, int bit) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().untilSamples(1);
      rig.polling().during(0.5);
      rig.part().upset(rig.bench().nowNs(), Integer.decode(register), bit);
      rig.polling().during(3.5);
      assertEquals(1, rig.driver().counters().get(ChipCounter.SETTINGS_LOST), kind.toString());
      assertEquals(2, rig.driver().counters().get(ChipCounter.RESTARTS));
      rig.polling().forget();
      rig.polling().during(0.5);
      Truth.assertHonest(rig);
      assertEquals(ChipState.RUNNING, rig.driver().state());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ADS_EDGES", "ADS_POLLED"})
  void shouldPassNoDamagedSampleWhenBitsFlipOnTheWayFromTheAdc(Rig.Kind kind) {
    for (long seed = 1; seed <= 5; seed++) {
      try (Rig rig = new Rig(kind)) {
        rig.polling().untilSamples(1);
        rig.polling().during(1.5);
        rig.wire().noise(seed);
        rig.polling().during(3);
        try {
          Truth.assertHonest(rig);
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed, e);
        }
        assertTrue(rig.driver().counters().get(ChipCounter.CRC_ERRORS) > 100);
        assertTrue(rig.polling().rows().size() > 3000, "rows " + rig.polling().rows().size());
        rig.wire().mend();
        rig.polling().untilSamples(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ICM_SPI", "ADS_EDGES", "ISM_SPI"})
  void shouldGoOnByTheReadingsWhenTheDataReadyWireBreaks(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().untilSamples(1);
      rig.polling().during(2);
      rig.line().broken(true);
      rig.polling().during(3);
      rig.line().broken(false);
      rig.polling().during(2);
      Truth.assertUndisturbed(rig);
      assertTrue(Truth.worstTimeNs(rig) < 100_000, "worst " + Truth.worstTimeNs(rig));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ICM_SPI", "ADS_EDGES", "ISM_SPI"})
  void shouldCountEdgesAndLoseNoSampleWhenSomeEdgesAreLost(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().untilSamples(1);
      rig.polling().during(2);
      rig.line().loseEvery(7);
      rig.polling().during(3);
      Truth.assertUndisturbed(rig);
      assertTrue(Truth.worstTimeNs(rig) < 20_000, "worst " + Truth.worstTimeNs(rig));
      assertEquals(3 * rig.driver().rateHz() / 7, (double) rig.driver().counters().get(ChipCounter.EDGES_LOST), 25);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ICM_SPI", "ADS_EDGES", "ISM_SPI"})
  void shouldKeepTimesWithin20MicrosecondsWhenEdgesAreSeen(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().during(2);
      rig.polling().forget();
      rig.polling().during(5);
      assertTrue(Truth.worstTimeNs(rig) < 20_000, kind + " worst " + Truth.worstTimeNs(rig));
      assertTrue(rig.polling().rows().stream().noneMatch(row -> row.has(RawBatch.TIME_COARSE)));
    }
  }
}
