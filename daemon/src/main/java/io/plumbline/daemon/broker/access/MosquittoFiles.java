package io.plumbline.daemon.broker.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The same users and rights for Mosquitto: its `password_file` and `acl_file`.
public final class MosquittoFiles {
  /// Of the `password_file`.
  public static final String PASSWORDS = "plumbline.passwd";
  /// Of the `acl_file`.
  public static final String RIGHTS = "plumbline.acl";

  private MosquittoFiles() {}

  /// Writes both, readable by their owner only.
  ///
  /// @throws IOException where they cannot be written; the message is one line for a person
  public static void write(AccessBook book, Path folder) throws IOException {
    PrivateFolder target = PrivateFolder.open(folder);
    target.write(PASSWORDS, passwords(book));
    target.write(RIGHTS, rights(book));
  }

  static String passwords(AccessBook book) {
    return book.users().stream().map(user -> user.login() + ":" + user.verifier().text() + "\n")
        .collect(Collectors.joining());
  }

  /// A user without a line may do nothing, and so may a client without a name.
  static String rights(AccessBook book) {
    StringBuilder text = new StringBuilder("# Written by 'plumbline daemon mosquitto', which writes it again.\n");
    for (BrokerUser user : book.users()) {
      text.append("\nuser ").append(user.login()).append('\n');
      List<TopicRights.Right> rights = TopicRights.of(user.kind(), user.name()).list();
      for (TopicRights.Right right : rights) {
        text.append("topic ").append(right.access().name().toLowerCase(Locale.ROOT)).append(' ').append(right.filter())
            .append('\n');
      }
    }
    return text.toString();
  }
}
