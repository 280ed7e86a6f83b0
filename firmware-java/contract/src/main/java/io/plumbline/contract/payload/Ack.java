package io.plumbline.contract.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the daemon has committed of one journal. The bar may forget everything up to `storedUpTo`, and publishes the holes again.
///
/// @param barId      which bar
/// @param journalId  which journal of that bar
/// @param storedUpTo highest sequence number below which nothing is missing, 0 where 1 is missing
/// @param holes      missing ranges above `storedUpTo`, ascending, at most [#MAX_HOLES]; later ones follow once these are filled
/// @param highest    highest sequence number that is stored, null where an earlier daemon does not say; with fewer than [#MAX_HOLES] holes all
///                   others up to it are stored, even if a hole is never filled
public record Ack(@Bounds(id = true) String barId, @Bounds(id = true) String journalId,
    @Bounds(min = 0) long storedUpTo, @Bounds(entries = Ack.MAX_HOLES) List<Hole> holes,
    @Bounds(min = 0) @Nullable Long highest) implements Payload {
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
    if (highest != null) {
      Check.atLeast("highest", highest, 0);
    }
    long last = storedUpTo;
    for (Hole hole : holes) {
      if (hole.from() <= last) {
        throw new IllegalArgumentException("holes must be ascending and above stored_up_to");
      }
      last = hole.to();
    }
  }

  /// From a daemon that does not say what its highest number is.
  public Ack(String barId, String journalId, long storedUpTo, List<Hole> holes) {
    this(barId, journalId, storedUpTo, holes, null);
  }

  /// Up to where it is known what is stored and what not.
  public long knownUpTo() {
    if (holes.isEmpty()) {
      return storedUpTo;
    }
    long named = holes.getLast().to();
    return highest == null || holes.size() == MAX_HOLES ? named : Math.max(named, highest);
  }
}
