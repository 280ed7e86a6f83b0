package io.plumbline.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  @TempDir
  private Path temp = Path.of("");

  @Test
  void shouldDeleteEverythingWhenItIsTemporary() throws IOException {
    DemoFolder folder = DemoFolder.temporary();
    Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "kept by nobody");
    folder.discard();
    assertFalse(Files.exists(folder.path()));
    folder.discard();
    assertTrue(folder.fate().contains("Nothing was kept"));
  }

  @Test
  void shouldKeepEverythingWhenThePersonNamedTheFolder() throws IOException {
    DemoFolder folder = DemoFolder.kept(temp.resolve("mine"));
    Files.createDirectories(folder.path().resolve("a"));
    folder.discard();
    assertTrue(Files.exists(folder.path().resolve("a")));
    assertTrue(folder.fate().contains(folder.path().toString()));
  }
}
