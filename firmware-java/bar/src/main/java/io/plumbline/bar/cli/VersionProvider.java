package io.plumbline.bar.cli;

import io.plumbline.bar.app.Software;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[]{"plumbline " + Software.version()};
  }
}
