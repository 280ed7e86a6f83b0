package io.plumbline.daemon.homeassistant;

import io.plumbline.daemon.domain.Outlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which bars were announced, in a small file: devices stay at the broker for ever, so whoever turns this off later must know what to take away. Thread-safe.
public final class AnnouncedBars {
  private static final Logger LOG = LoggerFactory.getLogger(AnnouncedBars.class);

  private final Path file;
  /// Lines of prefix, daemon and bar, separated by tabs.
  private final Set<String> lines;

  private AnnouncedBars(Path file, Set<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Reads the file; one that cannot be read counts as empty.
  public static AnnouncedBars of(Path file) {
    Set<String> lines = new LinkedHashSet<>();
    try {
      if (Files.exists(file)) {
        lines.addAll(Files.readAllLines(file));
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read ({}): what was announced before stays at the broker", file, e.getMessage());
    }
    return new AnnouncedBars(file, lines);
  }

  /// Whether there is anything to take away.
  public synchronized boolean isEmpty() {
    return lines.isEmpty();
  }

  synchronized void add(HomeTopics topics, String barId) {
    if (lines.add(topics.prefix() + "\t" + topics.daemonId() + "\t" + barId)) {
      write();
    }
  }

  /// Takes away whatever was announced and is not wanted any more.
  ///
  /// @param wanted what is used from now on, so that its bars stay; empty for nothing
  /// @return whether all of it was handed over; else it is tried again at the next connection
  public synchronized boolean clear(Outlet outlet, List<HomeTopics> wanted) {
    List<String> old = lines.stream().filter(line -> wanted.stream()
        .noneMatch(topics -> line.startsWith(topics.prefix() + "\t" + topics.daemonId() + "\t"))).toList();
    boolean all = true;
    for (String line : old) {
      String[] parts = line.split("\t", -1);
      boolean gone = parts.length != 3 || HomeAssistant.clear(outlet, new HomeTopics(parts[0], parts[1]), parts[2]);
      all &= gone;
      if (gone) {
        lines.remove(line);
      }
    }
    if (!old.isEmpty()) {
      write();
    }
    return all;
  }

  private void write() {
    try {
      if (lines.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("{} cannot be written ({}): the devices will have to be taken away by hand", file, e.getMessage());
    }
  }
}
