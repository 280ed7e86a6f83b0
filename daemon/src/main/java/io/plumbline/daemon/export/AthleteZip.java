package io.plumbline.daemon.export;

import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.Trace;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteChange;
import io.plumbline.daemon.domain.training.Exporter.Export;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.ToldKind;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingBooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything of one athlete in one zip file. It is read once, set by set, so that all files in it say the same; what is stored meanwhile may be in it or not.
final class AthleteZip implements Export {
  private static final int PAGE = 100;
  private static final List<Column> SETS = Column.of(SetRow.class);
  private static final List<Column> REPS = Column.of(SetRow.Rep.class);
  private static final List<Column> CURVES = Arrays.stream(Trace.class.getRecordComponents())
      .filter(component -> component.getType() == List.class)
      .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
      .map(name -> new Column(name, "/" + name, Column.Kind.NUMBER)).toList();

  private final TrainingBooks books;
  private final SummaryReader reader;
  private final InstantSource clock;
  private final Kept<Athlete> athlete;
  private final boolean withTraces;
  private final ExportJson json = new ExportJson();
  private int traces;

  AthleteZip(TrainingBooks books, SummaryReader reader, InstantSource clock, Kept<Athlete> athlete,
      boolean withTraces) {
    this.books = books;
    this.reader = reader;
    this.clock = clock;
    this.athlete = athlete;
    this.withTraces = withTraces;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException, StoreException {
    // Not closed where something fails: without its table of contents no reader takes it for whole.
    ZipOutputStream zip = new ZipOutputStream(out);
    try (Spool spool = new Spool()) {
      begin(zip, "README.txt");
      zip.write(text("README.txt"));
      try (Table sets = new Table(spool.file("sets.csv"), SETS);
          Table reps = new Table(spool.file("reps.csv"), REPS);
          OutputStream columnar = Files.newOutputStream(spool.file("reps.parquet"))) {
        Parquet parquet = new Parquet(columnar, REPS);
        begin(zip, "athlete.json");
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        writeAthlete(writer, spool, new Tables(sets, reps, parquet));
        writer.flush();
        parquet.finish();
      }
      for (String name : spool.names()) {
        begin(zip, name);
        Files.copy(spool.file(name), zip);
      }
    }
    zip.finish();
  }

  /// Where rows go.
  private record Tables(Table sets, Table reps, Parquet parquet) {}

  private void writeAthlete(Writer out, Spool spool, Tables tables) throws IOException, StoreException {
    String id = athlete.value().id();
    out.write("{\"format\":\"plumbline-athlete\",\"format_version\":1,\"exported_at\":"
        + json.write(clock.instant()) + ",\n\"athlete\":" + json.write(athlete) + ",\n\"bar_names\":"
        + json.write(books.athletes().barNames(id)) + ",\n\"rule_overrides\":"
        + json.write(books.athletes().ruleOverrides(id)) + ",\n\"entries\":{");
    String separator = "\n";
    for (ToldKind kind : ToldKind.values()) {
      out.write(separator + json.write(kind.plural()) + ":[");
      writeEntries(out, id, kind, spool);
      out.write("]");
      separator = ",\n";
    }
    out.write("},\n\"sets\":[");
    separator = "\n";
    Place next = null;
    do {
      Page<TrainedSet> page = books.sets().sets(id, next, PAGE);
      for (TrainedSet set : page.items()) {
        out.write(separator + json.write(set(set, spool, tables)));
        separator = ",\n";
      }
      next = page.next();
    } while (next != null);
    out.write("],\n\"changes\":[");
    separator = "\n";
    for (AthleteChange change : books.athletes().everyChange(id)) {
      out.write(separator + json.write(json.change(change)));
      separator = ",\n";
    }
    out.write("]}\n");
  }

  private void writeEntries(Writer out, String id, ToldKind kind, Spool spool) throws IOException, StoreException {
    try (Table table = new Table(spool.file(kind.plural() + ".csv"), Column.of(kind.type()))) {
      String separator = "\n";
      Place next = null;
      do {
        Page<Kept<Told>> page = books.notebook().list(id, kind, next, PAGE);
        for (Kept<Told> kept : page.items()) {
          out.write(separator + json.write(kept));
          table.row(json.tree(kept.value()));
          separator = ",\n";
        }
        next = page.next();
      } while (next != null);
    }
  }

  private ObjectNode set(TrainedSet set, Spool spool, Tables tables) throws IOException, StoreException {
    tables.sets().row(json.tree(SetRow.of(set)));
    ObjectNode node = json.object();
    node.set("trained", json.tree(set));
    node.set("correction", json.tree(books.sets().correction(set.key())));
    node.set("changes", json.changes(books.sets().amendments(set.key())));
    SetDetail detail = reader.set(set.key().barId(), set.key().journalId(), set.key().setNumber()).orElseThrow();
    node.set("summary", json.parsed(detail.summaryJson()));
    var reps = node.putArray("reps");
    var curves = node.putArray("traces");
    for (String payload : detail.repJson()) {
      JsonNode told = json.parsed(payload);
      reps.add(told);
      Optional<TrainedRep> trained = set.reps().stream()
          .filter(rep -> rep.sequence() == told.at("/key/sequence").asLong()).findFirst();
      if (trained.isPresent()) {
        String file = withTraces ? trace(set, trained.get(), spool, curves::add) : null;
        tables.parquet().row(tables.reps().row(json.rep(set, trained.get(), told, file)));
      }
    }
    return node;
  }

  /// The file with the curves of a rep, null where there are none.
  private @Nullable String trace(TrainedSet set, TrainedRep rep, Spool spool,
      Consumer<JsonNode> found) throws IOException, StoreException {
    Optional<String> payload = reader
        .trace(new RecordKey(set.key().barId(), set.key().journalId(), rep.sequence()));
    if (payload.isEmpty()) {
      return null;
    }
    JsonNode trace = json.parsed(payload.get());
    found.accept(trace);
    traces++;
    String name = String.format(Locale.ROOT, "traces/%06d.csv", traces);
    try (Table table = new Table(spool.file(name), CURVES)) {
      for (int i = 0; i < trace.get("time_s").size(); i++) {
        ObjectNode row = json.object();
        for (Column curve : CURVES) {
          row.set(curve.name(), trace.path(curve.name()).path(i));
        }
        table.row(row);
      }
    }
    return name;
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }

  private static byte[] text(String resource) throws IOException {
    try (InputStream stream = AthleteZip.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("resource " + resource + " is missing");
      }
      return stream.readAllBytes();
    }
  }

  /// Files that wait for their turn in the zip, in a folder of their own that only this user may read; closing it deletes them.
  private static final class Spool implements AutoCloseable {
    private final Path folder;
    private final List<String> names = new ArrayList<>();

    Spool() throws IOException {
      this.folder = Files.createTempDirectory("plumbline-export");
    }

    Path file(String name) {
      if (!names.contains(name)) {
        names.add(name);
      }
      return folder.resolve(name.replace('/', '-'));
    }

    List<String> names() {
      return List.copyOf(names);
    }

    @Override
    public void close() throws IOException {
      for (String name : names) {
        Files.deleteIfExists(file(name));
      }
      Files.delete(folder);
    }
  }
}
