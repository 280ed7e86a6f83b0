package io.plumbline.drivers.bus;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something of Pi4J that is opened by whoever wires the program, when it is first needed and again after it has gone. A failure to open is kept
/// as a sentence.
///
/// @param <T> `Spi` or `I2C`
public final class Opening<T> {
  private final String name;
  private final Supplier<? extends T> opener;
  private @Nullable T opened;
  private volatile String problem = "";

  /// @param name   where it is, for a person: `I2C 1, address 0x53`
  /// @param opener opens it; called again after the device has gone, so it must first close what it opened before; it may throw, with a message
  ///               for a person
  public Opening(String name, Supplier<? extends T> opener) {
    this.name = name;
    this.opener = opener;
  }

  /// Something that is open already; where it goes away it is taken again as it is.
  public static <T> Opening<T> of(String name, T opened) {
    return new Opening<>(name, () -> opened);
  }

  /// Opens it where needed.
  ///
  /// @return null where that failed, see [#problem()]
  @Nullable
  T get() {
    if (opened == null) {
      try {
        opened = opener.get();
        problem = "";
      } catch (RuntimeException e) {
        String message = e.getMessage();
        problem = message == null ? e.getClass().getSimpleName() : message;
      }
    }
    return opened;
  }

  /// What is open, null where nothing is.
  @Nullable
  T current() {
    return opened;
  }

  /// Takes note of a result: after some, only opening again can help.
  int note(int result) {
    if (BusStatus.isGone(result)) {
      opened = null;
    }
    return result;
  }

  /// Why the last opening failed; empty where it did not.
  String problem() {
    return problem;
  }

  /// Where it is.
  String name() {
    return name;
  }
}
