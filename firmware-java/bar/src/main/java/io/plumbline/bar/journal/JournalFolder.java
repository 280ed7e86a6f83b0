package io.plumbline.bar.journal;

import io.plumbline.blackbox.ChannelOpener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of the journals of a bar: a run has one journal, in as many files as it needs. Not thread-safe, but for what it tells of itself.
final class JournalFolder {
  private static final String LOCK = "lock";
  private static final String MEND = ": is the disk full, or the card worn out?";

  private final Path folder;
  private final String barId;
  private final String journalId;
  private final JournalLimits limits;
  private final Consumer<String> warn;
  private final ChannelOpener opener;
  private final Backlog backlog;
  private final Map<String, List<JournalFile>> files = new LinkedHashMap<>();
  private final Map<String, Long> recorded = new LinkedHashMap<>();
  /// Not on the disk yet, though handed to the backlog.
  private final List<Entry> unwritten = new ArrayList<>();
  private @Nullable FileChannel lock;
  private @Nullable JournalFile file;
  private boolean used;
  private int number;
  private boolean full;
  private long retryNs;
  private volatile @Nullable String complaint;
  private volatile int inMemoryOnly;
  private final AtomicLong lost = new AtomicLong();

  JournalFolder(Path folder, String barId, String journalId, JournalLimits limits, Consumer<String> warn,
      ChannelOpener opener, Backlog backlog) {
    this.folder = folder;
    this.barId = barId;
    this.journalId = journalId;
    this.limits = limits;
    this.warn = warn;
    this.opener = opener;
    this.backlog = backlog;
  }

