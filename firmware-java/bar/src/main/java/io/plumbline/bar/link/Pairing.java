package io.plumbline.bar.link;

import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.contract.pairing.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.StringJoiner;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// The talk with a daemon's broker in which a bar turns a one-time code into a secret of its own. The secret never leaves the bar: the broker gets what verifies
/// it. All messages are one line for a person. One thread at a time.
public final class Pairing implements AutoCloseable {
  private static final long LIMIT_MS = Duration.ofSeconds(10).toMillis();

  private final PairingCode code;
  private final PairingTrust trust;
  private final MqttAsyncClient client;

  private Pairing(PairingCode code, PairingTrust trust, MqttAsyncClient client) {
    this.code = code;
    this.trust = trust;
    this.client = client;
  }

  /// Finds the broker that the code speaks of, makes sure that it is that one, and shows it the code.
  ///
  /// @throws IOException where nobody answers, somebody else does, or the code is not good any more
  public static Pairing open(PairingCode code, InstantSource clock) throws IOException {
    StringJoiner tried = new StringJoiner("; ");
    for (String host : code.hosts()) {
      String uri = "ssl://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + code.port();
      PairingTrust trust = new PairingTrust(code.authorityPrint());
      try {
        return new Pairing(code, trust,
            connected(uri, "plumbline-" + code.user(), code.user(), code.secret(), trust));
      } catch (MqttException e) {
        if (isRefusal(e)) {
          throw new IOException(refusal(code, clock), e);
        }
        tried.add(uri + " (" + reason(e, uri, code.barId()) + ")");
      }
    }
    throw new IOException("the daemon that made this code cannot be reached: " + tried);
  }

  private static MqttAsyncClient connected(String uri, String clientId, String user, String secret, PairingTrust trust)
      throws MqttException {
    MqttAsyncClient client = new MqttAsyncClient(uri, clientId, new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(Math.toIntExact(Duration.ofMillis(LIMIT_MS).toSeconds()));
    options.setUserName(user);
    options.setPassword(secret.toCharArray());
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[]{trust}, null);
      options.setSocketFactory(new NoDelayTlsSocketFactory(context.getSocketFactory()));
      options.setHttpsHostnameVerificationEnabled(true);
      client.connect(options).waitForCompletion(LIMIT_MS);
      return client;
    } catch (GeneralSecurityException e) {
      client.close(true);
      throw new MqttException(e);
    } catch (MqttException e) {
      client.close(true);
      throw e;
    }
  }

  private static boolean isRefusal(MqttException e) {
    return e.getReasonCode() == MqttException.REASON_CODE_NOT_AUTHORIZED
        || e.getReasonCode() == MqttException.REASON_CODE_FAILED_AUTHENTICATION;
  }

  private static String refusal(PairingCode code, InstantSource clock) {
    String again = "ask for another with 'plumbline daemon pair " + code.barId() + "'";
    return clock.instant().isAfter(code.until())
        ? "the code has expired (it was good until " + code.until() + ", this computer's clock says "
            + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "): " + again
        : "the daemon does not take this code: it was used already, or a newer one was made: " + again;
  }

  private static String reason(MqttException e, String uri, String barId) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PairingTrust.StrangerException) {
        return "another broker answers there, with another authority's certificate";
      }
    }
    return LinkTrouble.describe(e, LinkConfig.of(uri, barId, false));
  }

  /// Where the broker was found, `ssl://host:port`.
  public String broker() {
    return client.getServerURI();
  }

  /// The certificate of its authority, PEM.
  public String authorityPem() {
    X509Certificate authority = Objects.requireNonNull(trust.authority(), "a connection has been judged");
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(authority.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it came encoded", e);
    }
  }

  /// Name of the bar at the broker from now on.
  public String user() {
    return "bar-" + code.barId();
  }

  /// Hands over what the bar's secret is verified with. When this returns, the broker has it, and the code is used up.
  ///
  /// @throws IOException where the broker does not take it
  public void redeem(Verifier verifier) throws IOException {
    try {
      client.publish(code.topic(), verifier.text().getBytes(StandardCharsets.US_ASCII), 1, false)
          .waitForCompletion(LIMIT_MS);
    } catch (MqttException e) {
      throw new IOException("the daemon did not take the bar's secret (" + reason(e, broker(), code.barId())
          + "): ask for another code with 'plumbline daemon pair " + code.barId() + "'", e);
    }
  }

  /// Logs in with the new secret, as the bar will.
  ///
  /// @throws IOException where the broker does not let it in
  public void prove(String secret) throws IOException {
    try {
      leave(connected(broker(), "plumbline-bar-" + code.barId(), user(), secret,
          new PairingTrust(code.authorityPrint())));
    } catch (MqttException e) {
      throw new IOException("the broker does not let the bar in with its new secret ("
          + reason(e, broker(), code.barId()) + "): ask for another code", e);
    }
  }

  @Override
  public void close() {
    leave(client);
  }

  private static void leave(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(LIMIT_MS);
      }
      client.close(true);
    } catch (MqttException e) {
      // It is gone either way.
    }
  }
}
