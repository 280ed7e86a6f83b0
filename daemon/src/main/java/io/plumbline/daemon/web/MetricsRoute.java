package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.BarView;
import io.plumbline.daemon.domain.IngestCounters;
import java.util.concurrent.atomic.LongAdder;

/// `/metrics` in Prometheus' text format. No athlete and no bar is a label: their number has no bound, and a name is nobody's business here.
final class MetricsRoute {
  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  MetricsRoute(IngestCounters counters, BarBoard board) {
    messages("stored", counters.stored);
    messages("duplicate", counters.duplicates);
    messages("conflict", counters.conflicts);
    messages("invalid", counters.rejected);
    messages("failed", counters.failed);
    FunctionCounter.builder("plumbline.live.dropped", counters.liveDropped, LongAdder::sum)
        .description("Live samples left out because others waited").register(registry);
    refused("connect", counters.broker.refusedConnections);
    refused("publish", counters.broker.refusedPublishes);
    refused("subscribe", counters.broker.refusedSubscriptions);
    Gauge.builder("plumbline.broker.connected", board, known -> known.brokerConnected() ? 1 : 0)
        .description("1 while the daemon hears the broker").register(registry);
    Gauge.builder("plumbline.bars.online", board, known -> known.bars().stream().filter(BarView::online).count())
        .description("Bars that say they are there").register(registry);
    new JvmMemoryMetrics().bindTo(registry);
  }

  private void messages(String result, LongAdder count) {
    FunctionCounter.builder("plumbline.ingest.messages", count, LongAdder::sum).tag("result", result)
        .description("Messages by what became of them").register(registry);
  }

  private void refused(String what, LongAdder count) {
    FunctionCounter.builder("plumbline.broker.refused", count, LongAdder::sum).tag("what", what)
        .description("What the embedded broker did not allow").register(registry);
  }

  void addTo(RoutesConfig routes) {
    routes.get("/metrics", context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
        .header("Cache-Control", "no-store").result(registry.scrape()));
  }
}
