package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Rig;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program stands still just before one transfer of the set-up: what a chip is to be given of time counts from the transfer, not from the poll.
class PausedSetUpTest {
  private static final long PAUSE_NS = 20_000_000;
  // A loop that is late polls at once.
  private static final long CATCHING_UP_NS = 20_000;

  @ParameterizedTest
  @EnumSource
  void shouldGiveTheChipItsTimeWhereverTheProgramStandsStill(Rig.Kind kind) {
    long transfers;
    try (Rig rig = new Rig(kind)) {
      rig.polling().every(CATCHING_UP_NS).untilSamples(1);
      transfers = rig.wire().transfers();
    }
    for (long i = 1; i <= transfers; i++) {
      long number = i;
      try (Rig rig = new Rig(kind)) {
        AtomicBoolean paused = new AtomicBoolean();
        rig.wire().around(() -> {
          // Only before the transfer: a pause after it would be the time that the chip wants.
          if (rig.wire().transfers() == number && paused.compareAndSet(false, true)) {
            rig.bench().clock().advanceNs(PAUSE_NS);
          }
        });
        rig.polling().every(CATCHING_UP_NS).untilSamples(1);
        assertEquals(ChipState.RUNNING, rig.driver().state());
        assertEquals(List.of(), rig.part().misuse().list(), kind + ", pause at transfer " + number);
      }
    }
  }
}
