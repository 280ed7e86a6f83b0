package io.plumbline.simulator.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void shouldShowADashWhenANumberIsNotKnown() {
    assertEquals("–", Numbers.fixed(Double.NaN, 2));
    assertEquals("–", Numbers.shortest(Double.POSITIVE_INFINITY));
  }

  @Test
  void shouldShowNoMinusWhenItRoundsToZero() {
    assertEquals("0.0", Numbers.fixed(-0.04, 1));
    assertEquals("−0.1", Numbers.fixed(-0.06, 1));
  }

  @Test
  void shouldDropNeedlessDecimalsOnlyWhenTheyFollowThePoint() {
    assertEquals("120", Numbers.shortest(120));
    assertEquals("61.25", Numbers.shortest(61.25));
    assertEquals("−2.5", Numbers.shortest(-2.5));
  }
}
