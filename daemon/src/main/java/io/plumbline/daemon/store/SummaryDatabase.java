package io.plumbline.daemon.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.daemon.access.AccountBook;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreProbe;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.domain.SummaryStore;
import io.plumbline.daemon.domain.TraceKeeping;
import io.plumbline.daemon.domain.training.TrainingBooks;
import io.plumbline.daemon.domain.training.TrainingJson;
import io.plumbline.daemon.store.DatabaseAddress.Dialect;
import java.time.InstantSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// An open database, its schema brought up to date: one connection that writes, a few that read.
public final class SummaryDatabase implements AutoCloseable {
  private static final int READERS = 3;
  /// A server that was told not to wait for the disk would lose what was acknowledged; whoever waits for more than the disk keeps that.
  private static final String DURABLE_COMMIT = """
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'""";
  private static final int BUSY_TIMEOUT_MS = 5000;
  private static final int CONNECT_TIMEOUT_MS = 5000;

  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final SummaryStore store;
  private final SummaryReader reader;
  private final TrainingBooks books;
  private final TraceKeeping traces;
  private final StoreProbe probe;
  private final AccountBook accounts;

  private SummaryDatabase(Dialect dialect, HikariDataSource writing, HikariDataSource reading, InstantSource clock) {
    this.writing = writing;
    this.reading = reading;
    this.store = new JdbcSummaryStore(Jdbi.create(writing), clock);
    this.reader = new JdbcSummaryReader(Jdbi.create(reading));
    Books shared = new Books(Jdbi.create(writing), Jdbi.create(reading), clock, new TrainingJson(),
        // SQLite knows one level, which sees one moment.
        dialect == Dialect.SQLITE
            ? TransactionIsolationLevel.SERIALIZABLE
            : TransactionIsolationLevel.REPEATABLE_READ);
    JdbcAthleteBook athletes = new JdbcAthleteBook(shared);
    JdbcNotebook notebook = new JdbcNotebook(shared);
    this.books = new TrainingBooks(athletes, notebook, new JdbcSetBook(shared, athletes, notebook),
        new JdbcEraser(shared));
    this.accounts = new JdbcAccountBook(shared);
    this.traces = new JdbcTraceKeeping(Jdbi.create(writing));
    this.probe = new JdbcStoreProbe(Jdbi.create(writing));
  }

  /// Opens a database.
  ///
  /// @param clock tells when a summary was received
  /// @throws StoreException where it cannot be reached, is no database or holds a newer schema; the message is one line
  public static SummaryDatabase open(DatabaseAddress address, InstantSource clock) throws StoreException {
    return open(address, clock, true);
  }

  /// Opens a database that a running program uses, without a change to its schema.
  ///
  /// @throws StoreException as [#open], and where the other program has an older schema
  public static SummaryDatabase openBeside(DatabaseAddress address, InstantSource clock) throws StoreException {
    return open(address, clock, false);
  }

  private static SummaryDatabase open(DatabaseAddress address, InstantSource clock, boolean mayMigrate)
      throws StoreException {
    HikariDataSource writing = null;
    HikariDataSource reading = null;
    try {
      Flyway flyway = flyway(address, clock);
      if (mayMigrate) {
        flyway.migrate();
      } else if (flyway.info().pending().length > 0) {
        throw new IllegalStateException("a daemon of an older version uses it: stop that one, or update it");
      }
      writing = pool(address, "store-writer", 1, false);
      reading = pool(address, "store-reader", READERS, true);
      return new SummaryDatabase(address.dialect(), writing, reading, clock);
    } catch (RuntimeException e) {
      closeAll(reading, writing);
      throw new StoreException("database " + address.shown() + " cannot be used: " + StoreErrors.reason(e), false, e);
    }
  }

  static HikariDataSource pool(DatabaseAddress address, String name, int size, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
    config.setReadOnly(readOnly);
    if (address.dialect() == Dialect.SQLITE) {
      config.setDataSource(sqlite(address.jdbcUrl(), readOnly));
    } else {
      config.setJdbcUrl(address.jdbcUrl());
      config.setConnectionInitSql(DURABLE_COMMIT);
      if (address.user() != null) {
        config.setUsername(address.user());
      }
      if (address.password() != null) {
        config.setPassword(address.password());
      }
    }
    return new HikariDataSource(config);
  }

  private static DataSource sqlite(String url, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // FULL syncs at each commit: what was acknowledged survives a power cut.
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    // What is deleted is overwritten.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    config.setTransactionMode(readOnly ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
    config.setReadOnly(readOnly);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /// On connections of its own: the migration locks the schema with one and works with another.
  private static Flyway flyway(DatabaseAddress address, InstantSource clock) {
    FluentConfiguration flyway = migrations(address.dialect(), clock);
    return (address.dialect() == Dialect.SQLITE
        ? flyway.dataSource(sqlite(address.jdbcUrl(), false))
        : flyway.dataSource(address.jdbcUrl(), address.user(), address.password())).load();
  }

  /// The steps to today's schema.
  static FluentConfiguration migrations(Dialect dialect, InstantSource clock) {
    return Flyway.configure()
        .locations("classpath:io/plumbline/daemon/store/migration/" + dialect.name().toLowerCase(Locale.ROOT))
        .javaMigrations(new AdoptBarNames(clock.millis()));
  }

  public SummaryStore store() {
    return store;
  }

  public SummaryReader reader() {
    return reader;
  }

  /// Athletes, their sets, and what people tell.
  public TrainingBooks books() {
    return books;
  }

  /// Who may log in.
  public AccountBook accounts() {
    return accounts;
  }

  public TraceKeeping traces() {
    return traces;
  }

  public StoreProbe probe() {
    return probe;
  }

  @Override
  public void close() {
    closeAll(reading, writing);
  }

  private static void closeAll(@Nullable HikariDataSource... sources) {
    for (HikariDataSource source : sources) {
      if (source != null) {
        source.close();
      }
    }
  }
}
