package io.plumbline.core.technique;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.core.rep.RepMeasures;
import org.junit.jupiter.api.Test;

class TopTimesTest {
  private static final long S = 1_000_000_000;

  private static RepMeasures rep(long startNs, long endNs) {
    RepMeasures rep = new RepMeasures();
    rep.concentricStartNs = startNs;
    rep.concentricEndNs = endNs;
    return rep;
  }

  @Test
  void shouldFindTheTopWhenItIsInTheAscentOrASecondLate() {
    TopTimes tops = new TopTimes(4);
    assertEquals(0, tops.add(10 * S));
    assertEquals(1, tops.add(20 * S));
    assertEquals(0, tops.find(rep(10 * S, 11 * S)));
    assertEquals(1, tops.find(rep(18 * S, 19 * S)));
    assertEquals(-1, tops.find(rep(18 * S, 19 * S - 1)));
    assertEquals(-1, tops.find(rep(10 * S + 1, 11 * S)));
    assertEquals(0, tops.find(rep(9 * S, 20 * S)), "the older one");
  }

  @Test
  void shouldKeepTheLastWhenThereAreMoreThanFit() {
    TopTimes tops = new TopTimes(2);
    tops.add(10 * S);
    tops.add(20 * S);
    assertEquals(0, tops.add(30 * S), "in the place of the first");
    assertEquals(3, tops.count());
    assertEquals(2, tops.kept());
    assertEquals(-1, tops.find(rep(9 * S, 10 * S)));
    assertEquals(1, tops.find(rep(19 * S, 20 * S)));
    assertEquals(0, tops.find(rep(29 * S, 30 * S)));
    tops.forget();
    assertEquals(0, tops.kept());
    assertEquals(-1, tops.find(rep(29 * S, 30 * S)));
  }
}
