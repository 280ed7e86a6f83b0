package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and private keys in PEM files (RFC 7468).
final class PemFiles {
  private static final long MOST_BYTES = 1 << 20;
  private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----",
      Pattern.DOTALL);
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";
  private static final int DER_SEQUENCE = 0x30;

  private PemFiles() {}

  private record Block(String label, String body) {}

  /// All certificates of a file, at least one.
  static List<X509Certificate> certificates(NamedFile file) throws ConfigException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Block block : blocks(file, CERTIFICATE, "openssl x509 -inform der -in %1$s -out %1$s.pem")) {
      if (!block.label.equals(CERTIFICATE)) {
        continue;
      }
      String pem = "-----BEGIN CERTIFICATE-----" + block.body + "-----END CERTIFICATE-----\n";
      try {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        certificates.add((X509Certificate) factory
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
      } catch (CertificateException e) {
        throw file.refuse("its certificate " + (certificates.size() + 1) + " is damaged: copy the file again");
      }
    }
    if (certificates.isEmpty()) {
      throw file.refuse("holds a private key, but no certificate: is it the file for link.tls_key?");
    }
    return certificates;
  }

  /// The private key that belongs to a certificate.
  static PrivateKey key(NamedFile file, PublicKey belongsTo) throws ConfigException {
    String asked = "openssl pkcs8 -topk8 -nocrypt -in %1$s -out %1$s.pem".formatted(file.path());
    for (Block block : blocks(file, KEY, "openssl pkcs8 -inform der -topk8 -nocrypt -in %1$s -out %1$s.pem")) {
      if (block.label.equals("ENCRYPTED PRIVATE KEY") || block.body.contains("ENCRYPTED")) {
        throw file.refuse("is encrypted, and nobody is there to type its passphrase: " + asked);
      }
      if (block.label.equals(KEY)) {
        file.requirePrivate();
        return key(file, block.body, belongsTo);
      }
      if (block.label.endsWith(KEY)) {
        throw file.refuse("is in the old form '" + block.label + "', PKCS#8 is wanted: " + asked);
      }
    }
    throw file.refuse("holds no private key: is it the file for link.tls_certificate?");
  }

  private static PrivateKey key(NamedFile file, String body, PublicKey belongsTo) throws ConfigException {
    String algorithm = belongsTo.getAlgorithm();
    try {
      PrivateKey key = KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
      if (isPair(key, belongsTo)) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw file.refuse("is no " + algorithm + " key, as its certificate has one, or is damaged: copy both again");
    }
    throw file.refuse("does not belong to the certificate of link.tls_certificate: one of the two is an older one");
  }

  private static boolean isPair(PrivateKey key, PublicKey belongsTo) throws GeneralSecurityException {
    String algorithm = switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
    byte[] text = {1, 2, 3};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(text);
    Signature verifying = Signature.getInstance(algorithm);
    verifying.initVerify(belongsTo);
    verifying.update(text);
    return verifying.verify(signing.sign());
  }

  /// @param fromDer command that makes PEM of what is in the file
  private static List<Block> blocks(NamedFile file, String wanted, String fromDer) throws ConfigException {
    byte[] bytes = bytes(file);
    Matcher found = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    List<Block> blocks = new ArrayList<>();
    while (found.find()) {
      blocks.add(new Block(String.valueOf(found.group(1)), String.valueOf(found.group(2))));
    }
    if (blocks.isEmpty()) {
      Path path = file.path();
      throw file.refuse(bytes.length > 0 && bytes[0] == DER_SEQUENCE
          ? "is DER, PEM is wanted: " + fromDer.formatted(path)
          : "holds no '-----BEGIN " + wanted + "-----' with its end: is it a PEM file, and whole?");
    }
    return blocks;
  }

  private static byte[] bytes(NamedFile file) throws ConfigException {
    Path path = file.path();
    try {
      if (Files.isRegularFile(path) && Files.size(path) > MOST_BYTES) {
        throw file.refuse("is larger than 1 MB, which no PEM file is");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw file.refuse("no such file; without a folder in its name it is looked for beside the configuration");
    } catch (IOException e) {
      throw file.refuse("cannot be read" + (Files.isDirectory(path) ? ": it is a folder" : "; is it yours?"));
    }
  }
}
