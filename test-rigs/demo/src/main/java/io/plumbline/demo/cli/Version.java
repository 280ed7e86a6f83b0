package io.plumbline.demo.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/// Which Plumbline this is and what it runs on.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Attributes manifest = manifest();
    String version = Optional.ofNullable(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
        .orElse("development");
    // The launcher knows the sources' commit; without it the one that was built in counts.
    String commit = Optional.ofNullable(System.getProperty("plumbline.commit"))
        .filter(known -> !known.equals("unknown"))
        .or(() -> Optional.ofNullable(manifest.getValue("Plumbline-Commit"))).orElse("unknown");
    return new String[]{"plumbline " + version + ", commit " + commit,
        "JDK " + Runtime.version() + ", " + System.getProperty("java.home"),
        "Maven " + System.getProperty("plumbline.maven", "not asked for"),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch")};
  }

  private static Attributes manifest() {
    try {
      URI place = Version.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      try (JarFile jar = new JarFile(Path.of(place).toFile())) {
        return Optional.ofNullable(jar.getManifest()).map(Manifest::getMainAttributes).orElseGet(Attributes::new);
      }
    } catch (IOException | URISyntaxException e) {
      // Run from a folder of classes: nothing was baked in.
      return new Attributes();
    }
  }
}
