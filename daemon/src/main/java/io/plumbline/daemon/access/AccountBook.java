package io.plumbline.daemon.access;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts, their codes and sessions, as they are kept. What changes them is written down in the same transaction. Secrets come hashed. Any number of callers at
/// once, also from several daemons.
public interface AccountBook extends AuditTrail {
  /// An account with its password.
  ///
  /// @param passwordHash null until it has one
  record Known(Account account, @Nullable String passwordHash) {}

  /// What opens an account without its password.
  ///
  /// @param hash     of the code or token
  /// @param oneTime  whether it is used up by its first use, which sets a password
  record Code(String hash, String accountId, boolean oneTime, Instant expiresAt) {}

  /// Who is logged in.
  ///
  /// @param hash of the cookie's token
  record Session(String hash, Account account, Instant startedAt, Instant seenAt) {}

  boolean isEmpty() throws StoreException;

  /// By name.
  List<Account> all() throws StoreException;

  Optional<Account> account(String id) throws StoreException;

  Optional<Known> known(String name) throws StoreException;

  /// Adds the first account.
  ///
  /// @throws RefusedException where there is one already
  void addFirst(Account account, String passwordHash, AuditEntry entry) throws StoreException, RefusedException;

  /// Adds an account and what opens it.
  ///
  /// @throws RefusedException where the name is taken or there is no such athlete
  void add(Account account, Code code, AuditEntry entry) throws StoreException, RefusedException;

  /// Changes role, athlete and whether it is disabled; who is disabled is logged out and loses the codes.
  ///
  /// @throws RefusedException where there is no such account or athlete, or no coach would be left
  void change(Account account, AuditEntry entry) throws StoreException, RefusedException;

  void changePassword(String accountId, String passwordHash) throws StoreException;

  /// Adds what opens an account, in the place of what did before.
  ///
  /// @throws RefusedException where there is no such account
  void addCode(Code code, AuditEntry entry) throws StoreException, RefusedException;

  /// What a code opens, if it is not too old and its account not disabled.
  Optional<Account> opens(String codeHash, boolean oneTime, Instant now) throws StoreException;

  /// Uses a one-time code up: sets the password and ends all sessions of the account.
  ///
  /// @throws RefusedException where somebody was quicker
  void use(String codeHash, String accountId, String passwordHash, AuditEntry entry)
      throws StoreException, RefusedException;

  void open(Session session, AuditEntry entry) throws StoreException;

  Optional<Session> session(String hash) throws StoreException;

  void seen(String sessionHash, Instant at) throws StoreException;

  /// Ends one session.
  void close(String sessionHash, AuditEntry entry) throws StoreException;

  /// Ends all sessions of an account.
  void closeAll(String accountId, AuditEntry entry) throws StoreException;

  /// Forgets sessions and codes that are too old.
  void forget(Instant seenBefore, Instant now) throws StoreException;

  /// The audit log, newest first.
  ///
  /// @param after a place that such a list gave
  /// @throws IllegalArgumentException where the place is one of another list
  Page<AuditEntry> audit(@Nullable Place after, int limit) throws StoreException;
}
