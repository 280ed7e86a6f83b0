package io.plumbline.bar.app;

import io.plumbline.bar.config.ConfigException;
import java.util.List;
import java.util.OptionalLong;
import java.util.ServiceLoader;

/// Gives pins that are no computer's. Found by [ServiceLoader]; a bar's own build has none.
public interface PinsProvider {
  /// Opens them.
  ///
  /// @param wish what should happen on them
  /// @throws ConfigException with one line for a person where the wish cannot be fulfilled
  Pins open(Wish wish) throws ConfigException;

  /// What should happen.
  ///
  /// @param scenario name or file
  /// @param kit      which chips the bar has: `standard` or `budget`
  /// @param faults   what should go wrong, in words of the provider
  /// @param seed     of every random draw, empty for the scenario’s own
  /// @param stepped  whether the reader moves the clock on
  record Wish(String scenario, String kit, List<String> faults, OptionalLong seed,
      boolean stepped) {
    public Wish {
      faults = List.copyOf(faults);
    }
  }
}
