package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Rig;
import io.plumbline.drivers.bench.Truth;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.fault.Fault.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Faults by script of the virtual chips, for 2.5 s of a running chip, and what comes after.
class ScriptTest {
  private static final double FROM_S = 2;
  private static final double LASTS_S = 2.5;
  private static final int TIMED_OUT_MS = 4;

  private static Fault fault(Kind kind, int value) {
    return Fault.at("it", kind, FROM_S, LASTS_S).with(value, 0);
  }

  private static Stream<Arguments> all(Fault... faults) {
    return Stream.of(Rig.Kind.values()).flatMap(kind -> Stream.of(faults).map(fault -> Arguments.of(kind, fault)));
  }

  static Stream<Arguments> deadly() {
    return all(fault(Kind.NO_ANSWER, 0), fault(Kind.ERRNO, 5), fault(Kind.ERRNO, 110), fault(Kind.STUCK_HIGH, 0x40),
        fault(Kind.STUCK_HIGH, 0xFF), fault(Kind.STUCK_LOW, 0x01), fault(Kind.STUCK_LOW, 0xFF),
        fault(Kind.WRONG_IDENTITY, 0), fault(Kind.TIMEOUT, TIMED_OUT_MS));
  }

  static Stream<Arguments> bearable() {
    return all(fault(Kind.SLOW, 1), fault(Kind.EDGES_LOST, 0), fault(Kind.RESET, 0), fault(Kind.OVERFLOW, 0));
  }

  @ParameterizedTest
  @MethodSource("deadly")
  void shouldStopWhileItLastsAndRunAgainWithinASecondWhenNothingCanBeBelieved(Rig.Kind kind, Fault fault) {
    try (Rig rig = new Rig(kind, 0.011, List.of(fault))) {
      rig.polling().during(FROM_S + LASTS_S - 0.05);
      assertNotEquals(ChipState.RUNNING, rig.driver().state(), kind + " " + fault);
      rig.polling().during(0.05);
      rig.polling().forget();
      rig.polling().untilSamples(1);
      rig.polling().during(0.2);
      Truth.assertHonest(rig);
      assertEquals(ChipState.RUNNING, rig.driver().state());
    }
  }

  @ParameterizedTest
  @MethodSource("bearable")
  void shouldGoOnHonestlyWhenItCanBeBorne(Rig.Kind kind, Fault fault) {
    try (Rig rig = new Rig(kind, 0.011, List.of(fault))) {
      rig.polling().during(FROM_S + LASTS_S + 1);
      // Told the time a millisecond too early at each transfer, an ADXL375's driver, which has no other clock, may number one sample wrongly.
      boolean misled = kind.isHighG() && fault.kind() == Kind.SLOW;
      if (!misled && !(kind.isAdc() && fault.kind() == Kind.OVERFLOW)) {
        Truth.assertHonest(rig);
      }
      assertEquals(ChipState.RUNNING, rig.driver().state(), kind + " " + fault);
      assertTrue(rig.polling().rows().getLast().readNs() > rig.bench().nowNs() - 20_000_000, kind + " " + fault);
    }
  }
}
