package io.plumbline.simulator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Refuses names that nothing can be written to, before any work is done. Every message is one line for the person who typed the name.
final class Targets {
  private Targets() {}

  /// @param kind     what is to be written, with its article
  /// @param suffixes of which its name must have one
  static void checkFile(Path file, String kind, List<String> suffixes) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          file + " is a folder: name a file, for example " + file.resolve("set" + suffixes.getLast()));
    }
    if (suffixes.stream().noneMatch(name::endsWith)) {
      throw new IllegalArgumentException(
          "cannot write " + file + ": the name of " + kind + " ends in " + String.join(" or ", suffixes));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException("cannot write " + file + ": it is no ordinary file");
    }
    checkFolder(file);
  }

  private static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("cannot write " + file + ": its folder does not exist");
    }
  }

  /// A folder for many recordings, made where only its last part is missing.
  static void prepareFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (Files.exists(folder)) {
      throw new IllegalArgumentException(folder + " is a file: --random needs a folder to write to");
    }
    checkFolder(folder);
    Files.createDirectory(folder);
  }

  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "its folder does not exist";
      case AccessDeniedException denied -> "not allowed";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
