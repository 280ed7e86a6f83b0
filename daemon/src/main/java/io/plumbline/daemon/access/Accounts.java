package io.plumbline.daemon.access;

import io.plumbline.daemon.access.AccountBook.Code;
import io.plumbline.daemon.access.AccountBook.Known;
import io.plumbline.daemon.access.AccountBook.Session;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets people in and out: set-up, login, one-time codes, sessions. What a coach does with accounts is [AccountDesk]'s. Thread-safe.
public final class Accounts {
  /// Unused for so long, a person's session ends.
  public static final Duration IDLE = Duration.ofDays(7);
  /// However much it is used, it ends after this.
  public static final Duration LONGEST = Duration.ofDays(30);
  /// The same of a wall display, which nobody logs in again each month.
  public static final Duration WALL_IDLE = Duration.ofDays(60);
  /// As long as a wall display's link works.
  public static final Duration WALL_LONGEST = Duration.ofDays(730);

  private static final Duration SEEN_STEP = Duration.ofMinutes(15);
  private static final String WRONG = "name or password is wrong";
  private static final String WRONG_CODE = "this code is not known, was used, or is too old";

  private final AccountBook book;
  private final PasswordHasher hasher;
  private final InstantSource clock;
  private final AttemptLimit byAddress;
  private final AttemptLimit byAccount;
  private final String setupCode = Secrets.code();

  /// A session that was opened.
  ///
  /// @param token for the cookie, which nobody else gets
  public record Opened(String token, Account account) {}

  public Accounts(AccountBook book, PasswordHasher hasher, InstantSource clock) {
    this(book, hasher, clock, System::nanoTime);
  }

  Accounts(AccountBook book, PasswordHasher hasher, InstantSource clock, LongSupplier clockNs) {
    this.book = book;
    this.hasher = hasher;
    this.clock = clock;
    this.byAddress = new AttemptLimit(20, 3, clockNs);
    this.byAccount = new AttemptLimit(5, 30, clockNs);
  }

  /// Whether there is an account.
  public boolean isSetUp() throws StoreException {
    return !book.isEmpty();
  }

  /// With which the first coach is made. Another at each start, and worth nothing once there is an account.
  public String setupCode() {
    return setupCode;
  }

  /// Makes the first coach.
  ///
  /// @throws IllegalArgumentException where name or password cannot be used
  /// @throws RefusedException where there is an account already
  public Opened setUp(String code, String name, String password, String address)
      throws StoreException, RefusedException, DeniedException {
    byAddress.take(address);
    if (isSetUp()) {
      throw new RefusedException(Reason.EXISTS, "there are accounts already: log in");
    }
    if (!Secrets.same(Secrets.plain(code), Secrets.plain(setupCode))) {
      failed(null, address);
      throw DeniedException.unknown("this is not the set-up code that the daemon printed at its last start");
    }
    PasswordHasher.requireUsable(password);
    Account coach = new Account(newId(), name, Role.COACH, null, false, clock.instant());
    book.addFirst(coach, hasher.hash(password), entry(coach.id(), AuditAction.SET_UP, coach.id(), address));
    return open(coach, address);
  }

  /// Logs a person in.
  public Opened login(String name, String password, String address) throws StoreException, DeniedException {
    String key = Account.key(name);
    byAddress.take(address);
    byAccount.take(key);
    Optional<Known> known = book.known(name).filter(found -> !found.account().disabled());
    String hash = known.map(Known::passwordHash).orElse(null);
    // Where there is none it takes as long.
    boolean right = hasher.matches(password, hash);
    if (known.isEmpty() || hash == null || !right) {
      failed(known.map(found -> found.account().id()).orElse(null), address);
      throw DeniedException.unknown(WRONG);
    }
    byAccount.giveBack(key);
    byAddress.giveBack(address);
    Account account = known.get().account();
    if (hasher.isOutdated(hash)) {
      book.changePassword(account.id(), hasher.hash(password));
    }
    return open(account, address);
  }

  /// Uses a one-time code: of an invitation, or of somebody who forgot the password. Ends all other sessions of the account.
  ///
  /// @throws IllegalArgumentException where the password cannot be used
  public Opened redeem(String code, String password, String address)
      throws StoreException, RefusedException, DeniedException {
    byAddress.take(address);
    String hash = Secrets.hash(Secrets.plain(code));
    Account account = opened(hash, true, address);
    PasswordHasher.requireUsable(password);
    book.use(hash, account.id(), hasher.hash(password),
        entry(account.id(), AuditAction.CODE_USED, account.id(), address));
    return open(account, address);
  }

  /// Logs a wall display in by the token of its link.
  public Opened openWall(String token, String address) throws StoreException, DeniedException {
    byAddress.take(address);
    Opened opened = open(opened(Secrets.hash(token), false, address), address);
    byAddress.giveBack(address);
    return opened;
  }

  private Account opened(String hash, boolean oneTime, String address) throws StoreException, DeniedException {
    Optional<Account> account = book.opens(hash, oneTime, clock.instant());
    if (account.isEmpty()) {
      failed(null, address);
      throw DeniedException.unknown(WRONG_CODE);
    }
    return account.get();
  }

  /// Always a new token: one that was planted before is worth nothing.
  private Opened open(Account account, String address) throws StoreException {
    Instant now = clock.instant();
    book.forget(now.minus(WALL_IDLE), now);
    String token = Secrets.token();
    book.open(new Session(Secrets.hash(token), account, now, now),
        entry(account.id(), AuditAction.LOGIN, null, address));
    return new Opened(token, account);
  }

  /// Whose session a token is; empty where it is none, or ended.
  public Optional<Account> holder(String token) throws StoreException {
    Optional<Session> found = book.session(Secrets.hash(token));
    Instant now = clock.instant();
    if (found.isEmpty() || hasEnded(found.get(), now)) {
      return Optional.empty();
    }
    Session session = found.get();
    // Not at each request: a memory card does not like it.
    if (session.seenAt().plus(SEEN_STEP).isBefore(now)) {
      book.seen(session.hash(), now);
    }
    return Optional.of(session.account());
  }

  private static boolean hasEnded(Session session, Instant now) {
    boolean wall = session.account().role() == Role.WALL;
    return session.account().disabled() || !now.isBefore(session.seenAt().plus(wall ? WALL_IDLE : IDLE))
        || !now.isBefore(session.startedAt().plus(wall ? WALL_LONGEST : LONGEST));
  }

  /// Ends the session of a token.
  public void logout(String token, Account account, String address) throws StoreException {
    book.close(Secrets.hash(token), entry(account.id(), AuditAction.LOGOUT, null, address));
  }

  private void failed(@Nullable String accountId, String address) throws StoreException {
    book.add(entry(null, AuditAction.LOGIN_FAILED, accountId, address));
  }

  private AuditEntry entry(@Nullable String by, AuditAction action, @Nullable String subject, String address) {
    return new AuditEntry(clock.instant(), by, action.id(), subject, address, null);
  }

  /// What a coach does with the accounts of others.
  public AccountDesk desk() {
    return new AccountDesk(book, clock);
  }

  /// For whatever else is written down.
  public AuditTrail trail() {
    return book;
  }

  static String newId() {
    return "u-" + UUID.randomUUID();
  }
}
