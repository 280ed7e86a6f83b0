package io.plumbline.bar.cli;

import io.plumbline.bar.command.Athletes;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.state.BaselineFile;
import io.plumbline.bar.state.BaselineKeeper;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.technique.Baseline;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a command knows of its athlete and keeps of what it learns; nothing where no athlete or no folder is named. Another athlete may follow.
final class LearnedState implements Athletes, AutoCloseable {
  private final @Nullable Path folder;
  private final @Nullable String athlete;
  private final Consumer<String> warn;
  private @Nullable BaselineKeeper keeper;

  LearnedState(@Nullable Path folder, @Nullable String athlete, Consumer<String> warn) {
    this.folder = folder;
    this.athlete = athlete;
    this.warn = warn;
  }

  /// What is usual in an exercise, null where nothing is known; from now on [#keep] keeps it. Goes on without a file that cannot be used.
  @Nullable
  Baseline begin(Exercise exercise) {
    if (folder == null || athlete == null) {
      return null;
    }
    keeper = new BaselineKeeper(new BaselineFile(folder), athlete, exercise.id(), warn);
    return keeper.known();
  }

  /// The same for a command that a person waits for: refuses a file that cannot be used.
  ///
  /// @param learns whether [#keep] keeps anything
  @Nullable
  Baseline begin(Exercise exercise, boolean learns) throws ConfigException {
    if (folder == null || athlete == null) {
      return null;
    }
    BaselineFile file = new BaselineFile(folder);
    Baseline known = file.find(athlete, exercise.id()).orElse(null);
    keeper = learns ? new BaselineKeeper(file, athlete, exercise.id(), warn) : null;
    return known;
  }

  @Override
  public Known find(@Nullable String nextAthlete, Exercise exercise) {
    BaselineKeeper next = folder == null || nextAthlete == null
        ? null
        : new BaselineKeeper(new BaselineFile(folder), nextAthlete, exercise.id(), warn);
    return new Next(next, next == null ? null : next.known());
  }

  /// Takes the keeper's place when it is to begin.
  private final class Next implements Known {
    private final @Nullable BaselineKeeper next;
    private final @Nullable Baseline usual;
    private @Nullable BaselineKeeper former;

    Next(@Nullable BaselineKeeper next, @Nullable Baseline usual) {
      this.next = next;
      this.usual = usual;
    }

    @Override
    public @Nullable Baseline usual() {
      return usual;
    }

    @Override
    public void begin(Baseline before) {
      keep(before);
      former = keeper;
      keeper = next;
    }

    @Override
    public void settle() {
      if (former != null) {
        former.close();
      }
    }
  }

  void keep(Baseline baseline) {
    if (keeper != null) {
      keeper.keep(baseline);
    }
  }

  @Override
  public void close() {
    if (keeper != null) {
      keeper.close();
    }
  }
}
