package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.daemon.support.TestBar;
import io.plumbline.daemon.support.TestPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir
  Path folder = Path.of("set by JUnit");

  @Test
  void shouldCountWithoutNamesWhenABarPublishesTheSameTwice() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder));
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      page.listen();
      bar.availability("online");
      page.await("availability");
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      bar.publish(Channel.REP, rep(1));
      bar.publish(Channel.REP, rep(2));
      bar.awaitStoredUpTo(2);
      String text = page.get("metrics").body();
      List<String> lines = text.lines().toList();
      for (String line : List.of("plumbline_ingest_messages_total{result=\"stored\"} 2.0",
          "plumbline_ingest_messages_total{result=\"duplicate\"} 1.0",
          "plumbline_ingest_messages_total{result=\"invalid\"} 0.0", "plumbline_broker_connected 1.0",
          "plumbline_bars_online 1.0", "plumbline_live_dropped_total 0.0",
          "# TYPE plumbline_ingest_messages_total counter")) {
        assertTrue(lines.contains(line), line + " is not in " + text);
      }
      assertTrue(text.contains("jvm_memory_used_bytes{"), text);
      assertFalse(text.contains(BAR) || text.contains("Ada"), text);
      assertEquals("text/plain; version=0.0.4; charset=utf-8",
          page.get("metrics").headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT));
    }
  }
}
