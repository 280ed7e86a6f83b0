package io.plumbline.daemon.access;

import io.plumbline.daemon.access.AccountBook.Code;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a coach does with accounts: makes, changes and opens them again. Thread-safe.
public final class AccountDesk {
  /// How long a one-time code can be used.
  public static final Duration CODE_LASTS = Duration.ofDays(7);

  private final AccountBook book;
  private final InstantSource clock;

  /// Who does it.
  ///
  /// @param by      account of the coach, null for whoever sits at the daemon's console
  /// @param address where the request came from, null for the console
  public record Who(@Nullable String by, @Nullable String address) {
    /// Whoever may read the daemon's files.
    public static final Who CONSOLE = new Who(null, null);
  }

  /// What opens an account; told once.
  ///
  /// @param code one-time code for a person, token for a wall display
  public record Issued(Account account, String code, Instant expiresAt) {}

  public AccountDesk(AccountBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  public List<Account> all() throws StoreException {
    return book.all();
  }

  public Account account(String id) throws StoreException, RefusedException {
    return book.account(id).orElseThrow(() -> new RefusedException(Reason.MISSING, "there is no account " + id));
  }

  /// An account by its name.
  public Optional<Account> named(String name) throws StoreException {
    return book.known(name).map(AccountBook.Known::account);
  }

  /// Makes an account that has no password yet.
  ///
  /// @throws IllegalArgumentException where name, role and athlete do not go together
  public Issued invite(String name, Role role, @Nullable String athleteId, Who who)
      throws StoreException, RefusedException {
    Account account = new Account(Accounts.newId(), name, role, athleteId, false, clock.instant());
    Issued issued = issue(account);
    book.add(account, kept(issued), entry(who, AuditAction.ACCOUNT_MADE, account.id(), role.id()));
    return issued;
  }

  /// Another code, for who has lost the password or the link. What opened the account by a code before does so no more.
  public Issued newCode(Account account, Who who) throws StoreException, RefusedException {
    if (account.disabled()) {
      throw new RefusedException(Reason.WRONG, "the account is disabled: enable it first");
    }
    Issued issued = issue(account);
    book.addCode(kept(issued), entry(who, AuditAction.CODE_MADE, account.id(), null));
    return issued;
  }

  private Issued issue(Account account) {
    boolean wall = account.role() == Role.WALL;
    return new Issued(account, wall ? Secrets.token() : Secrets.code(),
        clock.instant().plus(wall ? Accounts.WALL_LONGEST : CODE_LASTS));
  }

  private static Code kept(Issued issued) {
    boolean wall = issued.account().role() == Role.WALL;
    return new Code(Secrets.hash(wall ? issued.code() : Secrets.plain(issued.code())), issued.account().id(), !wall,
        issued.expiresAt());
  }

  /// Changes role, athlete and whether the account is disabled.
  ///
  /// @throws IllegalArgumentException where role and athlete do not go together
  public Account change(String id, Role role, @Nullable String athleteId, boolean disabled, Who who)
      throws StoreException, RefusedException {
    Account before = account(id);
    if ((before.role() == Role.WALL) != (role == Role.WALL)) {
      throw new RefusedException(Reason.WRONG, "a wall display and a person are two accounts: make another");
    }
    Account after = new Account(id, before.name(), role, athleteId, disabled, before.createdAt());
    book.change(after, entry(who, AuditAction.ACCOUNT_CHANGED, id, told(before) + " to " + told(after)));
    return after;
  }

  private static String told(Account account) {
    return account.role().id() + (account.disabled() ? ", disabled" : "");
  }

  /// Logs an account out wherever it is logged in.
  public void endSessions(String id, Who who) throws StoreException, RefusedException {
    book.closeAll(account(id).id(), entry(who, AuditAction.SESSIONS_ENDED, id, null));
  }

  /// The audit log, newest first.
  public Page<AuditEntry> audit(@Nullable Place after, int limit) throws StoreException {
    return book.audit(after, limit);
  }

  private AuditEntry entry(Who who, AuditAction action, String subject, @Nullable String detail) {
    return new AuditEntry(clock.instant(), who.by(), action.id(), subject, who.address(), detail);
  }
}
