package io.plumbline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Bar, broker and daemon with their disks and wires. Whatever ends is started again.
final class World implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final List<String> SCENARIOS = List.of("deadlift-working-set", "touch-and-go");
  private static final List<String> SPEEDS = List.of("8", "16", "32");
  private static final int RANDOM_SETS = 500;

  private final Path folder;
  private final Random random;
  private final Deployment programs;
  private final Namespace network;
  private final Disk barDisk;
  private final Disk daemonDisk;
  private final Disk brokerDisk;
  private final Wire barWire;
  private final Wire daemonWire;
  private final int brokerPort = freePort();
  private final Generated generated = new Generated();
  private final Set<String> fromMemory = new LinkedHashSet<>();
  private final Set<Path> states = new LinkedHashSet<>();
  private final List<String> complaints = new ArrayList<>();
  private @Nullable Child broker;
  private @Nullable Child daemon;
  private @Nullable BarRun bar;
  private boolean daemonMayEnd;
  private int kills;
  private final List<Child> begun = new ArrayList<>();
  private volatile boolean closed;
  private int outputs;

  /// @param own whether disks and network of its own are to be had
  World(Path folder, Random random, Deployment programs, boolean own) {
    this.folder = folder;
    this.random = random;
    this.programs = programs;
    network = Namespace.make(own);
    barDisk = Disk.make(folder.resolve("bar"), own);
    daemonDisk = Disk.make(folder.resolve("daemon"), own);
    brokerDisk = Disk.make(folder.resolve("broker"), own);
    barWire = new Wire(network.address(), brokerPort, random.nextLong());
    daemonWire = new Wire(InetAddress.getLoopbackAddress(), brokerPort, random.nextLong());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /// Starts what has ended.
  void tend() {
    if (closed) {
      throw new IllegalStateException("it is over");
    }
    Child brokerNow = broker;
    if (brokerNow == null || !brokerNow.isAlive()) {
      broker = begin(programs.broker(brokerPort, brokerDisk.folder()), Map.of(), output("broker"));
    }
    Child daemonNow = daemon;
    if (daemonNow == null || !daemonNow.isAlive()) {
      if (daemonNow != null && !daemonMayEnd) {
        complaints.add("the daemon ended by itself: " + lastLine(daemonNow.output()));
      }
      startDaemon(Deployment.Twist.NONE);
    }
    BarRun barNow = bar;
    if (barNow == null || !barNow.child().isAlive()) {
      endBar(false);
      startBar(Deployment.Twist.NONE);
    }
  }

  /// Nothing is started any more once the end has begun.
  private Child begin(List<String> command, Map<String, String> environment, Path output) {
    synchronized (begun) {
      if (closed || Made.isOver()) {
        throw new IllegalStateException("it is over");
      }
      Child child = Child.start(command, environment, output);
      begun.removeIf(before -> !before.isAlive());
      begun.add(child);
      return child;
    }
  }

  /// Lets time pass while everything goes on.
  void flow(Duration time) {
    long endNs = System.nanoTime() + time.toNanos();
    do {
      tend();
      LockSupport.parkNanos(LOOK.toNanos());
    } while (System.nanoTime() - endNs < 0);
  }

  /// Lets everything go on until the bar's present run has shown some reps, for a fault while nothing happens finds nothing.
  void flowUntil(int reps, Duration limit) {
    tend();
    BarRun run = bar;
    long endNs = System.nanoTime() + limit.toNanos();
    while (run != null && run.child().isAlive() && run.printedReps() < reps && System.nanoTime() - endNs < 0) {
      flow(LOOK);
    }
  }

  /// Waits for the bar's run to come to its end.
  void awaitBar(Duration limit) {
    BarRun run = bar;
    if (run != null && !run.child().await(limit)) {
      killBar();
    }
    endBar(false);
  }

  void startBar(Deployment.Twist twist) {
    bar = startBar(twist, barState());
  }

  Path barState() {
    return barDisk.folder().resolve("state");
  }

  /// Starts a further bar program of the same bar.
  BarRun startBar(Deployment.Twist twist, Path state) {
    states.add(state);
    String scenario = random.nextBoolean()
        ? SCENARIOS.get(random.nextInt(SCENARIOS.size()))
        : "random-" + (1 + random.nextInt(RANDOM_SETS));
    List<String> command = programs.bar(barWire.uri(), state, scenario, SPEEDS.get(random.nextInt(SPEEDS.size())),
        twist);
    List<String> inNetwork = new ArrayList<>(network.prefix());
    inNetwork.addAll(command);
    BarRun run = new BarRun(begin(inNetwork, twist.environment(), output("bar")), state);
    if (twist.spoilsDisk()) {
      run.diskWasBad();
    }
    return run;
  }

  void startDaemon(Deployment.Twist twist) {
    daemonMayEnd = twist.spoilsDisk() || twist.isTight();
    daemon = begin(programs.daemon(daemonWire.uri(), daemonDisk.folder(), twist), twist.environment(),
        output("daemon"));
  }

  void killBar() {
    BarRun run = bar;
    if (run != null) {
      boolean running = run.child().isAlive();
      run.child().kill();
      kills++;
      endBar(running);
    }
  }

  /// Kills the bar; what it had not forced to its disk is gone.
  void cutBarPower() {
    BarRun run = bar;
    bar = null;
    if (run != null) {
      boolean running = run.child().isAlive();
      run.child().kill();
      kills++;
      barDisk.cutPower();
      collect(run, running);
    }
  }

  private void endBar(boolean killed) {
    BarRun run = bar;
    bar = null;
    if (run != null) {
      collect(run, killed);
    }
  }

  /// Takes what a run has left.
  void collect(BarRun run, boolean killed) {
    generated.add(run.journals());
    if (run.hadBadDisk()) {
      fromMemory.add(run.journalId());
    }
    String complaint = run.complaint(generated, killed);
    if (!complaint.isEmpty()) {
      complaints.add(complaint);
    }
  }

  void killDaemon() {
    kill(daemon);
    daemon = null;
  }

  void killBroker() {
    kill(broker);
    broker = null;
  }

  private void kill(@Nullable Child child) {
    if (child != null) {
      child.kill();
      kills++;
    }
  }

  @Nullable
  Child daemon() {
    return daemon;
  }

  @Nullable
  Child broker() {
    return broker;
  }

  @Nullable
  BarRun bar() {
    return bar;
  }

  Namespace network() {
    return network;
  }

  Disk barDisk() {
    return barDisk;
  }

  Disk daemonDisk() {
    return daemonDisk;
  }

  Disk brokerDisk() {
    return brokerDisk;
  }

  Wire barWire() {
    return barWire;
  }

  Wire daemonWire() {
    return daemonWire;
  }

  /// From now on the daemon may end by itself, until it is started again.
  void daemonMayEnd() {
    daemonMayEnd = true;
  }

  int kills() {
    return kills;
  }

  /// A new folder for another program.
  Path anotherState() {
    return folder.resolve("state-" + states.size());
  }

  /// Plays until the daemon has stored everything of all bars.
  ///
  /// @return whether it came to that
  boolean drain(Duration limit) {
    long endNs = System.nanoTime() + limit.toNanos();
    for (Path state : new ArrayList<>(states)) {
      boolean all = false;
      while (!all) {
        if (System.nanoTime() - endNs > 0) {
          return false;
        }
        awaitBar(Duration.ofMinutes(2));
        bar = startBar(Deployment.Twist.NONE, state);
        tend();
        BarRun run = bar;
        awaitBar(Duration.ofMinutes(2));
        all = run != null && run.saysAllIsStored();
      }
    }
    return true;
  }

  /// Ends everything and compares.
  Verdict verdict(boolean drained) {
    endBar(false);
    if (!drained) {
      complaints.add("the bars still wait for the daemon's word");
    }
    closeAll();
    return Verdict.of(generated, Stored.read(daemonDisk.folder()), fromMemory, complaints);
  }

  private Path output(String name) {
    outputs++;
    return folder.resolve(String.format(java.util.Locale.ROOT, "%s-%04d.log", name, outputs));
  }

  private static String lastLine(String text) {
    return text.lines().reduce("", (before, line) -> line);
  }

  private void closeAll() {
    BarRun run = bar;
    if (run != null) {
      run.child().close();
    }
    for (Child child : new @Nullable Child[]{daemon, broker}) {
      if (child != null) {
        child.close();
      }
    }
  }

  /// Ends and takes apart everything, once. What is going on in another thread fails then.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    synchronized (begun) {
      closed = true;
    }
    closeAll();
    // Those that a fault has started beside.
    begun.stream().filter(Child::isAlive).forEach(Child::close);
    try (network; barDisk; daemonDisk; brokerDisk; barWire; daemonWire) {
      // Closed from the last to the first.
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
