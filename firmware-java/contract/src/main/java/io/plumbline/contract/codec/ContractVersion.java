package io.plumbline.contract.codec;

/// The version rule. A minor version adds fields, which older readers ignore, and enum values, which they read as `unknown`. A major version
/// changes meaning, so a reader refuses one that it does not know.
public final class ContractVersion {
  /// Major version that this build reads and writes.
  public static final int MAJOR = 1;
  /// Minor version that this build writes.
  public static final int MINOR = 0;
  /// As it stands in every payload's `contract` field.
  public static final String CURRENT = MAJOR + "." + MINOR;

  private ContractVersion() {}

  /// Refuses a version with another major number, and one that is none.
  static void require(String version) throws ContractException {
    int dot = version.indexOf('.');
    String major = dot < 0 ? version : version.substring(0, dot);
    if (!major.matches("[0-9]{1,4}")) {
      throw new ContractException("payload names no contract version");
    }
    if (Integer.parseInt(major) != MAJOR) {
      throw new ContractException("payload is of contract version " + major + ", this build reads version " + MAJOR
          + ": update the older side");
    }
  }
}
