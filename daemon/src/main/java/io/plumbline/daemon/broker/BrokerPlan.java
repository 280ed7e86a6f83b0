package io.plumbline.daemon.broker;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What an embedded broker is told at its start.
///
/// @param folder        its own folder, made where missing
/// @param host          a loopback address: where it listens for programs of this computer, without TLS
/// @param port          there, 0 for any free one
/// @param asksEverybody whether these need a secret too
/// @param keys          folder of users and certificates, null for none
/// @param secure        where it listens with TLS and for those with a secret only, null for nowhere; needs the folder of keys
public record BrokerPlan(Path folder, InetAddress host, int port, boolean asksEverybody, @Nullable Path keys,
    @Nullable SecureDoor secure) {
  /// Where a broker listens with TLS.
  ///
  /// @param host every network for the wildcard address
  /// @param port 0 for any free one
  public record SecureDoor(InetAddress host, int port) {}

  /// For this computer only.
  public static BrokerPlan local(Path folder, int port) {
    return new BrokerPlan(folder, InetAddress.getLoopbackAddress(), port, false, null, null);
  }
}
