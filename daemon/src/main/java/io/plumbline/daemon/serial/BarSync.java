package io.plumbline.daemon.serial;

import io.plumbline.contract.Topics;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.wire.WireLimits;
import io.plumbline.contract.wire.WireMessage;
import io.plumbline.contract.wire.WireMessage.Ask;
import io.plumbline.contract.wire.WireMessage.Batch;
import io.plumbline.contract.wire.WireMessage.Entry;
import io.plumbline.contract.wire.WireMessage.Held;
import io.plumbline.contract.wire.WireMessage.Taken;
import io.plumbline.daemon.domain.Published;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreOutcome;
import io.plumbline.daemon.domain.SummaryIntake;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.serial.SyncTalk.Greeted;
import io.plumbline.daemon.serial.SyncTalk.StoppedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The daemon's side of the rules in the contract's `SERIAL.md`. What a bar sends is committed batch by batch, and only then acknowledged; whatever
/// goes wrong on the line, a new session begins where the last commit ended. For one thread.
public final class BarSync {
  /// New sessions in a row in which nothing new was stored.
  private static final int MOST_VAIN = 5;

  private final SyncTalk talk;
  private final String port;
  private final Consumer<SyncReport> watcher;
  private final Map<String, Long> upTo = new LinkedHashMap<>();
  private @Nullable Greeted first;
  private long stored;
  private long duplicates;
  private long conflicts;
  private long entries;
  private long bytes;
  private long left;

  /// How it ended. Whatever was committed stays.
  public enum End {
    /// The bar has nothing more, or nothing that can be taken.
    COMPLETE,
    /// The bar fell silent, or the cable was pulled.
    CUT,
    /// Nothing comes through whole.
    NOISY,
    /// Somebody wanted it.
    STOPPED
  }

  /// @param port    its name, for messages
  /// @param clockNs monotonic clock
  /// @param stopped asked often; true ends it with the batch at hand
  /// @param watcher told after each batch
  public BarSync(Line line, String port, LongSupplier clockNs, BooleanSupplier stopped, Consumer<SyncReport> watcher) {
    this.talk = new SyncTalk(line, clockNs, stopped);
    this.port = port;
    this.watcher = watcher;
  }

  /// Looks for a bar. To be called first; stores nothing.
  ///
  /// @return its id, null where somebody wanted the end
  /// @throws SyncException where there is none, or one of another version
  public @Nullable String greet() throws SyncException {
    try {
      Greeted bar = talk.greet();
      if (bar == null) {
        long stray = talk.strayBytes();
        throw new SyncException("no Plumbline bar answers on " + port
            + (stray == 0 ? " (nothing came at all)" : " (" + stray + " bytes came that are none of its words)")
            + ": is the bar program running there, with link.serial_port set?");
      }
      first = bar;
      return bar.barId();
    } catch (StoppedException e) {
      return null;
    } catch (IOException e) {
      throw new SyncException(port + ": " + e.getMessage() + " before a bar answered", e);
    }
  }

  /// Takes what the bar has and the store has not.
  public End run(SummaryIntake intake, SummaryReader reader)
      throws StoreException, SyncException, InterruptedException {
    int vain = 0;
    try {
      while (true) {
        long before = stored;
        Greeted bar = first == null ? talk.greet() : first;
        first = null;
        if (bar == null) {
          return End.CUT;
        }
        boolean whole = takeAll(bar, intake, reader);
        if (stored != before) {
          // The next session shows what came meanwhile, and whether the bar has heard the last word.
          vain = 0;
        } else if (whole) {
          return End.COMPLETE;
        } else if (++vain >= MOST_VAIN) {
          return End.NOISY;
        }
      }
    } catch (StoppedException e) {
      return End.STOPPED;
    } catch (IOException e) {
      return End.CUT;
    }
  }

  /// What was done so far.
  public SyncReport report() {
    return new SyncReport(stored, duplicates, conflicts, entries, bytes, upTo, left);
  }

  /// @return whether all of it came whole
  private boolean takeAll(Greeted bar, SummaryIntake intake, SummaryReader reader)
      throws IOException, StoppedException, StoreException, InterruptedException {
    left = bar.journals().stream().mapToLong(Held::waiting).sum();
    int batch = 1;
    for (Held held : bar.journals()) {
      Ack have = reader.progress(bar.barId(), held.journalId());
      upTo.put(held.journalId(), have.storedUpTo());
      if (held.waiting() != 0 || have.storedUpTo() < held.last()) {
        talk.send(new Ask(talk.session(), batch, have));
        batch = take(bar.barId(), held.journalId(), batch, intake);
        if (batch < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /// Takes what is asked for.
  ///
  /// @return number of the next batch, −1 where something was not whole
  private int take(String barId, String journalId, int firstBatch, SummaryIntake intake)
      throws IOException, StoppedException, InterruptedException {
    int expected = firstBatch;
    TreeMap<Integer, Entry> parts = new TreeMap<>();
    while (true) {
      WireMessage message = talk.next();
      if (message == null) {
        keep(barId, journalId, parts, intake);
        return -1;
      }
      if (message instanceof Entry entry && entry.batch() == expected && entry.place() < WireLimits.MOST_ENTRIES) {
        parts.put(entry.place(), entry);
      } else if (message instanceof Batch end && end.batch() == expected) {
        Ack have = keep(barId, journalId, parts, intake);
        if (parts.size() != end.count()) {
          return -1;
        }
        talk.send(new Taken(talk.session(), expected, have));
        expected++;
        parts.clear();
        if (end.last()) {
          return expected;
        }
      }
    }
  }

  /// Commits what came.
  ///
  /// @return what is stored of the journal now, null where nothing came that changes it
  private @Nullable Ack keep(String barId, String journalId, Map<Integer, Entry> parts, SummaryIntake intake)
      throws InterruptedException {
    if (parts.isEmpty()) {
      return null;
    }
    List<Published> batch = new ArrayList<>();
    for (Entry entry : parts.values()) {
      byte[] payload = entry.payload();
      bytes += payload.length;
      batch.add(new Published(Topics.of(barId, entry.channel()), payload));
    }
    entries += batch.size();
    Ack have = null;
    for (StoreOutcome outcome : intake.keep(batch)) {
      stored += outcome.fresh().size();
      duplicates += outcome.duplicates();
      conflicts += outcome.conflicts();
      for (Ack ack : outcome.acks()) {
        if (ack.barId().equals(barId) && ack.journalId().equals(journalId)) {
          have = ack;
          upTo.put(journalId, ack.storedUpTo());
        }
      }
    }
    left = Math.max(0, left - batch.size());
    watcher.accept(report());
    return have;
  }
}
