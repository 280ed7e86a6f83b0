package io.plumbline.contract.wire;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Ack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What daemon and bar say to each other over a serial line. The daemon asks, the bar answers and says nothing unasked.
public sealed interface WireMessage {
  /// Chosen by the daemon with each [Hello]; what carries another one belongs to an exchange that is over.
  int session();

  /// From the daemon: who are you, and which journals have you? Ends whatever was going on.
  ///
  /// @param version of the rules that the daemon speaks
  /// @param skip    journals that are not to be listed, because they were before
  record Hello(int session, int version, int skip) implements WireMessage {}

  /// From the bar: its answer to [Hello].
  ///
  /// @param version  of the rules that the bar speaks; where it is another than asked for, the rest is empty
  /// @param total    journals that it has
  /// @param journals of those, the oldest first, behind the skipped ones; at most [WireLimits#MOST_JOURNALS]
  record Welcome(int session, int version, String barId, int total, List<Held> journals) implements WireMessage {
    public Welcome {
      journals = List.copyOf(journals);
    }
  }

  /// A journal that a bar has.
  ///
  /// @param first   lowest sequence number
  /// @param last    highest sequence number
  /// @param waiting summaries and curves of which the bar has not heard that they are stored
  record Held(String journalId, long first, long last, long waiting) {}

  /// From the daemon: this is what I have of a journal, send me the rest.
  ///
  /// @param batch number of the first batch, one that was not used in this session: what is asked twice by a line that doubles is told apart
  record Ask(int session, int batch, Ack have) implements WireMessage {}

  /// From the bar: a summary or its curves.
  final class Entry implements WireMessage {
    private final int session;
    private final int batch;
    private final int place;
    private final Channel channel;
    private final byte[] payload;

    /// @param batch   number of the batch that it belongs to
    /// @param place   in the batch, from 0
    /// @param channel on which it would be published: rep, set or trace
    /// @param payload as it would be published
    public Entry(int session, int batch, int place, Channel channel, byte[] payload) {
      this.session = session;
      this.batch = batch;
      this.place = place;
      this.channel = channel;
      this.payload = payload.clone();
    }

    @Override
    public int session() {
      return session;
    }

    /// Number of the batch that it belongs to.
    public int batch() {
      return batch;
    }

    /// Place in the batch, from 0.
    public int place() {
      return place;
    }

    /// On which it would be published.
    public Channel channel() {
      return channel;
    }

    /// As it would be published.
    public byte[] payload() {
      return payload.clone();
    }
  }

  /// From the bar: a batch ends here. Nothing follows until it is [Taken].
  ///
  /// @param batch number of the batch, counted on from that of the ask
  /// @param count entries that it had
  /// @param last  whether nothing of the journal is left behind it
  record Batch(int session, int batch, int count, boolean last) implements WireMessage {}

  /// From the daemon: a whole batch is committed.
  ///
  /// @param have what is stored of the journal now; null where the batch held nothing that changes it
  record Taken(int session, int batch, @Nullable Ack have) implements WireMessage {}
}
