package io.plumbline.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.AccountBook;
import io.plumbline.daemon.access.AccountDesk;
import io.plumbline.daemon.access.AccountDesk.Issued;
import io.plumbline.daemon.access.AccountDesk.Who;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.Accounts.Opened;
import io.plumbline.daemon.access.AuditEntry;
import io.plumbline.daemon.access.DeniedException;
import io.plumbline.daemon.access.PasswordHasher;
import io.plumbline.daemon.access.PasswordHasher.Cost;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Accounts, codes and sessions on every database, by the rules of `access`.
abstract class AccountContract {
  private static final String HERE = "192.0.2.1";
  private static final String PASSWORD = "three plates a side";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private final InstantSource clock = now::get;
  private DatabaseAddress address;
  private SummaryDatabase database;
  private Accounts accounts;
  private Opened coach;

  /// A new, empty database.
  abstract DatabaseAddress newDatabase() throws Exception;

  @BeforeEach
  void setUp() throws Exception {
    address = newDatabase();
    database = SummaryDatabase.open(address, clock);
    accounts = cheap(database.accounts());
    assertFalse(accounts.isSetUp());
    coach = accounts.setUp(accounts.setupCode().toLowerCase(Locale.ROOT), "Coach", PASSWORD, HERE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// Hashing costs little here: what it costs for real is tested with the hasher.
  private Accounts cheap(AccountBook book) {
    return new Accounts(book, new PasswordHasher(new Cost(64, 1, 1)), clock);
  }

  private Who who() {
    return new Who(coach.account().id(), HERE);
  }

  private static void assertRefused(Reason reason, Executable change) {
    assertEquals(reason, assertThrows(RefusedException.class, change).reason());
  }

  private static void assertUnknown(Executable attempt) {
    assertEquals(DeniedException.Reason.UNKNOWN, assertThrows(DeniedException.class, attempt).reason());
  }

  private String athlete(String id) throws Exception {
    database.books().athletes().add(Athlete.named(id, id, ZoneOffset.UTC), "test");
    return id;
  }

  @Test
  void shouldSetUpOnceWhenTheCodeIsRight() throws Exception {
    assertTrue(accounts.isSetUp());
    assertEquals(Role.COACH, coach.account().role());
    assertRefused(Reason.EXISTS, () -> accounts.setUp(accounts.setupCode(), "Second", PASSWORD, HERE));
    assertNotEquals(accounts.setupCode(), cheap(database.accounts()).setupCode(), "another at each start");
    assertEquals(List.of("set-up", "login"), actions().reversed());
  }

  private List<String> actions() throws Exception {
    return accounts.desk().audit(null, 200).items().stream().map(AuditEntry::action).toList();
  }

  @Test
  void shouldLogInWhenNameAndPasswordAreRightOnly() throws Exception {
    Opened opened = accounts.login("ＣOACH ", PASSWORD, HERE);
    assertNotEquals(coach.token(), opened.token());
    assertEquals(Optional.of(coach.account()), accounts.holder(opened.token()));
    assertUnknown(() -> accounts.login("Coach", PASSWORD + "!", HERE));
    assertUnknown(() -> accounts.login("' OR '1'='1", PASSWORD, HERE));
    assertUnknown(() -> accounts.login("admin", "admin", HERE));
    assertUnknown(() -> accounts.login("nul\0", PASSWORD, HERE));
    accounts.logout(opened.token(), opened.account(), HERE);
    assertEquals(Optional.empty(), accounts.holder(opened.token()));
    assertTrue(accounts.holder(coach.token()).isPresent());
  }

  @Test
  void shouldKeepOnlyHashesWhenSomebodyIsLoggedIn() throws Exception {
    Issued issued = accounts.desk().invite("Wall", Role.WALL, null, who());
    String all = StoreContract.rows(address, "SELECT hash FROM session").toString()
        + StoreContract.rows(address, "SELECT hash FROM account_code")
        + StoreContract.rows(address, "SELECT password FROM account WHERE password IS NOT NULL");
    assertFalse(all.contains(coach.token()) || all.contains(issued.code()) || all.contains(PASSWORD), all);
    assertTrue(all.contains("$argon2id$v=19$"), all);
  }

  @Test
  void shouldStayLoggedInWhenTheDaemonStartsAgain() throws Exception {
    database.close();
    database = SummaryDatabase.open(address, clock);
    assertEquals(Optional.of(coach.account()), cheap(database.accounts()).holder(coach.token()));
  }

  @Test
  void shouldEndASessionWhenItIsIdleOrOld() throws Exception {
    Opened idle = accounts.login("Coach", PASSWORD, HERE);
    Duration step = Accounts.IDLE.minusDays(1);
    for (int i = 1; i * step.toDays() < Accounts.LONGEST.toDays(); i++) {
      now.updateAndGet(time -> time.plus(step));
      assertTrue(accounts.holder(coach.token()).isPresent());
    }
    assertEquals(Optional.empty(), accounts.holder(idle.token()), "not used for too long");
    now.updateAndGet(time -> time.plus(step));
    assertEquals(Optional.empty(), accounts.holder(coach.token()), "too old, however much it was used");
  }

  @Test
  void shouldOpenAnAccountOnceWhenACodeIsGiven() throws Exception {
    String ada = athlete("a-ada");
    Issued issued = accounts.desk().invite("Ada", Role.ATHLETE, ada, who());
    assertUnknown(() -> accounts.login("Ada", "", HERE));
    assertThrows(IllegalArgumentException.class, () -> accounts.redeem(issued.code(), "short", HERE));
    Opened opened = accounts.redeem(issued.code(), PASSWORD, HERE);
    assertEquals(ada, opened.account().athleteId());
    assertUnknown(() -> accounts.redeem(issued.code(), PASSWORD + "2", HERE));
    Issued again = accounts.desk().newCode(opened.account(), Who.CONSOLE);
    assertTrue(accounts.holder(opened.token()).isPresent(), "a code alone changes nothing");
    accounts.redeem(again.code(), PASSWORD + "2", HERE);
    assertEquals(Optional.empty(), accounts.holder(opened.token()), "who stole the session is out");
    accounts.login("ada", PASSWORD + "2", HERE);
    Issued late = accounts.desk().newCode(opened.account(), Who.CONSOLE);
    now.updateAndGet(time -> time.plus(AccountDesk.CODE_LASTS));
    assertUnknown(() -> accounts.redeem(late.code(), PASSWORD, HERE));
    assertRefused(Reason.EXISTS, () -> accounts.desk().invite("ADA", Role.COACH, null, who()));
    assertRefused(Reason.WRONG, () -> accounts.desk().invite("Bob", Role.ATHLETE, "a-nobody", who()));
    assertThrows(IllegalArgumentException.class, () -> accounts.desk().invite("Bob", Role.ATHLETE, null, who()));
  }

  @Test
  void shouldOpenAgainAndAgainUntilRevokedWhenItIsAWallDisplay() throws Exception {
    Issued issued = accounts.desk().invite("Wall", Role.WALL, null, who());
    assertUnknown(() -> accounts.redeem(issued.code(), PASSWORD, HERE));
    Opened first = accounts.openWall(issued.code(), HERE);
    Opened second = accounts.openWall(issued.code(), HERE);
    assertEquals(Role.WALL, second.account().role());
    Account wall = first.account();
    accounts.desk().change(wall.id(), Role.WALL, null, true, who());
    assertEquals(Optional.empty(), accounts.holder(first.token()));
    assertEquals(Optional.empty(), accounts.holder(second.token()));
    assertUnknown(() -> accounts.openWall(issued.code(), HERE));
    accounts.desk().change(wall.id(), Role.WALL, null, false, who());
    assertUnknown(() -> accounts.openWall(issued.code(), HERE));
    Issued renewed = accounts.desk().newCode(wall, who());
    assertTrue(accounts.holder(accounts.openWall(renewed.code(), HERE).token()).isPresent());
    assertRefused(Reason.WRONG, () -> accounts.desk().change(wall.id(), Role.COACH, null, false, who()));
  }

  @Test
  void shouldKeepACoachWhenAccountsAreChanged() throws Exception {
    String id = coach.account().id();
    assertRefused(Reason.WRONG, () -> accounts.desk().change(id, Role.COACH, null, true, who()));
    String ada = athlete("a-ada");
    assertRefused(Reason.WRONG, () -> accounts.desk().change(id, Role.ATHLETE, ada, false, who()));
    Opened second = accounts.redeem(accounts.desk().invite("Second", Role.COACH, null, who()).code(), PASSWORD, HERE);
    accounts.desk().change(id, Role.ATHLETE, ada, false, new Who(second.account().id(), HERE));
    assertEquals(Optional.of(Role.ATHLETE), accounts.holder(coach.token()).map(Account::role), "at once");
    accounts.desk().endSessions(id, who());
    assertEquals(Optional.empty(), accounts.holder(coach.token()));
    assertRefused(Reason.MISSING, () -> accounts.desk().change("u-nobody", Role.COACH, null, false, who()));
    assertRefused(Reason.MISSING, () -> accounts.desk().endSessions("u-nobody", who()));
  }

  @Test
  void shouldRehashWhenTodaysCostIsAnother() throws Exception {
    new Accounts(database.accounts(), new PasswordHasher(new Cost(128, 2, 1)), clock).login("Coach", PASSWORD, HERE);
    assertTrue(StoreContract.rows(address, "SELECT password FROM account").getFirst()
        .startsWith("$argon2id$v=19$m=128,t=2,p=1$"));
    accounts.login("Coach", PASSWORD, HERE);
  }

  @Test
  void shouldSlowDownWhenPasswordsAreGuessed() {
    for (int i = 0; i < 5; i++) {
      assertUnknown(() -> accounts.login("Coach", "guess number one", HERE));
    }
    DeniedException denied = assertThrows(DeniedException.class, () -> accounts.login("coach", PASSWORD, "192.0.2.2"));
    assertEquals(DeniedException.Reason.TOO_OFTEN, denied.reason());
    assertTrue(denied.retryAfterS() >= 1);
  }

  @Test
  void shouldOnlyGrowWhenTheAuditLogIsWritten() throws Exception {
    for (int i = 0; i < 4; i++) {
      accounts.login("Coach", PASSWORD, HERE);
    }
    Page<AuditEntry> first = accounts.desk().audit(null, 4);
    Page<AuditEntry> rest = accounts.desk().audit(first.next(), 4);
    assertEquals(4, first.items().size());
    assertEquals(List.of("login", "set-up"), rest.items().stream().map(AuditEntry::action).toList());
    assertEquals(null, rest.next());
    assertEquals(HERE, first.items().getFirst().address());
    assertThrows(Exception.class, () -> StoreContract.rows(address, "UPDATE audit SET action = 'x' RETURNING action"));
    assertThrows(Exception.class, () -> StoreContract.rows(address, "DELETE FROM audit RETURNING action"));
    assertEquals(6, actions().size());
  }
}
