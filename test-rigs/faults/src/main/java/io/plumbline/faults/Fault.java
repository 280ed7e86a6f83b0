package io.plumbline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// What can go wrong, and how it is made to.
enum Fault {
  BAR_KILLED("the bar program is killed", Need.NOTHING, 6) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      world.killBar();
    }
  },
  DAEMON_KILLED("the daemon is killed", Need.NOTHING, 4) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      world.killDaemon();
    }
  },
  BROKER_KILLED("the broker is killed", Need.NOTHING, 3) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      world.killBroker();
    }
  },
  BROKER_HUNG("the broker hangs", Need.NOTHING, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      freeze(world, world.broker(), hold);
    }
  },
  BROKER_FORGOT("the broker is killed and loses its whole store", Need.NOTHING, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      world.killBroker();
      deleteFiles(world.brokerDisk().folder().resolve("store"));
    }
  },
  NETWORK_CUT("the bar's network cable is pulled", Need.OWN_SYSTEMS, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      world.network().cut();
      world.flow(hold);
      world.network().mend();
    }
  },
  WIRE_BAD("a connection stalls half-open, is slow, loses a third, or is refused", Need.NOTHING, 2) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      Wire wire = random.nextBoolean() ? world.barWire() : world.daemonWire();
      Wire.Mode[] modes = Wire.Mode.values();
      wire.mode(modes[1 + random.nextInt(modes.length - 1)]);
      world.flow(hold);
      wire.mode(Wire.Mode.GOOD);
    }
  },
  DISK_FULL("a disk is full: bar's, daemon's or broker's", Need.OWN_SYSTEMS, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      Disk[] disks = {world.barDisk(), world.daemonDisk(), world.brokerDisk()};
      Disk disk = disks[random.nextInt(disks.length)];
      disk.fill();
      if (disk == world.daemonDisk()) {
        world.daemonMayEnd();
      }
      long endNs = System.nanoTime() + hold.toNanos();
      do {
        world.flow(Duration.ofMillis(100));
        BarRun run = world.bar();
        if (disk == world.barDisk() && run != null) {
          run.diskWasBad();
        }
      } while (System.nanoTime() - endNs < 0);
      disk.free();
    }
  },
  WRITES_FAIL("forcing data to the disk fails again and again: bar's or daemon's", Need.STRACE, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      Deployment.Twist twist = Deployment.Twist.failingForces(1 + random.nextInt(12), 1 + random.nextInt(4));
      if (random.nextBoolean()) {
        world.killBar();
        world.startBar(twist);
        world.awaitBar(LONGEST_RUN);
      } else {
        world.killDaemon();
        world.startDaemon(twist);
        world.flow(hold.plus(START));
        world.killDaemon();
      }
    }
  },
  POWER_CUT("bar or daemon is killed, and what was not forced to its disk is gone", Need.OWN_SYSTEMS, 3) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      if (random.nextBoolean()) {
        world.cutBarPower();
      } else {
        world.killDaemon();
        world.daemonDisk().cutPower();
      }
    }
  },
  CLOCK_JUMPED("the wall clock of bar or daemon is wrong by a month, or before 1970", Need.FAKETIME, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      Path library = Need.faketime().orElseThrow();
      Deployment.Twist twist = Deployment.Twist.wrongClock(library, TIMES[random.nextInt(TIMES.length)]);
      if (random.nextBoolean()) {
        world.killBar();
        world.startBar(twist);
        world.awaitBar(LONGEST_RUN);
      } else {
        world.killDaemon();
        world.startDaemon(twist);
        world.flow(hold.plus(START));
        world.killDaemon();
      }
    }
  },
  ALL_SENT_AGAIN("everything in the bar's journals is sent once more", Need.NOTHING, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      Path state = world.anotherState();
      Path journals = state.resolve("journal");
      try {
        Files.createDirectories(journals);
        for (Path file : Generated.files(world.barState().resolve("journal"))) {
          JournalRecords.copyUnsettled(file, journals.resolve(file.getFileName().toString()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      beside(world, state);
    }
  },
  TWIN_BARS("a second bar program runs with the same id", Need.NOTHING, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      beside(world, world.anotherState());
    }
  },
  DAEMON_STUCK("the daemon hangs while reps flow", Need.NOTHING, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      freeze(world, world.daemon(), hold.multipliedBy(2));
    }
  },
  OUT_OF_MEMORY("bar or daemon gets too little memory", Need.NOTHING, 1) {
    @Override
    void inflict(World world, Random random, Duration hold) {
      if (random.nextBoolean()) {
        world.killBar();
        world.startBar(Deployment.Twist.TIGHT);
        world.awaitBar(LONGEST_RUN);
      } else {
        world.killDaemon();
        world.startDaemon(Deployment.Twist.TIGHT);
        world.flow(hold.plus(START));
        world.killDaemon();
      }
    }
  };

  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);
  /// What a JVM may need to come up on a busy machine.
  private static final Duration START = Duration.ofSeconds(4);
  private static final String[] TIMES = {"-30d", "+30d", "@1969-07-20 20:17:40"};

  /// What has to be there.
  enum Need {
    /// Nothing but the programs.
    NOTHING("") {
      @Override
      boolean isMet() {
        return true;
      }
    },
    /// File systems and a network that can be broken.
    OWN_SYSTEMS("the superuser, who may mount file systems and make networks (mkfs.ext4, mount, ip)") {
      @Override
      boolean isMet() {
        return OwnSystems.canBeMade();
      }
    },
    /// A program that makes system calls fail.
    STRACE("strace (Debian's package strace)") {
      @Override
      boolean isMet() {
        return Tools.find("strace").isPresent() && Tools.tries("strace", "-qqq", "-o", "/dev/null", "true");
      }
    },
    /// A library that tells a wrong time.
    FAKETIME("libfaketime (Debian's package libfaketime)") {
      @Override
      boolean isMet() {
        return faketime().isPresent();
      }
    };

    private final String what;

    Need(String what) {
      this.what = what;
    }

    abstract boolean isMet();

    /// What to install or to be.
    String what() {
      return what;
    }

    static Optional<Path> faketime() {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of("/usr/lib"))) {
        for (Path each : folders) {
          Path library = each.resolve("faketime/libfaketimeMT.so.1");
          if (Files.exists(library)) {
            return Optional.of(library);
          }
        }
        return Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  private final String sentence;
  private final Need need;
  private final int weight;

  Fault(String sentence, Need need, int weight) {
    this.sentence = sentence;
    this.need = need;
    this.weight = weight;
  }

  /// Makes it happen, and ends it.
  ///
  /// @param hold how long a state lasts
  abstract void inflict(World world, Random random, Duration hold);

  /// As a person writes it.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sentence() {
    return sentence;
  }

  Need need() {
    return need;
  }

  /// How often beside the others.
  int weight() {
    return weight;
  }

  private static void freeze(World world, @org.jspecify.annotations.Nullable Child child, Duration hold) {
    if (child == null) {
      return;
    }
    child.signal("STOP");
    world.flow(hold);
    child.signal("CONT");
  }

  private static void beside(World world, Path state) {
    BarRun second = world.startBar(Deployment.Twist.NONE, state);
    long endNs = System.nanoTime() + LONGEST_RUN.toNanos();
    while (second.child().isAlive() && System.nanoTime() - endNs < 0) {
      world.flow(Duration.ofMillis(100));
    }
    boolean killed = second.child().isAlive();
    second.child().kill();
    world.collect(second, killed);
  }

  private static void deleteFiles(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
