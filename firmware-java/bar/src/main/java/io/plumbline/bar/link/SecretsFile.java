package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Layer;
import io.plumbline.bar.text.NearestName;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// The file with what nobody else may know. No message repeats anything of its content but names of settings.
final class SecretsFile {
  private static final String FORM = "write [link], and below it password = \"...\"";
  private static final String LINK = "link";
  private static final String PASSWORD = "password";

  private SecretsFile() {}

  /// The password, not empty.
  static String password(NamedFile file) throws ConfigException {
    if (!Files.exists(file.path())) {
      throw file.refuse("no such file, but link.user needs a password: " + FORM + ", then chmod 600");
    }
    // Before it is read: a file that others have seen is not to be used.
    file.requirePrivate();
    TomlParseResult toml = Toml.parse(Layer.text(file.path()));
    if (toml.hasErrors()) {
      // The parser's own words would show what it stumbled on.
      throw file.refuse("is no TOML in line " + toml.errors().getFirst().position().line() + ": " + FORM);
    }
    known(file, toml, LINK, "");
    if (!(toml.get(List.of(LINK)) instanceof TomlTable link)) {
      throw file.refuse("holds no [link]: " + FORM);
    }
    known(file, link, PASSWORD, LINK + ".");
    if (!(link.get(List.of(PASSWORD)) instanceof String password) || password.isEmpty()) {
      throw file.refuse("link.password must be a text in quotes: " + FORM);
    }
    return password;
  }

  private static void known(NamedFile file, TomlTable table, String only, String path) throws ConfigException {
    for (String key : table.keySet()) {
      if (!key.equals(only)) {
        throw file
            .refuse("there is no setting " + path + key + NearestName.hint(key, Set.of(only)) + " (" + FORM + ")");
      }
    }
  }
}
