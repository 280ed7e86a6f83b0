package io.plumbline.bar.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person does, and the watch over whether it was really done.
interface Step {
  /// What to do now, with a picture.
  List<String> instruction();

  /// Takes a block.
  ///
  /// @param still   how long everything has been still, this block included
  /// @param ended   the stretch of rest that this block ended, null where it ended none
  /// @return a line for the person where something was done or was not done well, null else
  @Nullable
  String accept(Block block, Stillness still, @Nullable Stretch ended);

  /// Whether everything was done.
  boolean isDone();

  /// How far it is: `3 of 8`; empty where there is nothing to count.
  String progress();
}
