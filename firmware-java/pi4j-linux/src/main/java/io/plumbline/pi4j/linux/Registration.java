package io.plumbline.pi4j.linux;

import com.pi4j.context.Context;
import com.pi4j.io.IO;
import com.pi4j.registry.Registry;

/// Opens an I/O, then has Pi4J keep it. The other way round, Pi4J would hold the name of one whose device could not be opened for ever.
final class Registration {
  private Registration() {}

  static <T extends IO<?, ?, ?>> T of(Context context, T io, Runnable opening) {
    Registry registry = context.registry();
    // Pi4J says what is wrong with one that is there already; its device is not to be touched.
    if (!registry.exists(io.id()) && !registry.exists(io.type(), io.config().getUniqueIdentifier())) {
      opening.run();
    }
    registry.add(io);
    return io;
  }
}
