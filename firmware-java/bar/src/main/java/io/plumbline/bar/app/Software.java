package io.plumbline.bar.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// What this build calls itself.
public final class Software {
  private static final String UNKNOWN = "unknown";

  private Software() {}

  /// Version of the bar program; `development` where it does not run from its jar.
  public static String version() {
    String version = Software.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// Source revision that was built in; empty where it does not run from its jar or the build did not know.
  public static String commit() {
    CodeSource place = Software.class.getProtectionDomain().getCodeSource();
    if (place == null) {
      return "";
    }
    try (JarFile jar = new JarFile(Path.of(place.getLocation().toURI()).toFile())) {
      Manifest manifest = jar.getManifest();
      String commit = manifest == null ? null : manifest.getMainAttributes().getValue("Plumbline-Commit");
      return commit == null || commit.equals(UNKNOWN) ? "" : commit;
    } catch (IOException | URISyntaxException e) {
      // A folder of classes is no jar.
      return "";
    }
  }
}
