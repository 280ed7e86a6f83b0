package io.plumbline.bar.blackbox;

import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what is in a recording, by stream.
public final class BlackBoxSurvey {
  private final SortedMap<Integer, StreamTally> tallies = new TreeMap<>();

  /// Before the first row.
  public BlackBoxSurvey(BlackBoxHeader header) {
    for (RawStream stream : header.streams()) {
      tallies.put(stream.number(), new StreamTally(stream.number(), stream));
    }
  }

  /// Counts the batch's rows.
  public void accept(RawBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      tallies.computeIfAbsent(batch.stream(row), number -> new StreamTally(number, null)).add(batch, row);
    }
  }

  /// The streams by number: those of the header, and those that only have rows.
  public Collection<StreamTally> streams() {
    return Collections.unmodifiableCollection(tallies.values());
  }
}
