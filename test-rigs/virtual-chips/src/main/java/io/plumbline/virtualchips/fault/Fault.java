package io.plumbline.virtualchips.fault;

/// One thing that goes wrong. It begins at a time or with a transfer, and what lasts ends in the same way.
///
/// @param place         where: `left-imu`, `force`, …
/// @param kind          what
/// @param value         see [Kind]: bits, errno, channel or register; 0 where the kind needs none
/// @param detail        see [Kind]: bit of the register
/// @param fromS         since the board's start; NaN where it begins with a transfer
/// @param untilS        infinite for good
/// @param fromTransfer  number of the first transfer concerned, from 1; 0 where it begins at a time
/// @param transfers     how many; `Long.MAX_VALUE` for good
public record Fault(String place, Kind kind, int value, int detail, double fromS, double untilS, long fromTransfer,
    long transfers) {
  /// What can go wrong.
  public enum Kind {
    /// Nobody answers: ones on SPI, no acknowledge on I2C.
    NO_ANSWER("no answer", 0, false),
    /// These bits of every byte that the chip sends are 1.
    STUCK_HIGH("stuck high", 1, false),
    /// These bits of every byte that the chip sends are 0.
    STUCK_LOW("stuck low", 1, false),
    /// One byte of every answer is damaged.
    CORRUPT("corrupt", 0, false),
    /// The transfer fails with this errno.
    ERRNO("errno", 1, false),
    /// The clock is stretched: a transfer lasts so many milliseconds longer.
    SLOW("slow", 1, false),
    /// The clock is stretched for too long: the transfer times out after so many milliseconds.
    TIMEOUT("timeout", 1, false),
    /// The supply fails for a moment.
    RESET("reset", 0, true),
    /// A bit of a register flips: register, bit.
    UPSET("upset", 2, true),
    /// The chip's buffer runs over.
    OVERFLOW("overflow", 0, true),
    /// The sensor is at the end of its range.
    SATURATED("saturated", 0, false),
    /// Another part answers with another identity.
    WRONG_IDENTITY("wrong identity", 0, false),
    /// Another part answers with the same identity.
    LOOK_ALIKE("look-alike", 0, false),
    /// No edge arrives on the chip's line.
    EDGES_LOST("edges lost", 0, false),
    /// The converter's external clock stops.
    NO_CLOCK("no clock", 0, false),
    /// A wire of the bridge on this channel is broken.
    OPEN_WIRE("open wire", 1, false);

    private final String words;
    final int numbers;
    final boolean atOnce;

    Kind(String words, int numbers, boolean atOnce) {
      this.words = words;
      this.numbers = numbers;
      this.atOnce = atOnce;
    }

    /// How a script says it.
    public String words() {
      return words;
    }
  }

  /// From a time on.
  ///
  /// @param lastsS how long, infinite for good
  public static Fault at(String place, Kind kind, double fromS, double lastsS) {
    return new Fault(place, kind, 0, 0, fromS, fromS + lastsS, 0, 0);
  }

  /// From a transfer on.
  ///
  /// @param transfer  its number, from 1
  /// @param transfers how many; `Long.MAX_VALUE` for good
  public static Fault atTransfer(String place, Kind kind, long transfer, long transfers) {
    return new Fault(place, kind, 0, 0, Double.NaN, Double.NaN, transfer, transfers);
  }

  /// The same with the numbers that the kind needs.
  public Fault with(int newValue, int newDetail) {
    return new Fault(place, kind, newValue, newDetail, fromS, untilS, fromTransfer, transfers);
  }

  boolean holds(double nowS, long transfer) {
    return fromTransfer > 0
        ? transfer >= fromTransfer && transfer - fromTransfer < transfers
        : nowS >= fromS && (kind.atOnce || nowS < untilS);
  }
}
