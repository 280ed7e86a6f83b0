package io.plumbline.daemon.store;

import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.AccountBook;
import io.plumbline.daemon.access.AuditEntry;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Accounts in tables `account`, `account_code`, `session` and `audit`.
final class JdbcAccountBook implements AccountBook {
  private static final String COLUMNS = "a.id, a.name, a.role, a.athlete_id, a.disabled, a.created_at_ms";

  private final Books books;

  JdbcAccountBook(Books books) {
    this.books = books;
  }

  /// A change that nothing refuses.
  private interface Write {
    void make(Handle handle);
  }

  private void write(Write write) throws StoreException {
    try {
      books.change(handle -> {
        write.make(handle);
        return true;
      });
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isEmpty() throws StoreException {
    return books.read(handle -> count(handle, "SELECT COUNT(*) FROM account") == 0);
  }

  private static long count(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  @Override
  public List<Account> all() throws StoreException {
    return books.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM account a ORDER BY a.name_key")
        .map((row, context) -> account(row)).list());
  }

  @Override
  public Optional<Account> account(String id) throws StoreException {
    return books.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM account a WHERE a.id = :id")
        .bind("id", id).map((row, context) -> account(row)).findOne());
  }

  @Override
  public Optional<Known> known(String name) throws StoreException {
    return books.read(handle -> handle
        .createQuery("SELECT " + COLUMNS + ", a.password FROM account a WHERE a.name_key = :key")
        // No account has a name that the database would not take.
        .bind("key", Columns.text(Account.key(name)))
        .map((row, context) -> new Known(account(row), row.getString("password"))).findOne());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(row.getString("id"), row.getString("name"), Role.fromId(row.getString("role")).orElseThrow(),
        row.getString("athlete_id"), row.getBoolean("disabled"), Instant.ofEpochMilli(row.getLong("created_at_ms")));
  }

  @Override
  public void addFirst(Account account, String passwordHash, AuditEntry entry)
      throws StoreException, RefusedException {
    books.change(handle -> {
      // Two daemons on one server: the second waits here until the first is done.
      if (books.isShared()) {
        handle.execute("LOCK TABLE account IN EXCLUSIVE MODE");
      }
      if (count(handle, "SELECT COUNT(*) FROM account") > 0) {
        throw new RefusedException(Reason.EXISTS, "there are accounts already: log in");
      }
      insert(handle, account, passwordHash);
      log(handle, entry);
      return true;
    });
  }

  @Override
  public void add(Account account, Code code, AuditEntry entry) throws StoreException, RefusedException {
    books.change(handle -> {
      requireAthlete(handle, account);
      if (insert(handle, account, null) == 0) {
        throw new RefusedException(Reason.EXISTS, "there is an account with this name already");
      }
      insert(handle, code);
      log(handle, entry);
      return true;
    });
  }

  private static int insert(Handle handle, Account account, @Nullable String passwordHash) {
    return handle.createUpdate("""
      INSERT INTO account (id, name, name_key, role, athlete_id, password, disabled, created_at_ms)
      VALUES (:id, :name, :key, :role, :athlete_id, :password, :disabled, :created_at_ms)
      ON CONFLICT (name_key) DO NOTHING""").bind("id", account.id()).bind("name", account.name())
        .bind("key", Account.key(account.name())).bind("role", account.role().id())
        .bind("athlete_id", account.athleteId()).bind("password", passwordHash).bind("disabled", account.disabled())
        .bind("created_at_ms", account.createdAt().toEpochMilli()).execute();
  }

  private static void insert(Handle handle, Code code) {
    handle.createUpdate("DELETE FROM account_code WHERE account_id = :id").bind("id", code.accountId()).execute();
    handle.createUpdate("""
      INSERT INTO account_code (hash, account_id, one_time, expires_at_ms)
      VALUES (:hash, :account_id, :one_time, :expires_at_ms)""").bind("hash", code.hash())
        .bind("account_id", code.accountId()).bind("one_time", code.oneTime())
        .bind("expires_at_ms", code.expiresAt().toEpochMilli()).execute();
  }

  private static void requireAthlete(Handle handle, Account account) throws RefusedException {
    String athlete = account.athleteId();
    if (athlete != null) {
      Books.requireAthlete(handle, athlete, Reason.WRONG);
    }
  }

  @Override
  public void change(Account account, AuditEntry entry) throws StoreException, RefusedException {
    books.change(handle -> {
      requireAthlete(handle, account);
      if (books.isShared()) {
        handle.execute("LOCK TABLE account IN EXCLUSIVE MODE");
      }
      int changed = handle.createUpdate("""
        UPDATE account SET role = :role, athlete_id = :athlete_id, disabled = :disabled WHERE id = :id""")
          .bind("role", account.role().id()).bind("athlete_id", account.athleteId())
          .bind("disabled", account.disabled()).bind("id", account.id()).execute();
      requireFound(changed, account.id());
      if (count(handle,
          "SELECT COUNT(*) FROM account WHERE role = 'coach' AND NOT disabled AND password IS NOT NULL") == 0) {
        throw new RefusedException(Reason.WRONG, "this is the last coach who can log in: make another first");
      }
      if (account.disabled()) {
        handle.createUpdate("DELETE FROM account_code WHERE account_id = :id").bind("id", account.id()).execute();
        endSessions(handle, account.id());
      }
      log(handle, entry);
      return true;
    });
  }

  private static void requireFound(int rows, String accountId) throws RefusedException {
    if (rows == 0) {
      throw new RefusedException(Reason.MISSING, "there is no account " + accountId);
    }
  }

  @Override
  public void changePassword(String accountId, String passwordHash) throws StoreException {
    write(handle -> setPassword(handle, accountId, passwordHash));
  }

  private static void setPassword(Handle handle, String accountId, String passwordHash) {
    handle.createUpdate("UPDATE account SET password = :password WHERE id = :id").bind("password", passwordHash)
        .bind("id", accountId).execute();
  }

  @Override
  public void addCode(Code code, AuditEntry entry) throws StoreException, RefusedException {
    books.change(handle -> {
      requireFound((int) handle.createQuery("SELECT COUNT(*) FROM account WHERE id = :id").bind("id", code.accountId())
          .mapTo(Long.class).one().longValue(), code.accountId());
      insert(handle, code);
      log(handle, entry);
      return true;
    });
  }

  @Override
  public Optional<Account> opens(String codeHash, boolean oneTime, Instant now) throws StoreException {
    return books.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
       FROM account_code c JOIN account a ON a.id = c.account_id
      WHERE c.hash = :hash AND c.one_time = :one_time AND c.expires_at_ms > :now AND NOT a.disabled""")
        .bind("hash", codeHash).bind("one_time", oneTime).bind("now", now.toEpochMilli())
        .map((row, context) -> account(row)).findOne());
  }

  @Override
  public void use(String codeHash, String accountId, String passwordHash, AuditEntry entry)
      throws StoreException, RefusedException {
    books.change(handle -> {
      int used = handle.createUpdate("DELETE FROM account_code WHERE hash = :hash").bind("hash", codeHash).execute();
      if (used == 0) {
        throw new RefusedException(Reason.STALE, "this code was used at this moment: log in");
      }
      setPassword(handle, accountId, passwordHash);
      endSessions(handle, accountId);
      log(handle, entry);
      return true;
    });
  }

  private static void endSessions(Handle handle, String accountId) {
    handle.createUpdate("DELETE FROM session WHERE account_id = :id").bind("id", accountId).execute();
  }

  @Override
  public void open(Session session, AuditEntry entry) throws StoreException {
    write(handle -> {
      handle.createUpdate("""
        INSERT INTO session (hash, account_id, started_at_ms, seen_at_ms)
        VALUES (:hash, :account_id, :started_at_ms, :seen_at_ms)""").bind("hash", session.hash())
          .bind("account_id", session.account().id()).bind("started_at_ms", session.startedAt().toEpochMilli())
          .bind("seen_at_ms", session.seenAt().toEpochMilli()).execute();
      log(handle, entry);
    });
  }

  @Override
  public Optional<Session> session(String hash) throws StoreException {
    return books.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
      , s.started_at_ms, s.seen_at_ms FROM session s JOIN account a ON a.id = s.account_id WHERE s.hash = :hash""")
        .bind("hash", hash).map((row, context) -> new Session(hash, account(row),
            Instant.ofEpochMilli(row.getLong("started_at_ms")), Instant.ofEpochMilli(row.getLong("seen_at_ms"))))
        .findOne());
  }

  @Override
  public void seen(String sessionHash, Instant at) throws StoreException {
    write(handle -> handle.createUpdate("UPDATE session SET seen_at_ms = :at WHERE hash = :hash")
        .bind("at", at.toEpochMilli()).bind("hash", sessionHash).execute());
  }

  @Override
  public void close(String sessionHash, AuditEntry entry) throws StoreException {
    write(handle -> {
      handle.createUpdate("DELETE FROM session WHERE hash = :hash").bind("hash", sessionHash).execute();
      log(handle, entry);
    });
  }

  @Override
  public void closeAll(String accountId, AuditEntry entry) throws StoreException {
    write(handle -> {
      endSessions(handle, accountId);
      log(handle, entry);
    });
  }

  @Override
  public void forget(Instant seenBefore, Instant now) throws StoreException {
    write(handle -> {
      handle.createUpdate("DELETE FROM session WHERE seen_at_ms < :at").bind("at", seenBefore.toEpochMilli())
          .execute();
      handle.createUpdate("DELETE FROM account_code WHERE expires_at_ms < :at").bind("at", now.toEpochMilli())
          .execute();
    });
  }

  @Override
  public void add(AuditEntry entry) throws StoreException {
    write(handle -> log(handle, entry));
  }

  private static void log(Handle handle, AuditEntry entry) {
    AuditRows.insert(handle, entry);
  }

  @Override
  public Page<AuditEntry> audit(@Nullable Place after, int limit) throws StoreException {
    return books.read(handle -> AuditRows.page(handle, after, limit));
  }
}
