package io.plumbline.daemon.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.BarCommands;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.StoreProbe;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.Exporter;
import io.plumbline.daemon.domain.training.Importer;
import io.plumbline.daemon.domain.training.TrainingBooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/// The HTTP server: on loopback, and where there is a door for them, for others in the network over TLS.
public final class WebServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> HOST_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  /// What OWASP's secure headers project asks for, beside what depends on TLS.
  private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
      "DENY", "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
      "Cross-Origin-Embedder-Policy", "require-corp", "Cross-Origin-Resource-Policy", "same-origin",
      "X-Permitted-Cross-Domain-Policies", "none", "Permissions-Policy",
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Javalin server;
  private final EventHub hub;

  /// What is served.
  ///
  /// @param reader   what bars told
  /// @param books    what people told and corrected
  /// @param advisor  what a coach says of it
  /// @param exporter makes files of it
  /// @param importer takes in those of other tools
  /// @param probe    whether the database takes anything
  /// @param board    what is live
  /// @param commands tells bars what to do
  /// @param counters what arrived
  /// @param accounts who may ask, null where everybody at this computer may
  public record Sources(SummaryReader reader, TrainingBooks books, Advisor advisor, Exporter exporter,
      Importer importer, StoreProbe probe, BarBoard board, BarCommands commands, IngestCounters counters,
      @Nullable Accounts accounts) {}

  private WebServer(Javalin server, EventHub hub) {
    this.server = server;
    this.hub = hub;
  }

  /// Starts serving, on loopback only.
  ///
  /// @param port 0 for any free one
  /// @throws WebStartException where the port is taken
  public static WebServer start(int port, Sources sources, EventHub hub) throws WebStartException {
    return start(port, null, sources, hub);
  }

  /// Starts serving.
  ///
  /// @param port 0 for any free one
  /// @param door for others in the network, null for none
  /// @throws WebStartException where a port is taken
  public static WebServer start(int port, @Nullable NetworkDoor door, Sources sources, EventHub hub)
      throws WebStartException {
    Api api = new Api(sources, hub);
    MetricsRoute metrics = new MetricsRoute(sources.counters(), sources.board());
    HealthRoutes health = new HealthRoutes(sources.board()::brokerConnected, sources.probe());
    Javalin server = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.concurrency.useVirtualThreads = true;
      config.jetty.host = LOOPBACK;
      if (door != null) {
        config.jetty.addConnector((jetty, usual) -> {
          ServerConnector local = new ServerConnector(jetty, new HttpConnectionFactory(usual));
          local.setHost(LOOPBACK);
          local.setPort(port);
          return local;
        });
        config.jetty.addConnector(door::connector);
      }
      config.http.prefer405over404 = true;
      config.staticFiles.add(files -> {
        files.directory = "/web";
        files.location = Location.CLASSPATH;
        files.mimeTypes.add("application/manifest+json", "webmanifest");
        // Always asked again: after an update no page runs with half of the old files.
        files.headers = Map.of("Cache-Control", "no-cache");
      });
      config.routes.before(context -> protect(context, door));
      api.addTo(config.routes);
      health.addTo(config.routes);
      metrics.addTo(config.routes);
      new AuthorityRoute(door == null ? null : door.authorityPem()).addTo(config.routes);
    });
    try {
      server.start(port);
    } catch (JavalinBindException e) {
      String option = door == null ? "" : " and --https-port";
      throw new WebStartException(
          "HTTP port " + port + " cannot be used (" + reason(e) + "): choose another with --http-port"
              + option,
          e);
    }
    return new WebServer(server, hub);
  }

  private static void protect(Context context, @Nullable NetworkDoor door) {
    context.header("Content-Security-Policy", POLICY);
    HEADERS.forEach(context::header);
    String host = String.valueOf(context.header("Host")).replaceFirst(":[0-9]{1,5}$", "");
    // A foreign name that was made to resolve to this machine must not read what is stored here.
    if (context.scheme().equals("https")) {
      if (door == null || !door.isCalled(host)) {
        throw new HttpResponseException(421, "ask for a name or address of this computer");
      }
      if (context.path().equals("/metrics")) {
        throw new NotFoundResponse("this is told on the daemon's own computer only");
      }
    } else if (!HOST_NAMES.contains(host)) {
      throw new HttpResponseException(421, "ask for localhost or 127.0.0.1");
    }
  }

  private static String reason(Throwable error) {
    Throwable innermost = error;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }

  /// Where the dashboard is, `http://127.0.0.1:<real port>/`.
  public String uri() {
    return "http://" + LOOPBACK + ":" + server.port() + "/";
  }

  /// Every route that answers, as `GET /api/bars`.
  public List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream().map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path).toList();
  }

  @Override
  public void close() {
    hub.closeAll();
    server.stop();
  }
}
