package io.plumbline.daemon.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A table on its way into files: rows are written as they come, so that a long history needs no memory. Closing it closes the file.
final class Table implements AutoCloseable {
  private final List<Column> columns;
  private final BufferedWriter writer;
  private final Csv csv;

  Table(Path file, List<Column> columns) throws IOException {
    this.columns = columns;
    this.writer = Files.newBufferedWriter(file);
    this.csv = new Csv(writer, columns);
  }

  /// Adds a row, and gives its values in the order of the columns.
  List<@Nullable Object> row(JsonNode row) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : columns) {
      values.add(column.value(row));
    }
    csv.row(values);
    return values;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
