package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;

/// Holds the JSON Schemas and the AsyncAPI document equal to the records. With `-Dplumbline.contract.write=true` it writes them instead.
class GeneratedFilesTest {
  private static final String COMMAND = "mvn -B test -pl firmware-java/contract -Dtest=GeneratedFilesTest -Dplumbline.contract.write=true";
  private static final Path MODULE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
  private static final Path RESOURCES = MODULE.resolve("src/main/resources/io/plumbline/contract");

  @TestFactory
  Stream<DynamicTest> shouldBeEqualToTheRecordsWhenGeneratedAgain() {
    return documents().entrySet().stream().map(document -> DynamicTest.dynamicTest(document.getKey(),
        () -> shouldBeEqual(document.getKey(), text(document.getValue()))));
  }

  @Test
  void shouldHaveNoFileLeftOverWhenATypeIsGone() throws IOException {
    Set<String> expected = PayloadTypes.names().stream().map(name -> name + ".json").collect(Collectors.toSet());
    assertEquals(expected, filesIn("example"), "golden examples, written by hand: one for each payload type");
    if (!Boolean.getBoolean("plumbline.contract.write")) {
      assertEquals(expected, filesIn("schema"), () -> "schemas; generate with: " + COMMAND);
    }
  }

  @Test
  void shouldFindTheTargetWhenTheAsyncApiDocumentRefers() {
    JsonNode document = AsyncApiDocument.document();
    for (JsonNode reference : document.findValues("$ref")) {
      String target = reference.asString();
      if (target.startsWith("#")) {
        assertTrue(document.at(target.substring(1)).isObject(), target);
      } else {
        assertTrue(PayloadTypes.names().contains(target.replaceAll("^\\./schema/|\\.json$", "")), target);
      }
    }
  }

  private static Map<String, JsonNode> documents() {
    SourceDocs docs = new SourceDocs(MODULE.resolve("src/main/java/io/plumbline/contract/payload"));
    Map<String, JsonNode> documents = new LinkedHashMap<>();
    for (String name : PayloadTypes.names()) {
      documents.put("schema/" + name + ".json", SchemaDocument.of(name, docs));
    }
    documents.put("asyncapi.json", AsyncApiDocument.document());
    return documents;
  }

  private static void shouldBeEqual(String file, String generated) throws IOException {
    Path path = RESOURCES.resolve(file);
    if (Boolean.getBoolean("plumbline.contract.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, generated);
      return;
    }
    String committed = Files.exists(path) ? Files.readString(path) : "";
    int mismatch = Arrays.mismatch(generated.toCharArray(), committed.toCharArray());
    assertEquals(-1, mismatch, () -> file + " is not what the records say from line "
        + (1 + generated.substring(0, mismatch).lines().count()) + " on; generate it with: " + COMMAND);
  }

  private static String text(JsonNode document) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    return Goldens.MAPPER.writer().with(printer).writeValueAsString(document) + "\n";
  }

  private static Set<String> filesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
