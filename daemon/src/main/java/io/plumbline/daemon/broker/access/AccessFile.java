package io.plumbline.daemon.broker.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.contract.pairing.Verifier;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file `access.json` in a folder that only its owner may use. A file and no table: it belongs to the broker of this folder, and a daemon and the
/// commands beside it use it at the same time, whichever database there is. It holds no secret, only what verifies one. Thread-safe.
public final class AccessFile {
  private static final String NAME = "access.json";
  /// One of the threads of this process at a time: a file lock is the whole process's.
  private static final Object PROCESS = new Object();

  private final PrivateFolder folder;
  private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
          DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .build();
  private volatile Seen seen = new Seen(null, AccessBook.EMPTY);

  /// What was read, and from which state of the file.
  private record Seen(@Nullable Object state, AccessBook book) {}

  private record UserEntry(@JsonProperty("kind") String kind, @JsonProperty("name") String name,
      @JsonProperty("verifier") String verifier, @JsonProperty("since") String since) {}

  private record OfferEntry(@JsonProperty("id") String id, @JsonProperty("bar") String bar,
      @JsonProperty("verifier") String verifier, @JsonProperty("until") String until) {}

  private record Content(@JsonProperty("users") List<UserEntry> users,
      @JsonProperty("offers") List<OfferEntry> offers) {}

  /// @param folder of the broker's keys, made where missing
  /// @throws IOException where it cannot be used; the message is one line for a person
  public AccessFile(Path folder) throws IOException {
    this.folder = PrivateFolder.open(folder);
  }

  /// What is in force now. Costs a look at the file's time where nothing has changed.
  ///
  /// @throws IOException where the file cannot be read; the message is one line for a person
  public AccessBook read() throws IOException {
    Path file = folder.file(NAME);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      // The key too: each change is a new file, and two may come within one tick of the clock.
      List<Object> state = List.of(attributes.lastModifiedTime(), attributes.size(),
          Optional.<Object>ofNullable(attributes.fileKey()));
      Seen before = seen;
      if (state.equals(before.state)) {
        return before.book;
      }
      AccessBook book = parse(Files.readString(file));
      seen = new Seen(state, book);
      return book;
    } catch (NoSuchFileException e) {
      return AccessBook.EMPTY;
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(file + " is damaged (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
          + "): take it from a backup, or remove it and pair the bars again", e);
    }
  }

  /// What a change makes of the book, and what it answers.
  public record Change<T>(AccessBook book, T answer) {}

  /// Changes the file; nobody else can between what is read and what is written. On the disk when this returns.
  ///
  /// @throws IOException where it cannot be read or written; it is as it was then
  public <T> T change(Function<AccessBook, Change<T>> change) throws IOException {
    synchronized (PROCESS) {
      try (FileChannel channel = FileChannel.open(folder.file("access.lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
        AccessBook before = read();
        Change<T> changed = change.apply(before);
        if (!changed.book().equals(before)) {
          folder.write(NAME, text(changed.book()));
        }
        return changed.answer();
      }
    }
  }

  /// Where it is, for people and for those who watch it.
  public Path folder() {
    return folder.path();
  }

  private AccessBook parse(String text) {
    Content content = json.readValue(text, Content.class);
    return new AccessBook(
        content.users.stream().map(user -> new BrokerUser(Kind.valueOf(user.kind.toUpperCase(Locale.ROOT)), user.name,
            new Verifier(user.verifier), Instant.parse(user.since))).toList(),
        content.offers.stream().map(offer -> new Offer(offer.id, offer.bar, new Verifier(offer.verifier),
            Instant.parse(offer.until))).toList());
  }

  private String text(AccessBook book) {
    return json.writeValueAsString(new Content(
        book.users().stream().map(user -> new UserEntry(user.kind().word(), user.name(), user.verifier().text(),
            user.since().toString())).toList(),
        book.offers().stream().map(offer -> new OfferEntry(offer.id(), offer.barId(), offer.verifier().text(),
            offer.until().toString())).toList()))
        + "\n";
  }
}
