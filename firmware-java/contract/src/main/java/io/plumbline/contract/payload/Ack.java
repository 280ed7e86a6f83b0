package io.plumbline.contract.payload;

import java.util.List;

/// What the daemon has committed of one journal. The bar may forget everything up to `storedUpTo`, and publishes the holes again.
///
/// @param barId      which bar
/// @param journalId  which journal of that bar
/// @param storedUpTo highest sequence number below which nothing is missing, 0 where 1 is missing
/// @param holes      missing ranges above `storedUpTo`, ascending, at most [#MAX_HOLES]; later ones follow once these are filled
public record Ack(@Bounds(id = true) String barId, @Bounds(id = true) String journalId,
    @Bounds(min = 0) long storedUpTo, @Bounds(entries = Ack.MAX_HOLES) List<Hole> holes) implements Payload {
  /// Most holes named in one payload.
  public static final int MAX_HOLES = 100;

  /// A missing range of sequence numbers, both ends included.
  ///
  /// @param from first missing
  /// @param to   last missing
  public record Hole(@Bounds(min = 1) long from, @Bounds(min = 1) long to) {
    public Hole {
      Check.sequences(from, to);
    }
  }

  public Ack {
    Check.id("bar_id", barId);
    Check.id("journal_id", journalId);
    Check.atLeast("stored_up_to", storedUpTo, 0);
    holes = Check.list("holes", holes, MAX_HOLES);
    long last = storedUpTo;
    for (Hole hole : holes) {
      if (hole.from() <= last) {
        throw new IllegalArgumentException("holes must be ascending and above stored_up_to");
      }
      last = hole.to();
    }
  }
}
