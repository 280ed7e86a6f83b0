package io.plumbline.daemon.app;

import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.AuditAction;
import io.plumbline.daemon.access.AuditEntry;
import io.plumbline.daemon.access.PasswordHasher;
import io.plumbline.daemon.access.PasswordHasher.Cost;
import io.plumbline.daemon.broker.BrokerStartException;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.BothEvents;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.export.FileExporter;
import io.plumbline.daemon.imports.CsvImporter;
import io.plumbline.daemon.ingest.BrokerAddress;
import io.plumbline.daemon.ingest.CommandSender;
import io.plumbline.daemon.ingest.Ingest;
import io.plumbline.daemon.ingest.Sharing;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import io.plumbline.daemon.web.EventHub;
import io.plumbline.daemon.web.WebServer;
import io.plumbline.daemon.web.WebStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running daemon. Several can run in one process, each with a data folder of its own.
public final class Daemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private static final long CONNECT_TIMEOUT_MS = 20_000;
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  /// Closed last to first.
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final IngestCounters counters = new IngestCounters();
  private final String brokerUri;
  private final String secureUri;
  private final String httpUri;
  private final List<String> networkUris;
  private final String authorityPrint;
  private final String database;
  private final @Nullable String setupCode;
  private final Ingest ingest;
  private final AtomicReference<@Nullable CommandSender> sender = new AtomicReference<>();
  private boolean closed;

  private Daemon(DaemonConfig config) throws DaemonStartException {
    try {
      // What a person may have mistyped first: nothing is made on disk before it is known to be right.
      BrokerAddress external = external(config);
      DatabaseAddress address = config.databaseUrl() == null
          ? DatabaseAddress.inFolder(config.dataFolder())
          : DatabaseAddress.parse(config.databaseUrl());
      requireShareable(config, address);
      DataFolder folder = owned(DataFolder.open(config.dataFolder()));
      SummaryDatabase store = owned(SummaryDatabase.open(address, InstantSource.system()));
      if (config.traceDays() > 0) {
        owned(TraceCleaner.start(store.traces(), Duration.ofDays(config.traceDays()), InstantSource.system()));
      }
      Accounts accounts = config.accounts()
          ? new Accounts(store.accounts(), new PasswordHasher(Cost.USUAL), InstantSource.system())
          : null;
      this.setupCode = accounts == null || accounts.isSetUp() ? null : accounts.setupCode();
      EventHub hub = new EventHub();
      HomePart home = owned(
          new HomePart(config.homePrefix(), config.clientId(), config.share(),
              folder.path().resolve("home-assistant"), store.books().athletes()));
      BarEvents told = home.events();
      BarBoard board = new BarBoard(told == null ? hub : new BothEvents(hub, told));
      DashboardDoor door = config.dashboard().securePort() < 0
          ? null
          : owned(DashboardDoor.open(folder.path(), config.dashboard()));
      WebServer web = owned(WebServer.start(config.httpPort(), door == null ? null : door.door(),
          new WebServer.Sources(store.reader(), store.books(), new CoachAdvisor(),
              new FileExporter(store.books(), store.reader(), InstantSource.system()),
              new CsvImporter(store.books().notebook()), store.probe(), board, this::tell, counters, accounts),
          hub));
      BrokerAddress broker = external;
      BrokerPart embedded = null;
      if (broker == null) {
        embedded = owned(BrokerPart.start(folder.path(), config, counters.broker, name -> paired(store, name)));
        broker = embedded.address();
      }
      Sharing sharing = new Sharing(config.share(), FormerShares.with(config.share(), folder.path()), hub);
      this.ingest = owned(new Ingest(broker, config.clientId(), sharing, store.store(), board, counters));
      ingest.start();
      home.start(broker);
      sender.set(new CommandSender(broker));
      if (external == null && !ingest.awaitConnected(CONNECT_TIMEOUT_MS)) {
        LOG.warn("The embedded broker at {} does not answer yet", broker);
      }
      this.brokerUri = broker.uri();
      this.secureUri = embedded == null ? "" : embedded.secureUri();
      this.httpUri = web.uri();
      this.networkUris = door == null ? List.of() : door.uris();
      this.authorityPrint = door == null ? "" : door.fingerprint();
      this.database = address.shown();
    } catch (IllegalArgumentException | StoreException | BrokerStartException | WebStartException e) {
      close();
      throw new DaemonStartException(String.valueOf(e.getMessage()), e);
    } catch (DaemonStartException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static @Nullable BrokerAddress external(DaemonConfig config) {
    Path authorities = config.brokerCa();
    String url = config.brokerUrl();
    if (url == null) {
      if (authorities != null) {
        throw new IllegalArgumentException(
            "--broker-ca goes with --broker: the daemon knows its own broker without it");
      }
      return null;
    }
    BrokerAddress address = BrokerAddress.parse(url);
    return authorities == null ? address : address.trusting(authorities);
  }

  /// Daemons share one journal of acknowledgements: it stands in the database.
  private static void requireShareable(DaemonConfig config, DatabaseAddress database) {
    String share = config.share();
    if (share == null) {
      return;
    }
    if (!Sharing.isName(share)) {
      throw new IllegalArgumentException(
          "--share takes a name of 1 to 64 letters, digits, '.', '_' or '-', the same for each of the daemons");
    }
    if (config.brokerUrl() == null) {
      throw new IllegalArgumentException(
          "--share needs --broker URL: daemons share a broker that is none of theirs, as Mosquitto");
    }
    if (database.dialect() != DatabaseAddress.Dialect.POSTGRESQL) {
      throw new IllegalArgumentException(
          "--share needs --db postgresql://…: daemons that share what bars publish share a database too");
    }
  }

  /// Starts a daemon; when this returns, the dashboard and the embedded broker answer, and the daemon listens. An external broker that is not there is waited for.
  ///
  /// @throws DaemonStartException where it cannot run as told; everything that was started is stopped again
  public static Daemon start(DaemonConfig config) throws DaemonStartException {
    return new Daemon(config);
  }

  private @Nullable CommandResult tell(String barId, Command command) throws IOException, InterruptedException {
    CommandSender known = sender.get();
    if (known == null) {
      throw new IOException("the daemon is still starting: try again");
    }
    return known.send(barId, command, ANSWER_TIMEOUT).result();
  }

  private static void paired(SummaryDatabase store, String bar) {
    try {
      store.accounts()
          .add(new AuditEntry(InstantSource.system().instant(), null, AuditAction.PAIRED.id(), null, null, bar));
    } catch (StoreException e) {
      LOG.warn("The pairing of {} is missing in the audit log: {}", bar, e.getMessage());
    }
  }

  private <T extends AutoCloseable> T owned(T part) {
    parts.push(part);
    return part;
  }

  /// The dashboard, `http://127.0.0.1:<port>/`.
  public String httpUri() {
    return httpUri;
  }

  /// The dashboard for others in the network, `https://host:port/`, the most lasting first; empty where it is for this computer only.
  public List<String> networkUris() {
    return networkUris;
  }

  /// SHA-256 of the certificate of the dashboard's authority, in hexadecimal; empty where it has none.
  public String authorityPrint() {
    return authorityPrint;
  }

  /// The broker that bars connect to, `tcp://host:port`.
  public String brokerUri() {
    return brokerUri;
  }

  /// Where paired bars connect, `ssl://host:port`; empty where the broker has no TLS, or is somebody else's.
  public String secureUri() {
    return secureUri;
  }

  /// The database, without a password.
  public String database() {
    return database;
  }

  /// With which the first coach is made; null where there are accounts already, or none shall be. For the console, never for a log.
  public @Nullable String setupCode() {
    return setupCode;
  }

  /// Waits until the daemon has heard its broker once; an external one may be away.
  ///
  /// @return whether it has
  public boolean awaitConnected(long timeoutMs) {
    return ingest.awaitConnected(timeoutMs);
  }

  /// What was counted so far.
  public IngestCounters.Snapshot counters() {
    return counters.snapshot();
  }

  /// Stops everything; nothing that was acknowledged is lost.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.getMessage());
      }
    }
  }
}
