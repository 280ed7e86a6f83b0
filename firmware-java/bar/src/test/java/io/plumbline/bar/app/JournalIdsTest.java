package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIdsTest {
  @Test
  void shouldDependOnTheContentOnlyWhenGivenAFile(@TempDir Path folder) throws Exception {
    Path one = Files.writeString(folder.resolve("one.csv"), "abc");
    Path same = Files.writeString(folder.resolve("same.csv"), "abc");
    Path other = Files.writeString(folder.resolve("other.csv"), "abd");
    // SHA-256 of "abc", FIPS 180-2 appendix B.1.
    assertEquals("rec-ba7816bf8f01cfea", JournalIds.ofRecording(one));
    assertEquals(JournalIds.ofRecording(one), JournalIds.ofRecording(same));
    assertNotEquals(JournalIds.ofRecording(one), JournalIds.ofRecording(other));
  }

  @Test
  void shouldBeNewEachTimeWhenFresh() {
    assertNotEquals(JournalIds.fresh(), JournalIds.fresh());
    assertTrue(JournalIds.fresh().matches("rec-[0-9a-f]{16}"));
  }
}
