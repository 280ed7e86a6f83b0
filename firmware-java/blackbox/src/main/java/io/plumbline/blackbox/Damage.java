package io.plumbline.blackbox;

/// A place of a file that is not as it was written.
///
/// @param kind       what is wrong
/// @param fromByte   first byte of the place
/// @param toByte     behind its last byte
/// @param firstBlock sequence number of the first block that is lost by it; meaningless where `lostBlocks` is 0
/// @param lostBlocks how many blocks are lost by it
public record Damage(Kind kind, long fromByte, long toByte, long firstBlock, long lostBlocks) {
  /// What is wrong with a place.
  public enum Kind {
    /// No block can be read there, or blocks are missing there.
    UNREADABLE("unreadable"),
    /// A block that was read before, or belongs behind those that follow it.
    MISPLACED("a copy of a block in the wrong place"),
    /// A block of another file.
    FOREIGN("a block of another recording"),
    /// A block that is whole and yet not as the format says.
    MALFORMED("a block that is not as the format says"),
    /// A block of a newer version of the format.
    NEWER("a block of a newer format"),
    /// The last block has only begun: it is being written, or the power was cut.
    INCOMPLETE("the last block is incomplete");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /// In words, for people.
    public String text() {
      return text;
    }
  }
}
