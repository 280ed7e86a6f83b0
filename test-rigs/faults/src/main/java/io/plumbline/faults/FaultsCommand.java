package io.plumbline.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `plumbline faults`.
@Command(name = "faults", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Breaks bar, broker and daemon at random moments while reps flow, and compares what stood in the bar's journals with what the",
    "daemon has stored: each rep and set exactly once, with the same content, in an order that can be found again.",
    "The bar has virtual chips; the broker is Debian's mosquitto. Everything is stopped and deleted at the end."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline faults", "  plumbline faults --count 15 --seed 7",
        "  plumbline faults --only bar-killed,power-cut --count 40",
        "  plumbline faults --list"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:nothing was lost", "1:something was", "2:it could not be tried"})
public final class FaultsCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final String MOSQUITTO = "mosquitto";
  private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--count", paramLabel = "N", defaultValue = "150", description = "How many faults (default: ${DEFAULT-VALUE}).")
  private int count = 150;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which faults in which order, what they hit and when (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--only", paramLabel = "FAULT", split = ",", description = "Only these faults (see --list).")
  private List<String> only = List.of();

  @Option(names = "--hold", paramLabel = "S", defaultValue = "3", description = "How long a state like a hang lasts, s (default: ${DEFAULT-VALUE}).")
  private double holdS = 3;

  @Option(names = "--keep", paramLabel = "FOLDER", description = "Do it in this new folder, and leave logs there.")
  private @Nullable Path keep;

  @Option(names = "--list", description = "Name the faults and what they need.")
  private boolean list;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      for (Fault fault : Fault.values()) {
        String missing = fault.need().isMet() ? "" : " (not here: needs " + fault.need().what() + ")";
        out.printf("%-16s %s%s%n", fault.id(), fault.sentence(), missing);
      }
      out.flush();
      return 0;
    }
    if (count < 1 || !(holdS > 0)) {
      throw new ParameterException(spec.commandLine(), "--count and --hold must be above 0");
    }
    List<Fault> chosen = chosen();
    if (chosen.isEmpty()) {
      complain("nothing of what was chosen can be done here (see --list)");
      return UNUSABLE;
    }
    Optional<Path> mosquitto = Tools.find(MOSQUITTO);
    if (mosquitto.isEmpty()) {
      complain("there is no mosquitto to break; Debian's package mosquitto has it");
      return UNUSABLE;
    }
    boolean cut = false;
    Path folder = keep == null ? Files.createTempDirectory("plumbline-faults") : Files.createDirectory(keep);
    try {
      Campaign.Result result = run(chosen, folder, mosquitto.get());
      cut = result == null;
      return result == null ? 1 : report(result, out);
    } finally {
      if (keep == null && !cut) {
        delete(folder);
      }
    }
  }

  /// @return null after Ctrl-C
  private Campaign.@Nullable Result run(List<Fault> chosen, Path folder, Path mosquitto) {
    List<String> java = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    java.addAll(JVM);
    java.addAll(List.of("-cp", System.getProperty("java.class.path")));
    String main = spec.root().userObject().getClass().getName();
    PrintWriter err = spec.commandLine().getErr();
    Campaign campaign = new Campaign(chosen, count, seed, Duration.ofMillis(Math.round(1000 * holdS)));
    try {
      return campaign.run(folder, new Deployment(java, main, mosquitto), (number, fault) -> {
        err.println(number + " of " + count + ": " + fault.sentence());
        err.flush();
      }, () -> tidy(folder));
    } catch (IllegalStateException | UncheckedIOException e) {
      if (!campaign.wasCut()) {
        throw e;
      }
      return null;
    }
  }

  /// Ctrl-C came: the thread that breaks things may still write a last line.
  private void tidy(Path folder) {
    if (keep != null) {
      complain("interrupted: everything is stopped, logs are in " + keep);
      return;
    }
    try {
      delete(folder);
      complain("interrupted: everything is stopped and deleted");
    } catch (IOException e) {
      complain("left in " + folder + ": " + e.getMessage());
    }
  }

  private List<Fault> chosen() {
    List<Fault> chosen = new ArrayList<>();
    List<String> wanted = new ArrayList<>(only);
    for (Fault fault : Fault.values()) {
      if (!only.isEmpty() && !wanted.remove(fault.id())) {
        continue;
      }
      if (fault.need().isMet()) {
        chosen.add(fault);
      } else {
        complain(fault.id() + " is left out: it needs " + fault.need().what());
      }
    }
    if (!wanted.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--only: there is no fault " + wanted.getFirst()
          + "; 'plumbline faults --list' names them");
    }
    return chosen;
  }

  private Integer report(Campaign.Result result, PrintWriter out) {
    result.counts().forEach((fault, times) -> out.printf("%4d  %s%n", times, fault.sentence()));
    out.printf(Locale.ROOT, "%d faults with %d SIGKILLs in %d s, seed %d%n", count, result.kills(),
        result.duration().toSeconds(), seed);
    result.verdict().lines().forEach(out::println);
    out.flush();
    return result.verdict().isGood() ? 0 : 1;
  }

  private void complain(String text) {
    spec.commandLine().getErr().println("plumbline faults: " + text);
    spec.commandLine().getErr().flush();
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path each, @Nullable IOException error) throws IOException {
        Files.delete(each);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
