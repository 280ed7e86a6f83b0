package io.plumbline.bar.app;

/// What this build calls itself.
public final class Software {
  private Software() {}

  /// Version of the bar program; `development` where it does not run from its jar.
  public static String version() {
    String version = Software.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
