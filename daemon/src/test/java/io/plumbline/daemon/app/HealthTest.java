package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.daemon.support.TestPage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
  private static final String READY = "{\"ready\":true,\"broker_connected\":true,\"store_writable\":true}";

  @TempDir
  Path folder = Path.of("set by JUnit");

  @Test
  void shouldBeReadyAgainWhenTheDatabaseTakesWritesAgain() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder));
        TestPage page = new TestPage(daemon.httpUri())) {
      expect(200, READY, page.get("health/ready"));
      sql("ALTER TABLE journal RENAME TO away");
      expect(503, "{\"ready\":false,\"broker_connected\":true,\"store_writable\":false}", page.get("health/ready"));
      expect(200, "{\"live\":true}", page.get("health/live"));
      sql("ALTER TABLE away RENAME TO journal");
      expect(200, READY, page.get("health/ready"));
    }
  }

  @Test
  void shouldNameTheBrokerWhenThereIsNone() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    DaemonConfig waiting = new DaemonConfig("tcp://127.0.0.1:" + port, null, folder, 0, 0, "waiting");
    try (Daemon daemon = Daemon.start(waiting); TestPage page = new TestPage(daemon.httpUri())) {
      expect(503, "{\"ready\":false,\"broker_connected\":false,\"store_writable\":true}", page.get("health/ready"));
      expect(200, "{\"live\":true}", page.get("health/live"));
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plumbline.db"));
        Statement change = connection.createStatement()) {
      change.executeUpdate(statement);
    }
  }

  private static void expect(int status, String body, HttpResponse<String> answer) {
    assertEquals(body, answer.body());
    assertEquals(status, answer.statusCode());
  }
}
