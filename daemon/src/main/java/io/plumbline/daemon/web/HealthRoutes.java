package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreProbe;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/health/live`: the process answers. `/health/ready`: it can take in summaries now, else 503 and the body names what is missing.
final class HealthRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

  private final BooleanSupplier brokerConnected;
  private final StoreProbe store;

  HealthRoutes(BooleanSupplier brokerConnected, StoreProbe store) {
    this.brokerConnected = brokerConnected;
    this.store = store;
  }

  void addTo(RoutesConfig routes) {
    // Nothing else is asked: a restart mends neither a broker nor a database.
    routes.get("/health/live", context -> answer(context, 200, "{\"live\":true}"));
    routes.get("/health/ready", this::ready);
  }

  private void ready(Context context) {
    boolean broker = brokerConnected.getAsBoolean();
    boolean writable = isWritable();
    answer(context, broker && writable ? 200 : 503, "{\"ready\":" + (broker && writable) + ",\"broker_connected\":"
        + broker + ",\"store_writable\":" + writable + "}");
  }

  private boolean isWritable() {
    try {
      store.requireWritable();
      return true;
    } catch (StoreException e) {
      LOG.warn("Not ready: {}", e.getMessage());
      return false;
    }
  }

  private static void answer(Context context, int status, String body) {
    context.status(status).contentType("application/json").header("Cache-Control", "no-store").result(body);
  }
}
