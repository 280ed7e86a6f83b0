package io.plumbline.benchmarks.ingest;

import io.plumbline.benchmarks.process.Mosquitto;
import io.plumbline.benchmarks.process.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Two daemons that share one broker and one database, while bars publish in three parts: undisturbed; the first daemon killed in the middle and started again; the
/// second one stopped in good order and started again.
final class ScaleRun implements AutoCloseable {
  static final int PARTS = 3;
  private static final int SENDERS = 16;
  private static final int CPU = 0;
  private static final int OTHER_CPU = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ASKED = 8;

  private final Path folder;
  private final Mosquitto broker;
  private final String database;
  private final int bars;
  private final int part;
  private final Consumer<String> tell;
  private final List<ScaleDaemon> daemons = new ArrayList<>();

  /// What became of a part.
  ///
  /// @param published      by the bars, each rep counted once
  /// @param stored         by each daemon; of one that went, before and after that. What it stored before is what nobody else did
  /// @param alreadyThere   thrown away by the daemons that run, because it was stored
  /// @param publishedAgain by bars that were not told that everything is stored
  /// @param notTold        bars that were not told in the end
  record Part(String title, long published, List<List<Long>> stored, long alreadyThere, long publishedAgain,
      int notTold) {}

  /// Starts everything but the bars.
  ///
  /// @param repsEach of every bar, a multiple of [#PARTS]
  ScaleRun(Path folder, Postgres postgres, int bars, int repsEach, Consumer<String> tell) throws IOException {
    this.folder = folder;
    this.bars = bars;
    this.part = repsEach / PARTS;
    this.tell = tell;
    database = postgres.newDatabase();
    broker = Mosquitto.start(folder, OTHER_CPU);
    try {
      tell.accept("Two daemons start");
      daemons.add(start(0));
      daemons.add(start(1));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  static String name(int which) {
    return "daemon-" + (char) ('a' + which);
  }

  private ScaleDaemon start(int which) throws IOException {
    return ScaleDaemon.start(name(which), CPU, folder, broker.uri(), database);
  }

  /// Publishes everything.
  List<Part> run() throws IOException {
    try (Bars publishing = new Bars(broker.uri(), bars); StoredReps stored = new StoredReps(database)) {
      tell.accept(bars + " bars are connected");
      return List.of(part(publishing, stored, 0, "undisturbed", -1),
          part(publishing, stored, 1, name(0) + " killed, started again", 0),
          part(publishing, stored, 2, name(1) + " stopped, started again", 1));
    }
  }

  /// @param goes which daemon goes in the middle, negative for none
  private Part part(Bars publishing, StoredReps database, int number, String title, int goes) throws IOException {
    tell.accept("Part " + (number + 1) + " of " + PARTS + ": " + title);
    int first = number * part + 1;
    int last = first + part - 1;
    long before = database.count();
    long[] storedBefore = new long[daemons.size()];
    long alreadyThere = 0;
    for (int i = 0; i < daemons.size(); i++) {
      storedBefore[i] = daemons.get(i).stored();
      alreadyThere -= i == goes ? 0 : daemons.get(i).alreadyThere();
    }
    try (StoredWatch watch = new StoredWatch(broker.uri(), bars, last)) {
      if (goes < 0) {
        publish(publishing, first, last);
      } else {
        disturb(publishing, first, last, goes);
        storedBefore[goes] = 0;
      }
      Waited waited = await(watch, publishing, database, last);
      long[] stored = new long[daemons.size()];
      for (int i = 0; i < daemons.size(); i++) {
        stored[i] = daemons.get(i).stored() - storedBefore[i];
        alreadyThere += daemons.get(i).alreadyThere();
      }
      long gone = database.count() - before - Arrays.stream(stored).sum();
      List<List<Long>> shares = new ArrayList<>();
      for (int i = 0; i < stored.length; i++) {
        shares.add(i == goes ? List.of(gone, stored[i]) : List.of(stored[i]));
      }
      return new Part(title, (long) bars * part, shares, alreadyThere, waited.publishedAgain, waited.notTold);
    }
  }

  /// All bars at once, as in a full gym.
  private void publish(Bars publishing, int first, int last) throws IOException {
    for (int sequence = first; sequence <= last; sequence++) {
      publishing.publish(sequence, sequence, SENDERS);
    }
  }

  /// Takes a daemon away once half is published; it is started again at once, while the bars go on.
  private void disturb(Bars publishing, int first, int last, int which) throws IOException {
    int half = first + (last - first) / 2;
    publish(publishing, first, half);
    FutureTask<Boolean> rest = new FutureTask<>(() -> {
      publish(publishing, half + 1, last);
      return true;
    });
    Thread.ofPlatform().daemon().name("bars").start(rest);
    if (which == 0) {
      daemons.get(which).kill();
    } else {
      daemons.get(which).close();
    }
    tell.accept(name(which) + " is gone");
    daemons.set(which, start(which));
    tell.accept(name(which) + " is back");
    try {
      rest.get();
    } catch (ExecutionException e) {
      throw new IOException("a bar could not publish: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private record Waited(long publishedAgain, int notTold) {}

  /// A bar that is not told that everything is stored, though nothing more comes into the database, publishes its last rep again, upon which it is told: a daemon that
  /// was killed told nothing of its last batch.
  private Waited await(StoredWatch watch, Bars publishing, StoredReps database, int last) throws IOException {
    long again = 0;
    long stored = -1;
    int asked = 0;
    while (true) {
      List<String> notTold = watch.notTold(PATIENCE);
      if (notTold.isEmpty() || asked == ASKED) {
        return new Waited(again, notTold.size());
      }
      long before = stored;
      stored = database.count();
      if (stored == before) {
        tell.accept(notTold.size() + " bars have not been told that everything is stored, and publish again");
        for (String bar : notTold) {
          publishing.publishAgain(bar, last);
        }
        again += notTold.size();
        asked++;
      }
    }
  }

  /// What stands in the database now.
  StoredReps.Comparison compare() throws IOException {
    try (StoredReps stored = new StoredReps(database)) {
      return stored.compare();
    }
  }

  @Override
  public void close() {
    daemons.forEach(ScaleDaemon::close);
    broker.close();
  }
}