  /// Reads what earlier runs have left, the oldest first. Where another program is at it, that is its business, and this one keeps to its own files.
  void restore() {
    if (!isOurs()) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.list(folder)) {
      paths = all.filter(path -> path.toString().endsWith(JournalFile.SUFFIX))
          .sorted(Comparator.comparing(JournalFolder::changedMs).thenComparing(Path::toString)).toList();
    } catch (IOException | UncheckedIOException e) {
      warn.accept("journals of earlier runs in " + folder + " cannot be listed: " + e.getMessage()
          + "; what they hold is not sent");
      return;
    }
    Map<String, List<Entry>> entries = new LinkedHashMap<>();
    for (Path path : paths) {
      restore(path, entries);
    }
    entries.forEach((id, of) -> backlog.restore(of, recorded.getOrDefault(id, 0L)));
    for (String id : entries.keySet()) {
      if (backlog.isSettled(id)) {
        backlog.forget(id);
      }
    }
  }

  private boolean isOurs() {
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        lock = channel;
        return true;
      }
      channel.close();
      warn.accept("another bar program uses the journals in " + folder + ": what earlier runs left is left to it");
    } catch (IOException e) {
      warn.accept("the journals in " + folder + " cannot be used: " + e.getMessage() + MEND);
    }
    return false;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void restore(Path path, Map<String, List<Entry>> entries) {
    try {
      JournalFile.Contents contents = JournalFile.read(path);
      if (contents == null) {
        warn.accept(path + " is no journal: it is left alone");
        return;
      }
      JournalFile of = contents.file();
      if (!of.barId().equals(barId)) {
        warn.accept(path + " is a journal of bar " + of.barId() + ", not of " + barId + ": it is left alone");
        return;
      }
      if (contents.damagedBytes() > 0) {
        warn.accept(
            path + ": " + contents.damagedBytes() + " bytes are no whole record, as after a power cut; the other "
                + contents.entries().size() + " records are used");
      }
      files.computeIfAbsent(of.journalId(), id -> new ArrayList<>()).add(of);
      entries.computeIfAbsent(of.journalId(), id -> new ArrayList<>()).addAll(contents.entries());
      recorded.merge(of.journalId(), contents.storedUpTo(), Math::max);
    } catch (IOException e) {
      warn.accept(path + " cannot be read: " + e.getMessage() + "; what it holds is not sent");
    }
  }

  private static long changedMs(Path path) {
    try {
      return Files.getLastModifiedTime(path).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  /// Puts a batch on the disk and hands it to the backlog: after it is there, or where the disk does not take it.
  void write(List<Entry> batch, long nowNs) {
    List<Entry> kept = new ArrayList<>(batch);
    if (full && kept.removeIf(entry -> entry.kind() == Kind.TRACE)) {
      lost.addAndGet(batch.size() - kept.size());
    }
    unwritten.addAll(kept);
    if (complaint == null || full || nowNs - retryNs >= 0) {
      tryToWrite(nowNs);
    }
    kept.forEach(backlog::add);
    recordStored();
    makeRoom();
    limitMemory();
    inMemoryOnly = (int) unwritten.stream().filter(entry -> !backlog.isSettled(entry)).count();
  }

  private void tryToWrite(long nowNs) {
    unwritten.removeIf(backlog::isSettled);
    if (unwritten.isEmpty()) {
      return;
    }
    try {
      JournalFile to = fileToFill();
      int[] places = new int[unwritten.size()];
      for (int i = 0; i < places.length; i++) {
        Entry entry = unwritten.get(i);
        places[i] = to.append(entry.kind(), entry.sequence(), entry.content());
      }
      to.force();
      used = true;
      for (int i = 0; i < places.length; i++) {
        unwritten.get(i).writtenTo(to, places[i]);
      }
      unwritten.clear();
      if (complaint != null && !full) {
        complaint = null;
        warn.accept("the journal in " + folder + " is written again");
      }
    } catch (IOException e) {
      // Nobody knows what is on the disk after a failed force: what follows goes into a new file.
      giveUp();
      retryNs = nowNs + limits.retry().toNanos();
      complain("the journal cannot be written to " + folder + " (" + e.getMessage() + ")" + MEND
          + " Summaries are sent from memory until it can.");
    }
  }

  private void complain(String text) {
    if (complaint == null) {
      warn.accept(text);
    }
    complaint = text;
  }

  private JournalFile fileToFill() throws IOException {
    JournalFile open = file;
    if (open != null && open.size() < limits.fileBytes()) {
      return open;
    }
    if (open != null) {
      open.close();
    }
    Files.createDirectories(folder);
    Path path;
    do {
      number++;
      path = folder.resolve(journalId + "-" + number + JournalFile.SUFFIX);
    } while (Files.exists(path));
    JournalFile fresh = create(path);
    file = fresh;
    used = false;
    files.computeIfAbsent(journalId, id -> new ArrayList<>()).add(fresh);
    fresh.force();
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      // The name is on the disk too.
      directory.force(true);
    }
    return fresh;
  }

  private JournalFile create(Path path) throws IOException {
    try {
      return JournalFile.create(path, barId, journalId, opener);
    } catch (IOException e) {
      delete(path);
      throw e;
    }
  }

  /// A file in which nothing is known to be on the disk goes, so that hours of failures leave no heap of them.
  private void giveUp() {
    JournalFile open = file;
    file = null;
    if (open == null) {
      return;
    }
    close(open);
    if (!used) {
      files.computeIfAbsent(journalId, id -> new ArrayList<>()).remove(open);
      delete(open.path());
    }
  }

  private static void delete(Path unused) {
    try {
      Files.deleteIfExists(unused);
    } catch (IOException e) {
      // It holds nothing that is not in memory.
    }
  }

  /// What is settled is put down, unforced: where that is lost, it is sent once more.
  private void recordStored() {
    for (Map.Entry<String, List<JournalFile>> journal : files.entrySet()) {
      String id = journal.getKey();
      long settled = backlog.settledUpTo(id);
      if (settled > recorded.getOrDefault(id, 0L) && !journal.getValue().isEmpty()) {
        recorded.put(id, settled);
        try {
          journal.getValue().getLast().append(Kind.STORED, settled, new byte[0]);
        } catch (IOException e) {
          // The next run sends it once more.
        }
      }
    }
  }

  /// Settled journals go where room is needed. What is not settled stays, and a person is told, until there is no room for even that.
  private void makeRoom() {
    long bytes = bytes();
    for (String id : List.copyOf(files.keySet())) {
      if (bytes > limits.settledBytes() && !id.equals(journalId) && backlog.isSettled(id)) {
        bytes -= remove(id);
      }
    }
    if (bytes <= limits.folderBytes()) {
      if (full) {
        full = false;
        complaint = null;
      }
      return;
    }
    full = true;
    complain("the journal in " + folder + " is full: " + backlog.waiting()
        + " summaries wait for the daemon. Connect this bar to its broker; curves are not kept any more, and at "
        + limits.mostBytes() + " bytes the oldest summaries go");
    for (String id : List.copyOf(files.keySet())) {
      if (bytes > limits.mostBytes() && !id.equals(journalId)) {
        long waiting = backlog.forget(id);
        lost.addAndGet(waiting);
        bytes -= remove(id);
        warn.accept("journal " + id + " went for want of room, and with it " + waiting
            + " summaries that no daemon has stored");
      }
    }
  }

  private long bytes() {
    return files.values().stream().flatMap(List::stream).mapToLong(JournalFile::size).sum();
  }

  private long remove(String id) {
    long bytes = 0;
    for (JournalFile gone : files.getOrDefault(id, List.of())) {
      bytes += gone.size();
      close(gone);
      try {
        Files.deleteIfExists(gone.path());
      } catch (IOException e) {
        warn.accept(gone.path() + " cannot be deleted: " + e.getMessage());
      }
    }
    files.remove(id);
    recorded.remove(id);
    backlog.forget(id);
    return bytes;
  }

  /// On a disk that fails for long, curves go first, then the oldest summaries; they were sent, if there was anybody to send them to.
  private void limitMemory() {
    long bytes = unwritten.stream().mapToLong(entry -> entry.content().length).sum();
    for (boolean curves : new boolean[]{true, false}) {
      for (Entry entry : List.copyOf(unwritten)) {
        if (bytes > limits.memoryBytes() && curves == (entry.kind() == Kind.TRACE)) {
          bytes -= entry.content().length;
          unwritten.remove(entry);
          backlog.drop(entry);
          lost.incrementAndGet();
        }
      }
    }
  }

  private static void close(JournalFile open) {
    try {
      open.close();
    } catch (IOException e) {
      // What was forced is on the disk; the rest is in memory.
    }
  }

  /// What is wrong, null where nothing is.
  @Nullable
  String complaint() {
    return complaint;
  }

  /// What the disk has not taken and nobody has stored: the end of the program would lose it.
  int inMemoryOnly() {
    return inMemoryOnly;
  }

  /// What was given up.
  long lost() {
    return lost.get();
  }

  void close() {
    tryToWrite(System.nanoTime());
    recordStored();
    files.values().stream().flatMap(List::stream).forEach(JournalFolder::close);
    release();
  }

  /// Lets others use the folder.
  void release() {
    FileChannel held = lock;
    lock = null;
    try {
      if (held != null) {
        held.close();
      }
    } catch (IOException e) {
      // It goes with the process.
    }
  }
}
