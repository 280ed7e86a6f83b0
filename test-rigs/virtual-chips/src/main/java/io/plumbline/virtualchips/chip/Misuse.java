package io.plumbline.virtualchips.chip;

/// Something that the data sheet tells the host not to do.
///
/// @param timeNs   on the board's clock
/// @param register address, with the bank in the bits above 7; −1 where none is concerned
/// @param value    what was written, or −1
public record Misuse(long timeNs, Kind kind, int register, int value) {
  /// What was done.
  public enum Kind {
    /// The chip was spoken to before it can answer.
    TOO_EARLY("accessed before the chip is ready"),
    /// Bits that have to keep their value were written otherwise.
    RESERVED("reserved bits or a code that is not defined"),
    /// No such register.
    UNKNOWN_REGISTER("wrote where no register is"),
    /// Written although it can only be read.
    READ_ONLY("wrote to a register that can only be read"),
    /// Changed although the sensor has to be off for that.
    WHILE_RUNNING("changed while a sensor runs"),
    /// The sensor was switched off before it may be.
    TOO_SHORT("switched off too soon"),
    /// SPI mode that the chip does not speak.
    WRONG_MODE("wrong SPI mode"),
    /// Clock above the limit.
    TOO_FAST("bus clock above the limit"),
    /// More bytes written than the chip takes at once.
    BURST_WRITE("wrote several registers at once where only one may be"),
    /// A frame that is too short for what it says.
    SHORT_FRAME("frame too short"),
    /// Checksum of the host's frame was wrong.
    BAD_CRC("wrong checksum from the host"),
    /// A threshold that makes no sense.
    ZERO_WATERMARK("watermark 0"),
    /// A pulse whose meaning is not sure.
    AMBIGUOUS_PULSE("pulse on the sync pin near the limit between sync and reset"),
    /// The bytes of a sample were not read in one go.
    TORN_READ("read a part of a sample only");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  @Override
  public String toString() {
    String where = register < 0 ? "" : " register 0x%X".formatted(register);
    String what = value < 0 ? "" : " value 0x%X".formatted(value);
    return "%.6f s: %s%s%s".formatted(timeNs / 1e9, kind.sentence, where, what);
  }
}
