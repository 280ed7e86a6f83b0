package io.plumbline.bar.health;

import static io.plumbline.bar.health.TestSigns.S;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.drivers.ChipState;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private final TestSigns signs = new TestSigns();
  private final Liveness liveness = new Liveness(2 * S);
  private long nowNs = -5 * S;

  private boolean look() {
    nowNs += S / 4;
    return liveness.look(signs.next(), nowNs);
  }

  private boolean look(int times) {
    boolean alive = look();
    for (int i = 1; i < times; i++) {
      alive = look();
    }
    return alive;
  }

  @Test
  void shouldLiveWhenSamplesFlow() {
    assertTrue(look(100));
  }

  @Test
  void shouldLiveWhenTheBarHasNoChipsButTheLoopLooksForThem() {
    signs.all(ChipState.ABSENT);
    signs.flowing = false;
    assertTrue(look(100));
  }

  @Test
  void shouldLiveWhenAllChipsGoAndComeAgain() {
    look(10);
    signs.all(ChipState.ABSENT);
    signs.flowing = false;
    assertTrue(look(40));
    signs.all(ChipState.RUNNING);
    assertTrue(look(4), "the first samples may take their time");
    signs.flowing = true;
    assertTrue(look(40));
  }

  @Test
  void shouldNotLiveWhenTheLoopHangs() {
    look(10);
    for (int i = 0; i < 7; i++) {
      nowNs += S / 4;
      assertTrue(liveness.look(signs.now(), nowNs));
    }
    nowNs += S / 4;
    assertFalse(liveness.look(signs.now(), nowNs));
  }

  @Test
  void shouldNotLiveWhenTheLoopHangsOnAbsentChips() {
    signs.all(ChipState.ABSENT);
    look(10);
    nowNs += 2 * S;
    assertFalse(liveness.look(signs.now(), nowNs));
  }

  @Test
  void shouldNotLiveWhenAChipRunsAndNothingIsRead() {
    look(10);
    signs.flowing = false;
    assertTrue(look(7));
    assertFalse(look());
    signs.flowing = true;
    assertTrue(look(), "again");
  }

  @Test
  void shouldNotLiveWhenWhatIsReadDoesNotComeThrough() {
    look(10);
    signs.flowing = false;
    boolean alive = true;
    for (int i = 0; i < 8; i++) {
      signs.samples += 250;
      alive = look();
    }
    assertFalse(alive);
  }

  @Test
  void shouldNotLiveWhenTheLoopHasFailed() {
    look(10);
    signs.failure = "java.lang.Error";
    assertFalse(look());
  }
}
