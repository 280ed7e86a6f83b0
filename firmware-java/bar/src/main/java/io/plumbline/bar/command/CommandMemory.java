package io.plumbline.bar.command;

import io.plumbline.bar.calibration.CalibratedConfig;
import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.state.KeptSession;
import io.plumbline.bar.state.SessionFile;
import io.plumbline.bar.state.ZeroFile;
import io.plumbline.bar.summary.StopLimits;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What commands have set, in the state folder; in memory only where there is none.
public final class CommandMemory implements Memory {
  private final @Nullable Path folder;
  private final @Nullable SessionFile file;
  private final @Nullable CalibrationPlace place;
  private BarConfig config;
  private KeptSession session = KeptSession.NONE;

  /// @param folder  of everything that the bar keeps, null for none
  /// @param athlete as the command line has it
  public CommandMemory(@Nullable Path folder, @Nullable String athlete, BarConfig config) {
    this(folder, athlete, config, null);
  }

  /// @param folder  of everything that the bar keeps, null for none
  /// @param athlete as the command line has it
  /// @param place   where the calibration is kept, null where none is
  public CommandMemory(@Nullable Path folder, @Nullable String athlete, BarConfig config,
      @Nullable CalibrationPlace place) {
    this.place = place;
    this.folder = folder;
    this.file = folder == null ? null : new SessionFile(folder, athlete);
    this.config = config;
  }

  /// Reads what an earlier run has kept.
  ///
  /// @param say  told what of it holds
  /// @param warn told what cannot be used
  public void open(Consumer<String> say, Consumer<String> warn) throws ConfigException {
    if (folder == null || file == null) {
      return;
    }
    session = file.read(Instant.now(), warn);
    if (session.saysAnything()) {
      say.accept("goes on with what was set over the network: " + told(session));
    }
    if (session.facing() != 0) {
      config = CalibratedConfig.withFacing(config, session.facing(), SessionFile.NAME);
    }
    ZeroFile zeros = new ZeroFile(folder);
    Optional<List<Double>> tared = zeros.read(config.bar().id(), config.force().calibrationId(),
        config.force().zeroRatio().size(), warn);
    if (tared.isPresent()) {
      config = CalibratedConfig.withZeros(config, tared.get(), zeros.path().toString());
    }
  }

  private static String told(KeptSession session) {
    String athlete = session.athlete();
    Exercise exercise = session.exercise();
    return (athlete == null ? "" : athlete + " ") + (exercise == null ? "" : exercise.id() + " ")
        + (session.plannedReps() == null ? "" : session.plannedReps() + " reps ")
        + (session.facing() == 0 ? "" : session.facing() > 0 ? "facing +y " : "facing -y ")
        + (session.limits() == null ? "" : "limits of STOP ") + "(" + SessionFile.NAME + ")";
  }

  /// The configuration with the load cells' zeros and the facing that were set last.
  public BarConfig config() {
    return config;
  }

  /// The context with what was set over the network.
  public StreamContext over(StreamContext usual) {
    KeptSession.Limits limits = session.limits();
    return usual.with(usual.athlete(), usual.exercise(), session.plannedReps(), usual.setup().facing(),
        usual.baseline())
        .with(limits == null ? null : new StopLimits(limits.velocityLossMps(), limits.forwardDriftM()));
  }

  @Override
  public @Nullable CalibrationPlace place() {
    return place;
  }

  @Override
  public KeptSession session() {
    return session;
  }

  @Override
  public boolean keep(KeptSession next) throws IOException {
    session = next;
    if (file == null) {
      return false;
    }
    file.write(next, Instant.now());
    return true;
  }

  @Override
  public boolean keepZeros(List<Double> zeroRatio) throws IOException {
    if (folder == null) {
      return false;
    }
    new ZeroFile(folder).write(config.bar().id(), config.force().calibrationId(), zeroRatio, Instant.now());
    return true;
  }
}
