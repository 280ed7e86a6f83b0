package io.plumbline.bar.app;

import com.pi4j.provider.Provider;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import org.jspecify.annotations.Nullable;

/// What the chips hang on: the pins of this computer, or something that stands in for them.
public interface Pins extends AutoCloseable {
  /// What these pins say of the bar that hangs on them, over the defaults and below a person's own file: TOML, empty where nothing.
  String configuration();

  /// Opens the pins.
  ///
  /// @return Pi4J's providers for SPI, I2C, digital input and output
  Provider<?, ?, ?>[] providers(BarConfig config);

  /// Where the samples come from.
  Info.Mode mode();

  /// The lift, as far as the pins know it.
  Exercise exercise();

  /// Whether nothing more will come.
  boolean isOver();

  /// The clock to be moved on by whoever reads, null where time passes by itself.
  @Nullable
  StepClock clock();

  /// A clock that stands still until it is moved on.
  interface StepClock {
    /// Time now, ns.
    long nowNs();

    /// Moves it on.
    void advance(long byNs);
  }

  @Override
  void close();
}
