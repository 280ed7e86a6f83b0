package io.plumbline.daemon.support;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads Parquet with a library, as texts: what is null is empty.
public final class ParquetText {
  private ParquetText() {}

  public static List<Map<String, String>> read(byte[] file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader row = reader.rowReader()) {
      int columns = row.getFieldCount();
      while (row.hasNext()) {
        row.next();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns; i++) {
          values.put(row.getFieldName(i), row.isNull(i) ? "" : String.valueOf(row.getValue(i)));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
