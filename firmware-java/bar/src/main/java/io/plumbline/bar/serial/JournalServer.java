package io.plumbline.bar.serial;

import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.journal.Entry;
import io.plumbline.bar.journal.Kind;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.wire.WireCodec;
import io.plumbline.contract.wire.WireLimits;
import io.plumbline.contract.wire.WireMessage;
import io.plumbline.contract.wire.WireMessage.Ask;
import io.plumbline.contract.wire.WireMessage.Batch;
import io.plumbline.contract.wire.WireMessage.Held;
import io.plumbline.contract.wire.WireMessage.Hello;
import io.plumbline.contract.wire.WireMessage.Taken;
import io.plumbline.contract.wire.WireMessage.Welcome;
import io.plumbline.contract.wire.WireReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bar's side of the rules in the contract's `SERIAL.md`: answers what it is asked, and trusts nobody. Whatever comes, it needs no more memory than a
/// batch; whatever fails, the next hello begins anew. For one thread.
public final class JournalServer {
  private static final Logger LOG = LoggerFactory.getLogger(JournalServer.class);

  private final String barId;
  private final Backlog backlog;
  private final Output output;
  private final WireCodec codec = new WireCodec();
  private final WireReader reader = new WireReader(codec);
  private boolean open;
  private int session;
  private int batch;
  private final Deque<Entry> due = new ArrayDeque<>();
  private @Nullable List<Entry> inFlight;

  /// Where frames go.
  public interface Output {
    /// Writes all of it.
    ///
    /// @throws IOException where the line does not take it
    void write(byte[] frame) throws IOException;
  }

  /// @param backlog of the journal; the same one that the MQTT link sends from
  public JournalServer(String barId, Backlog backlog, Output output) {
    this.barId = barId;
    this.backlog = backlog;
    this.output = output;
  }

  /// Takes what came, and answers.
  ///
  /// @param nowNs monotonic clock
  /// @return whether a daemon spoke
  public boolean accept(byte[] bytes, int count, long nowNs) throws IOException {
    List<WireMessage> messages = reader.take(bytes, count);
    for (WireMessage message : messages) {
      switch (message) {
        case Hello hello -> hello(hello);
        case Ask ask -> ask(ask, nowNs);
        case Taken taken -> taken(taken, nowNs);
        default -> {
          // Our own words come back from a line that echoes.
        }
      }
    }
    return messages.stream().anyMatch(Hello.class::isInstance);
  }

  private void hello(Hello hello) throws IOException {
    due.clear();
    inFlight = null;
    open = hello.version() == WireLimits.VERSION;
    session = hello.session();
    List<Backlog.Held> all = open ? backlog.held() : List.of();
    List<Held> some = all.stream().skip(Math.max(0, hello.skip())).limit(WireLimits.MOST_JOURNALS)
        .map(held -> new Held(held.journalId(), held.first(), held.last(), held.waiting())).toList();
    output.write(codec.encode(new Welcome(session, WireLimits.VERSION, barId, all.size(), some)));
  }

  private void ask(Ask ask, long nowNs) throws IOException {
    Ack have = ask.have();
    if (!open || ask.session() != session || !have.barId().equals(barId)) {
      return;
    }
    backlog.stored(have, nowNs);
    batch = ask.batch() - 1;
    due.clear();
    due.addAll(backlog.lacking(have));
    sendBatch();
  }

  private void taken(Taken taken, long nowNs) throws IOException {
    List<Entry> sent = inFlight;
    if (!open || sent == null || taken.session() != session || taken.batch() != batch) {
      return;
    }
    sent.forEach(backlog::received);
    Ack have = taken.have();
    if (have != null && have.barId().equals(barId)) {
      backlog.stored(have, nowNs);
    }
    inFlight = null;
    if (!due.isEmpty()) {
      sendBatch();
    }
  }

  private void sendBatch() throws IOException {
    batch++;
    List<Entry> sent = new ArrayList<>();
    int bytes = 0;
    while (!due.isEmpty() && sent.size() < WireLimits.MOST_ENTRIES) {
      byte[] payload = payload(due.getFirst());
      if (payload == null) {
        due.removeFirst();
        continue;
      }
      if (!sent.isEmpty() && bytes + payload.length > WireLimits.MOST_BATCH_BYTES) {
        break;
      }
      Entry entry = due.removeFirst();
      output.write(
          codec.encode(new WireMessage.Entry(session, batch, sent.size(), channelOf(entry.kind()), payload)));
      sent.add(entry);
      bytes += payload.length;
    }
    inFlight = sent;
    output.write(codec.encode(new Batch(session, batch, sent.size(), due.isEmpty())));
  }

  /// What cannot be read or sent is told and left, so that the others go.
  private static byte @Nullable [] payload(Entry entry) {
    String reason;
    try {
      byte[] payload = entry.content();
      if (payload.length <= ContractCodec.MAX_BYTES) {
        return payload;
      }
      reason = payload.length + " bytes are more than a payload may have";
    } catch (UncheckedIOException e) {
      reason = String.valueOf(e.getCause());
    }
    LOG.warn("{} {} of journal {} is not sent: {}", entry.kind(), entry.sequence(), entry.journalId(), reason);
    return null;
  }

  private static Channel channelOf(Kind kind) {
    return switch (kind) {
      case REP -> Channel.REP;
      case SET -> Channel.SET;
      case TRACE -> Channel.TRACE;
      case HEADER, STORED -> throw new IllegalArgumentException(kind + " is not published");
    };
  }
}
