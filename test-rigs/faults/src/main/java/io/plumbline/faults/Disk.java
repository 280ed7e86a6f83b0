package io.plumbline.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder for a program's files. With a file system of its own, made in a file, it can be full and can lose its power.
final class Disk implements AutoCloseable {
  private static final long BYTES = 192L << 20;
  private static final int BLOCK_BYTES = 1 << 16;
  private static final String FILLER = "filler";

  private final Path folder;
  private final Path base;
  private final boolean mounted;
  private Path image;
  private final Runnable undo = this::unmount;
  private int images;
  private boolean over;

  private Disk(Path base, boolean mounted) {
    this.base = base;
    this.folder = base.resolve("disk");
    this.mounted = mounted;
    this.image = base.resolve("image-0");
  }

  /// @param ownFileSystem whether it gets one; needs the rights to mount
  static Disk make(Path base, boolean ownFileSystem) {
    Disk disk = new Disk(base, ownFileSystem);
    try {
      Files.createDirectories(disk.folder);
      if (ownFileSystem) {
        Made.add(disk.undo);
        Tools.run("truncate", "-s", Long.toString(BYTES), disk.image.toString());
        Tools.run("mkfs.ext4", "-q", "-F", disk.image.toString());
        disk.mount();
      }
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException(base + " cannot be made", e);
    }
  }

  private synchronized void mount() {
    if (over) {
      throw new IllegalStateException("the disk was taken away");
    }
    Tools.run("mount", "-o", "loop,discard", image.toString(), folder.toString());
  }

  Path folder() {
    return folder;
  }

  /// Whether it can be full and lose its power.
  boolean isMounted() {
    return mounted;
  }

  /// Takes all room away.
  void fill() {
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = Files.newOutputStream(folder.resolve(FILLER))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // It is full.
    }
  }

  /// Gives the room back.
  void free() {
    try {
      Files.deleteIfExists(folder.resolve(FILLER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What no program has forced to the disk is gone, as after a power cut: the disk's bytes are taken as they are now, and used from now on. Its programs must
  /// have been killed.
  synchronized void cutPower() {
    images++;
    Path next = base.resolve("image-" + images);
    Tools.run("cp", "--sparse=always", image.toString(), next.toString());
    Tools.run("umount", folder.toString());
    try {
      Files.delete(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    image = next;
    mount();
  }

  @Override
  public void close() {
    unmount();
    Made.remove(undo);
  }

  private synchronized void unmount() {
    over = true;
    if (mounted && !Tools.tries("umount", folder.toString())) {
      Tools.tries("umount", "-l", folder.toString());
    }
  }
}
