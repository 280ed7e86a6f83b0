package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.Trace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// A run as a picture, so that a person sees at a glance whether it looks like a lift. The same trace gives the same bytes on the same machine.
public final class RunPicture {
  private RunPicture() {}

  /// Writes a PNG or an SVG, by the suffix of `file`; complete or not there. An older file of that name is replaced.
  ///
  /// @throws IllegalArgumentException where the suffix is another
  /// @throws IOException              where it cannot be written, or the machine has no fonts; one line that says which and what to do
  public static void write(Trace trace, Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean vector = name.endsWith(".svg");
    if (!vector && !name.endsWith(".png")) {
      throw new IllegalArgumentException(
          "cannot draw " + file + ": a picture's name ends in .png or .svg, and this one in neither");
    }
    // No window is ever opened, and a display that is named but gone must not matter.
    System.setProperty("java.awt.headless", "true");
    Fonts.check();
    store(vector ? Encodings.svg(trace) : Encodings.png(trace), file);
  }

  private static void store(byte[] picture, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new IOException("cannot write " + file + ": it is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("cannot write " + file + ": there is no folder " + folder);
    }
    Path partial = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
    try {
      Files.write(partial, picture);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // A file system's own message begins with the name of the partial file, which nobody asked for.
      String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
      throw new IOException("cannot write " + file + ": " + (reason == null ? "not allowed" : reason), e);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
