package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder of the recordings: `plumbline-00000042-<journal id>.plbb`. The number is one more than the highest that is there, so that
/// names sort by age without a clock. Touches no file with another name.
final class RecordingFolder {
  private static final Pattern NAME = Pattern.compile("plumbline-(\\d{8,18})-[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\.plbb");
  private static final Pattern JOURNAL_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Path folder;
  private final String journalId;

  /// @throws IllegalArgumentException where the journal's id fits into no file name
  RecordingFolder(Path folder, String journalId) {
    if (!JOURNAL_ID.matcher(journalId).matches()) {
      throw new IllegalArgumentException("journal id must be 1 to 64 letters, digits, '.', '_' or '-' and begin with a"
          + " letter or digit, but is '" + journalId + "'");
    }
    this.folder = folder;
    this.journalId = journalId;
  }

  private record Entry(Path file, long number, long bytes) {}

  /// Makes the folder where it is not there, and gives the number of the next file.
  long nextNumber() throws IOException {
    Files.createDirectories(folder);
    return entries().stream().mapToLong(Entry::number).max().orElse(0) + 1;
  }

  Path file(long number) {
    return folder.resolve(String.format(Locale.ROOT, "plumbline-%08d-%s.plbb", number, journalId));
  }

  /// Deletes the oldest recordings until the others take no more than this.
  ///
  /// @return how many were deleted
  int prune(long maxBytes) throws IOException {
    List<Entry> entries = entries();
    entries.sort(Comparator.comparingLong(Entry::number));
    long total = entries.stream().mapToLong(Entry::bytes).sum();
    int deleted = 0;
    for (Entry entry : entries) {
      if (total <= maxBytes) {
        break;
      }
      Files.deleteIfExists(entry.file());
      total -= entry.bytes();
      deleted++;
    }
    return deleted;
  }

  /// Makes a created file's name outlast a power cut.
  void force() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          entries.add(new Entry(file, Long.parseLong(name.group(1)), Files.size(file)));
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }
}
