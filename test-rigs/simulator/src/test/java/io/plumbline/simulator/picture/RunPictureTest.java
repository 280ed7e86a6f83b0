package io.plumbline.simulator.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.run.Phase;
import io.plumbline.simulator.run.Trace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RunPictureTest {
  private final Path folder;

  RunPictureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldWriteAPngOfTheSheetsSizeWhenTheNameEndsInPng() throws Exception {
    Path file = folder.resolve("five.PNG");

    Trace trace = Runs.fiveReps();

    RunPicture.write(trace, file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(Sheet.WIDTH, image.getWidth());
    assertEquals(Sheet.HEIGHT, image.getHeight());
    for (Phase phase : new TreeSet<>(Arrays.asList(trace.phase()))) {
      long pixels = count(image, Palette.band(phase).getRGB());
      assertTrue(pixels > 2000, phase + " is to be seen in " + pixels + " pixels");
    }
  }

  @Test
  void shouldWriteAnSvgWithItsWordsWhenTheNameEndsInSvg() throws Exception {
    Path file = folder.resolve("five.svg");

    RunPicture.write(Runs.fiveReps(), file);

    Element root = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(file.toFile())
        .getDocumentElement();
    assertEquals("svg", root.getLocalName());
    assertEquals("0 0 1600 1100", root.getAttribute("viewBox"));
    List<String> words = words(root);
    for (String word : List.of("deadlift-120", "deadlift-conventional  ·  5 × 120 kg  ·  seed 7",
        "Five clean reps; what a good set looks like.", "height (cm)", "velocity (m/s)", "force (kN)", "forward (cm)",
        "lumbar flexion (°)", "time (s)", "bend (mm)", "0.62", "0.38", "completed", "First slack pull",
        "tension 0.70 s, plateau 0.15 s", "floor (cut off, up to 8.3 kN)", "rest", "T tension", "F floor")) {
      assertTrue(words.contains(word), word + " is missing from " + words);
    }
    assertFalse(words.toString().contains("NaN"), words::toString);
  }

  @Test
  void shouldNameWhatWentWrongWhenRepsAreNotWhole() throws Exception {
    Path file = folder.resolve("mishaps.svg");

    RunPicture.write(Runs.mishaps(), file);

    List<String> words = words(file);
    assertTrue(words.containsAll(List.of("1", "2 hitched", "3 failed", "4 no-lift-off", "39.7")), words::toString);
    assertFalse(words.contains("lumbar flexion (°)"), "no strap is worn");
  }

  @Test
  void shouldStaySmallAndCountMinutesWhenTheRunIsLong() throws Exception {
    Path file = folder.resolve("evening.svg");
    Trace trace = Runs.twentyMinutes();
    assertTrue(trace.size() > 500_000);

    RunPicture.write(trace, file);

    List<String> words = words(file);
    assertTrue(
        words.containsAll(List.of("time (min:s)", "10:00", "6 × 60 kg", "6 × 200 kg", "6 failed", "8 of 48 reps")),
        words::toString);
    assertTrue(Files.size(file) < 3_000_000, () -> "has grown to " + file.toFile().length());
  }

  @Test
  void shouldShowTheRunWhenThereIsNoRep() throws Exception {
    Path file = folder.resolve("none.svg");

    RunPicture.write(Runs.noReps(), file);

    List<String> words = words(file);
    assertTrue(words.containsAll(List.of("No rep in this run.",
        "The bar is rolled and a plate taken off: no rep.  ·  besides: roll 0.3 m, plate −20 kg")), words::toString);
  }

  @Test
  void shouldDrawWhatIsKnownWhenCurvesHaveGaps() throws Exception {
    MadeUpRun run = new MadeUpRun(0.001, true).set(100).unknown(500).rep(0.5, 0.02, MadeUpRun.End.LOWERED)
        .unknown(3000);
    Path file = folder.resolve("gaps.svg");

    RunPicture.write(run.trace("gaps", "Curves with gaps."), file);
    RunPicture.write(new MadeUpRun(0.001, true).set(100).unknown(500).trace("nothing", "All unknown."),
        folder.resolve("nothing.png"));
    RunPicture.write(new MadeUpRun(0.001, true).set(100).trace("empty", "No instant."), folder.resolve("empty.png"));

    assertTrue(words(file).contains("0.50"));
    assertFalse(Files.readString(file).contains("NaN"), "a coordinate is not a number");
  }

  @Test
  void shouldWriteTheSameBytesWhenTheTraceIsTheSame() throws Exception {
    for (String suffix : List.of(".png", ".svg")) {
      Path one = folder.resolve("one" + suffix);
      Path other = folder.resolve("other" + suffix);
      RunPicture.write(Runs.mishaps(), one);
      RunPicture.write(Runs.mishaps(), other);
      assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other), suffix);
    }
  }

  @Test
  void shouldRefuseWhenTheSuffixIsAnother() throws Exception {
    Trace trace = Runs.noReps();

    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> RunPicture.write(trace, folder.resolve("run.jpg")));

    assertEquals(
        "cannot draw " + folder.resolve("run.jpg") + ": a picture's name ends in .png or .svg, and this one in neither",
        refusal.getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void shouldReplaceAndLeaveNothingElseWhenThereIsAnOlderPicture() throws Exception {
    Path file = Files.writeString(folder.resolve("run.svg"), "old");

    RunPicture.write(Runs.noReps(), file);

    assertTrue(Files.readString(file).contains("<svg"));
    assertEquals(List.of(file), files());
  }

  @Test
  void shouldSayWhyWhenItCannotBeWritten() throws Exception {
    Trace trace = Runs.noReps();
    Path plain = Files.writeString(folder.resolve("plain"), "no folder");
    Path taken = Files.createDirectory(folder.resolve("taken.svg"));

    assertEquals("cannot write " + folder.resolve("gone/run.svg") + ": there is no folder " + folder.resolve("gone"),
        failure(trace, folder.resolve("gone/run.svg")));
    assertEquals("cannot write " + plain.resolve("run.svg") + ": there is no folder " + plain,
        failure(trace, plain.resolve("run.svg")));
    assertEquals("cannot write " + taken + ": it is a folder", failure(trace, taken));
    assertEquals(List.of(plain, taken), files());
  }

  /// In a process of its own, for the JDK looks for fonts once.
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNameThePackagesWhenTheMachineHasNoFonts() throws Exception {
    Path config = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    Path file = folder.resolve("run.svg");
    ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path"), DrawAlone.class.getName(),
        file.toString());
    builder.environment().put("FONTCONFIG_FILE", config.toString());
    Process process = builder.redirectErrorStream(true).start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals("cannot draw: this machine has no fonts; on Debian: apt install fontconfig fonts-dejavu-core",
        said.strip());
    assertFalse(Files.exists(file));
  }

  private static String failure(Trace trace, Path file) {
    return String.valueOf(assertThrows(IOException.class, () -> RunPicture.write(trace, file)).getMessage());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static long count(BufferedImage image, int rgb) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == rgb ? 1 : 0;
      }
    }
    return count;
  }

  private static List<String> words(Path file) throws Exception {
    return words(DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(file.toFile())
        .getDocumentElement());
  }

  private static List<String> words(Element root) {
    NodeList texts = root.getElementsByTagName("text");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      words.add(texts.item(i).getTextContent());
    }
    return words;
  }
}
