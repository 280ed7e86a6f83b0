package io.plumbline.bar.link;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/// Where the broker is at this moment. Asked before each connection, on the link's thread.
interface BrokerFinder {
  /// Its address, `tcp://host:port` or `ssl://host:port`.
  ///
  /// @param isGivenUp whether nobody waits for it any more
  /// @throws IOException where there is none; the message is one line for a person
  String find(BooleanSupplier isGivenUp) throws IOException, InterruptedException;
}
