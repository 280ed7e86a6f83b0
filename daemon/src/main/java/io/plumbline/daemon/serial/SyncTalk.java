package io.plumbline.daemon.serial;

import io.plumbline.contract.wire.WireCodec;
import io.plumbline.contract.wire.WireLimits;
import io.plumbline.contract.wire.WireMessage;
import io.plumbline.contract.wire.WireMessage.Held;
import io.plumbline.contract.wire.WireMessage.Hello;
import io.plumbline.contract.wire.WireMessage.Welcome;
import io.plumbline.contract.wire.WireReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Words on a line: greets a bar, and hears only what belongs to this exchange. Every wait has an end.
final class SyncTalk {
  private static final long GREET_AGAIN_NS = 1_000_000_000L;
  private static final int MOST_GREETINGS = 10;
  /// Without a byte; a bar's card may hang for a while.
  private static final long SILENCE_NS = 3_000_000_000L;
  /// Without a message: the largest at 115200 baud takes 6 s.
  private static final long NO_MESSAGE_NS = 15_000_000_000L;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final Line line;
  private final LongSupplier clockNs;
  private final BooleanSupplier stopped;
  private final WireCodec codec = new WireCodec();
  private final WireReader reader = new WireReader(codec);
  private final Deque<WireMessage> heard = new ArrayDeque<>();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int session = ThreadLocalRandom.current().nextInt();

  /// Somebody wants the end.
  static final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// A bar and its journals.
  record Greeted(String barId, List<Held> journals) {}

  SyncTalk(Line line, LongSupplier clockNs, BooleanSupplier stopped) {
    this.line = line;
    this.clockNs = clockNs;
    this.stopped = stopped;
  }

  /// What everything said now belongs to.
  int session() {
    return session;
  }

  /// Bytes that were no message.
  long strayBytes() {
    return reader.strayBytes();
  }

  /// Begins a new session.
  ///
  /// @return null where nobody answers
  /// @throws SyncException where a bar of another version answers
  @Nullable
  Greeted greet() throws IOException, StoppedException, SyncException {
    Map<String, Held> known = new LinkedHashMap<>();
    while (true) {
      Welcome welcome = welcome(known.size());
      if (welcome == null) {
        return null;
      }
      int before = known.size();
      welcome.journals().forEach(held -> known.put(held.journalId(), held));
      if (known.size() == before || known.size() >= welcome.total()) {
        return new Greeted(welcome.barId(), List.copyOf(known.values()));
      }
    }
  }

  private @Nullable Welcome welcome(int skip) throws IOException, StoppedException, SyncException {
    session++;
    heard.clear();
    for (int i = 0; i < MOST_GREETINGS; i++) {
      send(new Hello(session, WireLimits.VERSION, skip));
      long untilNs = clockNs.getAsLong() + GREET_AGAIN_NS;
      while (untilNs - clockNs.getAsLong() > 0) {
        listen();
        for (WireMessage message = heard.poll(); message != null; message = heard.poll()) {
          if (message instanceof Welcome welcome) {
            requireVersion(welcome);
            return welcome;
          }
        }
      }
    }
    return null;
  }

  private static void requireVersion(Welcome welcome) throws SyncException {
    if (welcome.version() != WireLimits.VERSION) {
      throw new SyncException("the bar speaks version " + welcome.version() + " of the rules for a cable, this program "
          + WireLimits.VERSION + ": update the " + (welcome.version() < WireLimits.VERSION ? "bar" : "daemon"));
    }
  }

  void send(WireMessage message) throws IOException {
    line.write(codec.encode(message));
  }

  /// Waits for the next message.
  ///
  /// @return null where the line is silent, or says nothing that is whole
  @Nullable
  WireMessage next() throws IOException, StoppedException {
    long startNs = clockNs.getAsLong();
    long byteNs = startNs;
    while (heard.isEmpty()) {
      if (listen()) {
        byteNs = clockNs.getAsLong();
      }
      long nowNs = clockNs.getAsLong();
      if (heard.isEmpty() && (nowNs - byteNs > SILENCE_NS || nowNs - startNs > NO_MESSAGE_NS)) {
        return null;
      }
    }
    return heard.poll();
  }

  /// @return whether a byte came
  private boolean listen() throws IOException, StoppedException {
    if (stopped.getAsBoolean()) {
      throw new StoppedException();
    }
    int count = line.read(buffer);
    for (WireMessage message : reader.take(buffer, count)) {
      if (message.session() == session) {
        heard.add(message);
      }
    }
    return count > 0;
  }
}
