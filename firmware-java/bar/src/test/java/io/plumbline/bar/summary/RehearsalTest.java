package io.plumbline.bar.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void shouldGoTheWholeWayToTheSummaryWithEachRep() {
    assertEquals(2, Rehearsal.run(2));
  }
}
