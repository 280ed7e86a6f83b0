package io.plumbline.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which faults come, and when.
class CampaignTest {
  private static List<Fault> plan(int count, long seed) {
    return new Campaign(List.of(Fault.values()), count, seed, Duration.ofSeconds(1)).plan(new Random(seed));
  }

  @Test
  void shouldComeAgainInTheSameOrderWhenTheSeedIsTheSame() {
    assertEquals(plan(60, 4), plan(60, 4));
    assertTrue(!plan(60, 4).equals(plan(60, 5)));
  }

  @Test
  void shouldHaveEachFaultOnceWhenThereIsRoom() {
    assertEquals(EnumSet.allOf(Fault.class), EnumSet.copyOf(plan(Fault.values().length, 9)));
    assertEquals(5, plan(5, 9).size());
  }
}
