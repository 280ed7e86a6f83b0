package io.plumbline.daemon.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.daemon.export.Column.Kind;
import io.plumbline.daemon.support.ParquetText;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of every kind of column, read back by a library.
class ParquetTest {
  private static final List<Column> COLUMNS = List.of(new Column("done", "/done", Kind.BOOLEAN),
      new Column("count", "/count", Kind.INTEGER), new Column("speed_mps", "/speed_mps", Kind.NUMBER),
      new Column("name", "/name", Kind.TEXT), new Column("at", "/at", Kind.INSTANT),
      new Column("never", "/never", Kind.TEXT), new Column("words", "/words", Kind.LIST));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 4095, 4096, 4097, 9000})
  void shouldGiveEveryValueBackWhenReadByALibrary(int rows) throws Exception {
    Random random = new Random(rows);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Parquet parquet = new Parquet(file, COLUMNS);
    List<List<String>> expected = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<@Nullable Object> row = Arrays.asList(maybe(random, random.nextBoolean()), maybe(random, random.nextLong()),
          maybe(random, random.nextGaussian()), maybe(random, "Ünï \"" + random.nextInt() + "\" 🏋"),
          maybe(random, "2026-11-23T17:00:00.125Z"), null, "");
      parquet.row(row);
      expected.add(row.stream().map(value -> value == null ? "" : value.toString()).toList());
    }
    parquet.finish();
    assertEquals(expected, ParquetText.read(file.toByteArray()).stream()
        .map(row -> List.copyOf(row.values())).toList());
  }

  private static @Nullable Object maybe(Random random, Object value) {
    return random.nextInt(4) == 0 ? null : value;
  }
}
