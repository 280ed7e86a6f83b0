package io.plumbline.bar.config;

import java.io.IOException;
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

/// One source of settings.
///
/// @param origin of its values, for people: a file's name, or `default`
public record Layer(String origin, TomlParseResult table) {
  private static final long MOST_BYTES = 1 << 20;

  /// From a text.
  public static Layer parse(String origin, String text) throws ConfigException {
    TomlParseResult table;
    try {
      table = Toml.parse(text);
    } catch (StackOverflowError e) {
      // The parser calls itself for each bracket.
      throw new ConfigException(origin + ": is nested too deeply for a configuration");
    }
    if (table.hasErrors()) {
      TomlParseError first = table.errors().getFirst();
      String reason = String.valueOf(first.getMessage()).lines().findFirst().orElse("is no TOML");
      throw new ConfigException(at(origin, first.position()) + ": " + inWords(reason));
    }
    return new Layer(origin, table);
  }

  /// The parser lists every sign that may begin a value; mostly a text's quotes are missing.
  private static String inWords(String reason) {
    int list = reason.indexOf(", expected ', \"");
    return list >= 0
        ? reason.substring(0, list) + " where a value begins: a text stands in quotes, as in id = \"kim\""
        : reason.contains("previously defined") ? reason + ": remove one of them" : reason;
  }

  /// From a file.
  public static Layer read(Path file) throws ConfigException {
    return parse(file.toString(), text(file));
  }

  /// The text of a file.
  public static String text(Path file) throws ConfigException {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new ConfigException(file + ": more than 1 MB, which no configuration is");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": no such file; plumbline bar --print-config shows what one can hold");
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": is no UTF-8 text");
    } catch (IOException e) {
      throw new ConfigException(
          file + ": cannot be read" + (Files.isDirectory(file) ? ": it is a folder" : "; is it yours?"));
    }
  }

  /// Origin and line; an option of the command line has none.
  static String at(String origin, @Nullable TomlPosition position) {
    return position == null || origin.startsWith("--") ? origin : origin + ":" + position.line();
  }
}
