package io.plumbline.demo.pins;

import io.plumbline.bar.app.Pins;
import io.plumbline.bar.app.PinsProvider;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.ScenarioException;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.fault.FaultException;
import io.plumbline.virtualchips.fault.FaultText;
import io.plumbline.virtualchips.feed.HandScript;
import io.plumbline.virtualchips.feed.VirtualBar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Gives the bar program virtual chips on which a scenario is carried out.
public final class VirtualPinsProvider implements PinsProvider {
  /// A bar that nobody touches: no scenario of the library, as nothing happens in it.
  private static final String AT_REST = "at-rest";
  /// Somebody who does every step of a calibration.
  private static final String CALIBRATION = "calibration";

  @Override
  public Pins open(Wish wish) throws ConfigException {
    try {
      if (wish.scenario().equals(CALIBRATION)) {
        return calibrating(wish);
      }
      Scenario scenario = scenario(wish.scenario(), wish.seed());
      List<Fault> faults = wish.faults().stream().map(text -> FaultText.parse(text, VirtualBar.PLACES)).toList();
      Iterator<Scenario> once = List.of(scenario).iterator();
      VirtualBar.Fitting fitting = VirtualBar.Fitting.valueOf(wish.kit().toUpperCase(Locale.ROOT));
      return new VirtualPins(() -> once.hasNext() ? Optional.of(once.next()) : Optional.empty(), scenario.seed(),
          fitting, faults, wish.stepped());
    } catch (ScenarioException e) {
      throw new ConfigException("--virtual: " + e.getMessage());
    } catch (FaultException e) {
      throw new ConfigException("--fault: " + e.getMessage());
    }
  }

  private static Pins calibrating(Wish wish) throws ConfigException {
    if (!wish.stepped() || !wish.kit().equals("standard")) {
      throw new ConfigException("--virtual " + CALIBRATION
          + ": somebody calibrates the standard kit, as fast as it goes (with 'bar': --speed max)");
    }
    long seed = wish.seed().orElse(1);
    List<Fault> faults = wish.faults().stream().map(text -> FaultText.parse(text, VirtualBar.PLACES)).toList();
    return new HandledPins(HandScript.calibration(seed), seed, faults);
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(VirtualPinsProvider.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A name of the library, or a file where it looks like one.
  private static Scenario scenario(String name, OptionalLong seed) throws ConfigException {
    if (name.equals(AT_REST)) {
      return Scenarios.of(AT_REST, text(AT_REST + ".toml"), seed);
    }
    if (!name.endsWith(".toml") && name.indexOf('/') < 0) {
      return Scenarios.named(name, seed);
    }
    try {
      return Scenarios.load(Path.of(name), seed);
    } catch (InvalidPathException e) {
      throw new ConfigException("--virtual: '" + name + "' is no path; check its spelling");
    }
  }
}
