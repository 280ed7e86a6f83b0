package io.plumbline.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteErasureTest extends ErasureContract {
  @TempDir
  Path folder = Path.of("set by JUnit");

  @Override
  DatabaseAddress newDatabase() {
    return DatabaseAddress.inFolder(folder);
  }

  /// The files of the database whose bytes hold the text.
  private List<String> holding(String text) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> file.getFileName().toString().startsWith("plumbline.db")).toList();
      List<String> holding = new java.util.ArrayList<>();
      for (Path file : all) {
        // Byte for byte, whatever it is.
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
          holding.add(file.getFileName().toString());
        }
      }
      return holding;
    }
  }

  @Test
  void shouldLeaveNoBytesInTheFilesWhenErased() throws Exception {
    String zoe = id(NAME);
    for (String text : List.of("Übermaß", NOTE, "61.25")) {
      assertTrue(!holding(text).isEmpty(), text);
    }
    assertEquals("the database file was written anew without them", erase().oldBytes());
    for (String text : List.of("Übermaß", NOTE, "61.25", "Zoë")) {
      assertEquals(List.of(), holding(text), text);
    }
    assertEquals(List.of("plumbline.db"), holding(zoe), "in the audit log only");
  }
}
