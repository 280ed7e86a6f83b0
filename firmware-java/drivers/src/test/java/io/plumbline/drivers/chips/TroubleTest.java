package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Polling;
import io.plumbline.drivers.bench.Rig;
import io.plumbline.drivers.bench.Truth;
import io.plumbline.virtualchips.chip.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens to chips on a bar.
class TroubleTest {
  private static final double AGAIN_S = 1.0;

  private static Rig running(Rig.Kind kind) {
    Rig rig = new Rig(kind);
    rig.polling().untilSamples(1);
    rig.polling().during(2);
    return rig;
  }

  @ParameterizedTest
  @EnumSource
  void shouldRunAgainWithinASecondWhenTheSupplyFailsInFlight(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      for (int i = 0; i < 20; i++) {
        rig.polling().forget();
        rig.bench().clock().advanceNs(37_000L * i);
        rig.part().brownOut(rig.bench().nowNs());
        rig.polling().during(0.03);
        rig.polling().until(ChipState.RUNNING, AGAIN_S);
        rig.polling().untilSamples(AGAIN_S);
        rig.polling().during(0.05);
        Truth.assertHonest(rig);
        assertTrue(rig.polling().rows().stream().anyMatch(row -> row.has(RawBatch.RESTARTED)), kind + " " + i);
      }
      long noticed = rig.driver().counters().get(ChipCounter.RESETS)
          + rig.driver().counters().get(ChipCounter.SETTINGS_LOST)
          + rig.driver().counters().get(ChipCounter.NO_ANSWER);
      assertTrue(noticed >= 20, kind + ": noticed " + noticed + " times");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeForeignWhenAnotherPartIsInItsPlaceAndRunWhenItIsBack(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.part().disguise(rig.bench().nowNs(), Part.Disguise.OTHER_IDENTITY);
      rig.polling().during(1);
      assertEquals(ChipState.FOREIGN, rig.driver().state(), kind + ": " + rig.driver().complaint());
      assertTrue(rig.driver().complaint().contains("this is no"), rig.driver().complaint());
      assertTrue(rig.driver().complaint().endsWith("compare its bus and address with the wiring"),
          rig.driver().complaint());
      assertTrue(rig.polling().rows().isEmpty());
      rig.part().disguise(rig.bench().nowNs(), Part.Disguise.NONE);
      rig.polling().untilSamples(AGAIN_S);
      assertEquals(ChipState.RUNNING, rig.driver().state());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeAbsentWhenNothingIsThereAndRunWhenItComes(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.wire().cut();
      rig.polling().during(1.5);
      assertEquals(ChipState.ABSENT, rig.driver().state(), kind + ": " + rig.driver().complaint());
      assertTrue(rig.driver().complaint().contains("nobody answers"), rig.driver().complaint());
      assertTrue(rig.driver().counters().get(ChipCounter.NO_ANSWER) > 0);
      assertTrue(Double.isNaN(rig.driver().rateHz()));
      rig.wire().mend();
      rig.polling().untilSamples(AGAIN_S);
      Truth.assertHonest(rig);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldBecomeAbsentWhenItIsPulledOffInFlightAndRunWhenItIsBack(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      rig.wire().cut();
      rig.polling().until(ChipState.ABSENT, 0.2);
      rig.polling().during(0.5);
      rig.wire().mend();
      rig.polling().untilSamples(AGAIN_S);
      rig.polling().during(0.1);
      Truth.assertHonest(rig);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldLoseNothingOrMarkWhatIsLostWhenTheProgramPausesFor50Milliseconds(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      for (int i = 0; i < 20; i++) {
        rig.polling().forget();
        rig.polling().during(0.1);
        rig.bench().clock().advanceNs(50_000_000 + 61_000L * i);
        rig.polling().during(0.2);
        Truth.assertHonest(rig);
        assertFalse(rig.polling().rows().stream().anyMatch(row -> row.has(RawBatch.RESTARTED)),
            kind + ": numbers were lost");
        long marked = rig.polling().rows().stream().filter(row -> row.has(RawBatch.GAP_BEFORE)).count();
        assertEquals(kind.isDeep() ? 0 : 1, marked, kind + ": gaps");
      }
      assertEquals(kind.isDeep(), rig.driver().counters().get(ChipCounter.LOST) == 0, kind.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNumberWhatIsLostWhenTheProgramPausesForLong(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      for (int i = 0; i < 5; i++) {
        rig.polling().forget();
        rig.polling().during(0.1);
        rig.bench().clock().advanceNs(450_000_000 + 61_000L * i);
        rig.polling().during(0.3);
        Truth.assertHonest(rig);
        assertEquals(1, rig.polling().rows().stream().filter(row -> row.has(RawBatch.GAP_BEFORE)).count(),
            kind + ": gaps");
      }
      assertTrue(rig.driver().counters().get(ChipCounter.LOST) > 100, kind.toString());
      assertTrue(kind == Rig.Kind.NAU || rig.driver().counters().get(ChipCounter.OVERRUNS) >= 5,
          kind + ": " + rig.driver().counters().get(ChipCounter.OVERRUNS) + " overruns");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldGoOnWhenTheBufferIsLost(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      for (int i = 0; i < 10; i++) {
        rig.polling().forget();
        rig.bench().clock().advanceNs(5_000_000 + 61_000L * i);
        rig.part().overflow(rig.bench().nowNs());
        rig.polling().during(0.2);
        if (!kind.isAdc()) {
          Truth.assertHonest(rig);
        }
        assertEquals(ChipState.RUNNING, rig.driver().state());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldMarkClippedSamplesWhenTheSensorIsAtItsEnd(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      rig.part().saturate(rig.bench().nowNs(), true);
      rig.polling().during(0.1);
      rig.polling().forget();
      rig.polling().during(0.1);
      assertFalse(rig.polling().rows().isEmpty());
      assertTrue(rig.polling().rows().stream().allMatch(row -> row.has(RawBatch.CLIPPED)), kind.toString());
      rig.part().saturate(rig.bench().nowNs(), false);
      rig.polling().during(0.1);
      rig.polling().forget();
      rig.polling().during(0.1);
      assertTrue(rig.polling().rows().stream().noneMatch(row -> row.has(RawBatch.CLIPPED)), kind.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotLoseRowsWhenTheBatchIsFull(Rig.Kind kind) {
    try (Rig rig = running(kind)) {
      rig.polling().forget();
      rig.polling().during(0.2);
      long first = rig.polling().rows().getFirst().sequence();
      Polling.Row last = rig.polling().rows().getLast();
      assertEquals(last.sequence() - first + 1, rig.polling().rows().size(), kind.toString());
      RawBatch full = new RawBatch(1);
      full.add(7, 0, 0, 0);
      assertEquals(0, rig.driver().poll(full, rig.bench().nowNs()), kind.toString());
      rig.polling().forget();
      rig.polling().during(0.05);
      Truth.assertHonest(rig);
      assertEquals(last.sequence() + 1, rig.polling().rows().getFirst().sequence(), kind.toString());
    }
  }
}
