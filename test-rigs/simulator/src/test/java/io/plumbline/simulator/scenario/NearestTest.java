package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "rom_m,romm,1", "'',abc,3", "abc,'',3", "same,same,0", "flaw,lawn,2"})
  void shouldCountEdits(String from, String to, int edits) {
    assertEquals(edits, Nearest.edits(from, to));
    assertEquals(edits, Nearest.edits(to, from));
  }

  @Test
  void shouldFindTheNearest() {
    assertEquals("squat", Nearest.of("sqat", List.of("row", "squat", "bench")));
    assertEquals("", Nearest.of("x", List.of()));
  }
}
