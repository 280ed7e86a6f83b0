package io.plumbline.contract.pairing;

import io.plumbline.contract.Ids;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// What a person carries from the daemon's computer to a bar, in one word without spaces: where the broker is, by what to know it, and a secret that
/// is good once and for minutes.
///
/// @param barId          the id that the bar gets
/// @param hosts          names and addresses of the broker's computer, to be tried in this order
/// @param port           with TLS
/// @param authorityPrint SHA-256 of the certificate of the broker's authority, in hexadecimal
/// @param user           name at the broker, [#USER_PREFIX] and hexadecimal digits
/// @param secret         password there
/// @param until          the end of its time, to the second
public record PairingCode(String barId, List<String> hosts, int port, String authorityPrint, String user, String secret,
    Instant until) {
  /// What names at the broker of all codes begin with.
  public static final String USER_PREFIX = "pair-";
  /// A bar publishes its new verifier to this topic and the code's user; the broker acknowledges it when it is kept.
  public static final String TOPIC_ROOT = "plumbline-pairing";

  private static final String PREFIX = "plumb1-";
  private static final int VERSION = 1;
  private static final int PRINT_BYTES = 32;
  private static final int USER_BYTES = 6;
  private static final int SECRET_BYTES = 16;
  private static final int CHECK_BYTES = 4;
  private static final int MOST_HOSTS = 8;
  private static final String ADVICE = "copy the whole line that 'plumbline daemon pair' printed";

  public PairingCode {
    hosts = List.copyOf(hosts.subList(0, Math.min(hosts.size(), MOST_HOSTS)));
  }

  /// A new one, with a user and a secret of its own.
  public static PairingCode fresh(String barId, List<String> hosts, int port, byte[] authorityPrint, Instant until) {
    return new PairingCode(barId, hosts, port, HexFormat.of().formatHex(authorityPrint),
        USER_PREFIX + HexFormat.of().formatHex(Secret.bytes(USER_BYTES)), Secret.once(),
        Instant.ofEpochSecond(until.getEpochSecond()));
  }

  /// The topic of the bar's request.
  public String topic() {
    return TOPIC_ROOT + "/" + user;
  }

  /// As a person copies it. It holds the secret.
  public String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(until.getEpochSecond());
      out.writeShort(port);
      out.write(HexFormat.of().parseHex(authorityPrint));
      out.write(HexFormat.of().parseHex(user.substring(USER_PREFIX.length())));
      out.write(Base64.getUrlDecoder().decode(secret));
      out.writeUTF(barId);
      out.writeByte(hosts.size());
      for (String host : hosts) {
        out.writeUTF(host);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] content = bytes.toByteArray();
    byte[] all = Arrays.copyOf(content, content.length + CHECK_BYTES);
    System.arraycopy(check(content), 0, all, content.length, CHECK_BYTES);
    return PREFIX + sixtyFour(all);
  }

  /// Reads one.
  ///
  /// @throws IllegalArgumentException where it is none, or not whole; the message is one line for a person, and does not repeat the code
  public static PairingCode parse(String text) {
    String word = text.strip();
    if (!word.startsWith(PREFIX)) {
      throw new IllegalArgumentException("is no pairing code, which begins with " + PREFIX + ": " + ADVICE);
    }
    try {
      String signs = word.substring(PREFIX.length());
      byte[] all = Base64.getUrlDecoder().decode(signs);
      // The last sign may carry bits that no byte has, and the decoder drops them: another sign there would pass.
      if (!sixtyFour(all).equals(signs)) {
        throw new IllegalArgumentException("last sign");
      }
      int length = Math.max(0, all.length - CHECK_BYTES);
      byte[] content = Arrays.copyOf(all, length);
      if (!Arrays.equals(check(content), Arrays.copyOfRange(all, length, all.length))) {
        throw new IllegalArgumentException("checksum");
      }
      return read(content);
    } catch (IllegalArgumentException | IOException e) {
      throw new IllegalArgumentException("is mistyped or cut short: " + ADVICE, e);
    }
  }

  private static PairingCode read(byte[] content) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      if (in.readByte() != VERSION) {
        throw new IOException("version");
      }
      Instant until = Instant.ofEpochSecond(in.readLong());
      int port = in.readUnsignedShort();
      String print = HexFormat.of().formatHex(in.readNBytes(PRINT_BYTES));
      String user = USER_PREFIX + HexFormat.of().formatHex(in.readNBytes(USER_BYTES));
      String secret = sixtyFour(in.readNBytes(SECRET_BYTES));
      String barId = in.readUTF();
      List<String> hosts = new ArrayList<>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        hosts.add(in.readUTF());
      }
      if (!Ids.isId(barId) || hosts.isEmpty() || port == 0 || in.available() > 0) {
        throw new IOException("content");
      }
      return new PairingCode(barId, hosts, port, print, user, secret, until);
    }
  }

  private static String sixtyFour(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] check(byte[] content) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Without the secret: safe in any log.
  @Override
  public String toString() {
    return "pairing code of " + barId + " (" + user + ")";
  }
}
