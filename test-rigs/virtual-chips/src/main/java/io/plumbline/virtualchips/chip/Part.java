package io.plumbline.virtualchips.chip;

/// What can happen to any chip from outside, and what it noticed of its host. Times lie between the last access and now.
public interface Part {
  /// As on the data sheet.
  String partName();

  /// What the host did wrong so far.
  MisuseLog misuse();

  /// The supply fails for a moment: all is as after power-on.
  void brownOut(long atNs);

  /// A bit of a register flips.
  ///
  /// @param register address, with the bank in the bits above 7
  void upset(long atNs, int register, int bit);

  /// The buffer runs over: what is in it is lost. Nothing happens to a chip without a buffer.
  void overflow(long atNs);

  /// From now on the sensor is at the end of its range, or no longer.
  void saturate(long atNs, boolean saturated);

  /// From now on another part is in its place that gives itself away in identity or scale, or no longer.
  void disguise(long atNs, Disguise disguise);

  /// What is in the place of the part.
  enum Disguise {
    /// The part itself.
    NONE,
    /// Another part: the identity register reads something else.
    OTHER_IDENTITY,
    /// A part that answers with the same identity and measures differently, where there is such a one; else as [#OTHER_IDENTITY].
    LOOK_ALIKE
  }
}
