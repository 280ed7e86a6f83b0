package io.plumbline.benchmarks.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The baseline: what a person would write in an evening, or have Telegraf do. It subscribes, takes a few numbers of each message, and inserts a row; a
/// message is acknowledged when its row is committed. No key, no check, nothing told to the bar.
final class PlainBridge {
  private static final long CONNECT_MS = 30_000;
  private static final int QOS = 1;

  private final MqttAsyncClient client;
  private final Connection database;
  private final PreparedStatement insert;
  private final int batch;
  private final int warm;
  private final int count;
  private final JsonMapper mapper = new JsonMapper();
  private final List<MqttMessage> waiting = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private int stored;

  private PlainBridge(MqttAsyncClient client, Connection database, int batch, int warm, int count) throws SQLException {
    this.client = client;
    this.database = database;
    this.batch = batch;
    this.warm = warm;
    this.count = count;
    try (Statement statement = database.createStatement()) {
      if (database.getMetaData().getURL().startsWith("jdbc:sqlite:")) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
      }
      statement.execute("CREATE TABLE rep (topic TEXT, sequence BIGINT, athlete TEXT, exercise TEXT,"
          + " mean_concentric_mps DOUBLE PRECISION, range_of_motion_m DOUBLE PRECISION, total_kg DOUBLE PRECISION, payload TEXT)");
    }
    insert = database.prepareStatement("INSERT INTO rep VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    database.setAutoCommit(batch == 1);
  }

  /// Arguments: broker, JDBC address, messages a commit, messages until it is warm, messages until it ends.
  public static void main(String[] arguments) throws SQLException, MqttException, InterruptedException {
    try (Connection database = DriverManager.getConnection(arguments[1]);
        MqttAsyncClient client = new MqttAsyncClient(arguments[0], "bridge", new MemoryPersistence())) {
      new PlainBridge(client, database, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
          Integer.parseInt(arguments[4])).run();
    }
  }

  private void run() throws MqttException, InterruptedException {
    client.setManualAcks(true);
    client.setCallback(new MqttCallback() {
      @Override
      public void connectionLost(Throwable cause) {
        System.out.println("lost: " + cause);
        done.countDown();
      }

      @Override
      public void messageArrived(String topic, MqttMessage message) throws Exception {
        take(topic, message);
      }

      @Override
      public void deliveryComplete(IMqttDeliveryToken token) {
        // Nothing is sent.
      }
    });
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(false);
    client.connect(options).waitForCompletion(CONNECT_MS);
    client.subscribe("plumbline/+/rep", QOS).waitForCompletion(CONNECT_MS);
    System.out.println("listening");
    done.await();
    client.disconnect().waitForCompletion(CONNECT_MS);
  }

  private void take(String topic, MqttMessage message) throws SQLException, MqttException {
    JsonNode rep = mapper.readTree(message.getPayload());
    insert.setString(1, topic);
    insert.setLong(2, rep.at("/key/sequence").asLong());
    insert.setString(3, rep.at("/athlete").asString());
    insert.setString(4, rep.at("/exercise").asString());
    insert.setDouble(5, rep.at("/velocity/mean_concentric_mps").asDouble());
    insert.setDouble(6, rep.at("/motion/range_of_motion_m").asDouble());
    insert.setDouble(7, rep.at("/load/total_kg").asDouble());
    insert.setString(8, rep.toString());
    waiting.add(message);
    if (batch == 1) {
      insert.executeUpdate();
    } else {
      insert.addBatch();
    }
    int all = stored + waiting.size();
    if (waiting.size() == batch || all == warm || all == count) {
      if (batch > 1) {
        insert.executeBatch();
        database.commit();
      }
      for (MqttMessage one : waiting) {
        client.messageArrivedComplete(one.getId(), one.getQos());
      }
      stored = all;
      waiting.clear();
      if (stored == warm || stored == count) {
        System.out.println("stored " + stored);
      }
      if (stored == count) {
        done.countDown();
      }
    }
  }
}
