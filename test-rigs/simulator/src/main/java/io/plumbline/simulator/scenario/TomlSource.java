package io.plumbline.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/// The text of a scenario and where it came from.
///
/// @param origin the file's name, for messages
/// @param name   of the scenario
record TomlSource(String origin, String name, String text) {
  private static final int MOST_BYTES = 1 << 20;
  private static final String SUFFIX = ".toml";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static TomlSource of(Path file) {
    if (Files.isDirectory(file)) {
      throw new ScenarioException(file + ": is a folder, not a scenario file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new ScenarioException(file + ": no such file");
    } catch (IOException e) {
      throw new ScenarioException(file + ": cannot be read");
    }
    if (bytes.length > MOST_BYTES) {
      throw new ScenarioException(file + ": more than 1 MB, which no scenario file is");
    }
    Path last = file.getFileName();
    // The name goes into a line of the recording's header.
    String name = String.valueOf(last).replaceAll("\\p{Cntrl}", "_");
    return new TomlSource(file.toString(), name.endsWith(SUFFIX)
        ? name.substring(0, name.length() - SUFFIX.length())
        : name, decode(file, bytes));
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      }
    } catch (CharacterCodingException e) {
      // The same answer as for zero bytes.
    }
    throw new ScenarioException(file + ": is no UTF-8 text");
  }

  TomlParseResult parse() {
    TomlParseResult parsed;
    try {
      parsed = Toml.parse(text);
    } catch (StackOverflowError e) {
      // The parser calls itself for each bracket.
      throw new ScenarioException(origin + ": is nested too deeply for a scenario file");
    }
    if (parsed.hasErrors()) {
      TomlParseError first = parsed.errors().getFirst();
      String reason = String.valueOf(first.getMessage()).lines().findFirst().orElse("is no TOML");
      throw refuse(first.position(), reason);
    }
    return parsed;
  }

  ScenarioException refuse(@Nullable TomlPosition position, String reason) {
    return new ScenarioException(origin + (position == null ? "" : ":" + position.line()) + ": " + reason);
  }
}
