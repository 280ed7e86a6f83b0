package io.plumbline.contract.payload;

import java.util.List;

/// What the daemon has committed of one journal. The bar may forget everything up to `storedUpTo`, and publishes the holes again.
///
/// @param storedUpTo highest sequence number below which nothing is missing, 0 where 1 is missing
/// @param holes      missing ranges above `storedUpTo`, ascending, at most [#MAX_HOLES]; later ones follow once these are filled
public record Ack(String barId, String journalId, long storedUpTo, List<Hole> holes) implements Payload {
  /// Most holes named in one payload.
  public static final int MAX_HOLES = 100;

  /// A missing range of sequence numbers, both ends included.
  public record Hole(long from, long to) {
    public Hole {
      if (from < 1 || to < from) {
        throw new IllegalArgumentException("a hole must have 1 <= from <= to, but is " + from + " to " + to);
      }
    }
  }

  public Ack {
    Check.id("bar_id", barId);
    Check.id("journal_id", journalId);
    Check.notNegative("stored_up_to", storedUpTo);
    holes = List.copyOf(Check.present("holes", holes));
    if (holes.size() > MAX_HOLES) {
      throw new IllegalArgumentException(
          "holes holds " + holes.size() + " ranges, at most " + MAX_HOLES + " are allowed");
    }
  }
}
