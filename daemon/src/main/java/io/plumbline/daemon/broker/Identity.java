package io.plumbline.daemon.broker;

import io.plumbline.contract.pairing.Verifier;
import io.plumbline.daemon.broker.access.Kind;
import io.plumbline.daemon.broker.access.TopicRights;
import java.security.Principal;
import java.util.Objects;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/// Who is at the other end of a connection. Thread-safe.
final class Identity implements Principal {
  private final Kind kind;
  private final String name;
  private final @Nullable Login login;
  private final @Nullable Verifier verifier;
  private volatile TopicRights rights;

  /// @param name     in log and for rights: a bar's id, a pairing's id, else the name at the broker
  /// @param login    what it logged in with, null for nothing
  /// @param verifier that took its secret, null where none was asked for or it is the daemon's own
  Identity(Kind kind, String name, @Nullable Login login, @Nullable Verifier verifier) {
    this.kind = kind;
    this.name = name;
    this.login = login;
    this.verifier = verifier;
    this.rights = TopicRights.of(kind, name);
  }

  /// Who has come by a connection, null where nobody has logged in there.
  static @Nullable Identity of(@Nullable RemotingConnection connection) {
    Subject subject = connection == null ? null : connection.getSubject();
    return subject == null ? null : of(subject);
  }

  static @Nullable Identity of(Subject subject) {
    return subject.getPrincipals(Identity.class).stream().findFirst().orElse(null);
  }

  /// For the broker, which wants a principal of its own.
  Subject subject() {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(shown()));
    subject.getPrincipals().add(this);
    return subject;
  }

  /// Whether this is who has logged in with these.
  boolean hasLogin(@Nullable String user, @Nullable String secret) {
    return Objects.equals(login == null ? null : login.user(), user)
        && Objects.equals(login == null ? null : login.secret(), secret);
  }

  Kind kind() {
    return kind;
  }

  @Nullable
  Verifier verifier() {
    return verifier;
  }

  @Nullable
  String user() {
    return login == null ? null : login.user();
  }

  /// What it may do at this moment.
  TopicRights rights() {
    return rights;
  }

  /// Takes all rights but that to the last word.
  void end() {
    rights = TopicRights.lastWord(kind, name);
  }

  @Override
  public String getName() {
    return name;
  }

  /// In a log.
  String shown() {
    return kind == Kind.LOCAL ? "a program of this computer" : kind.word() + " " + name;
  }

  @Override
  public String toString() {
    return shown();
  }
}
