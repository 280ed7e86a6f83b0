package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCleanerTest {
  @TempDir
  Path folder = Path.of("set by JUnit");

  @Test
  void shouldDeleteEveryOldCurveAndNoSummaryWhenItSweeps() throws Exception {
    DatabaseAddress address = DatabaseAddress.inFolder(folder);
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    try (SummaryDatabase database = SummaryDatabase.open(address, InstantSource.fixed(then))) {
      List<Received> curves = LongStream.rangeClosed(1, 450).mapToObj(sequence -> received(trace(key(sequence))))
          .toList();
      database.store().store(curves);
      database.store().store(List.of(received(rep(1))));
    }
    try (SummaryDatabase database = SummaryDatabase.open(address, InstantSource.fixed(then.plusSeconds(60)))) {
      database.store().store(List.of(received(trace(key(500)))));
      assertEquals(450, TraceCleaner.sweep(database.traces(), then.plusSeconds(30)));
      assertTrue(database.reader().trace(key(450)).isEmpty());
      assertTrue(database.reader().trace(key(500)).isPresent());
      assertTrue(database.reader().rep(key(1)).isPresent());
      assertEquals(0, TraceCleaner.sweep(database.traces(), then.plusSeconds(30)));
    }
  }
}
