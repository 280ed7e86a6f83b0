package io.plumbline.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A Markdown document in which what was measured stands between markers, so that a command can write it anew and the words around it stay.
final class MarkedDocument {
  private MarkedDocument() {}

  /// Reads a document and sees that it has the markers of all these names.
  ///
  /// @throws IllegalArgumentException with one line that says what is wrong with it
  static String read(Path file, List<String> names) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file
          + ": name the document as --write-docs=FILE, or run this in the repository's root folder", e);
    }
    for (String name : names) {
      int begin = text.indexOf(begin(name));
      if (begin < 0 || text.indexOf(end(name), begin) < 0) {
        throw new IllegalArgumentException(
            file + " lacks the lines '" + begin(name) + "' and '" + end(name) + "': put them where the numbers belong");
      }
    }
    return text;
  }

  /// The same document with another content between the markers of a name.
  static String replace(String document, String name, String content) {
    int from = document.indexOf(begin(name)) + begin(name).length();
    int to = document.indexOf(end(name), from);
    return document.substring(0, from) + "\n" + content.stripTrailing() + "\n" + document.substring(to);
  }

  private static String begin(String name) {
    return "<!-- measured: " + name + " -->";
  }

  private static String end(String name) {
    return "<!-- end of " + name + " -->";
  }
}
