package io.plumbline.contract.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version rule. A minor version adds fields, which older readers ignore, and enum values, which they read as `unknown`. A major version
/// changes meaning, so a reader refuses one that it does not know.
public final class ContractVersion {
  /// Major version that this build reads and writes.
  public static final int MAJOR = 1;
  /// Minor version that this build writes.
  public static final int MINOR = 4;
  /// As it stands in every payload's `contract` field.
  public static final String CURRENT = MAJOR + "." + MINOR;
  /// Every version that this build reads, as a regular expression.
  public static final String READABLE = "^" + MAJOR + "(\\.(0|[1-9][0-9]{0,3}))?$";

  private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,3})(\\.(0|[1-9][0-9]{0,3}))?");

  private ContractVersion() {}

  /// Refuses a version with another major number, and one that is none.
  static void require(String version) throws ContractException {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw new ContractException(
          "contract must be a version such as \"" + CURRENT + "\", but is " + ContractException.quoted(version));
    }
    String major = matcher.group(1);
    if (Integer.parseInt(major) != MAJOR) {
      throw new ContractException("payload is of contract version " + version + ", this build reads version " + MAJOR
          + ": update the older side");
    }
  }
}
