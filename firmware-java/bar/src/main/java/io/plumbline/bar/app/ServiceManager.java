package io.plumbline.bar.app;

import io.plumbline.bar.health.ServiceReports;
import io.plumbline.pi4j.linux.NotifySocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The manager that has started this process, as the environment tells of it (`NOTIFY_SOCKET`, `WATCHDOG_USEC`, `WATCHDOG_PID`); nobody where it
/// does not. For one thread.
final class ServiceManager implements AutoCloseable {
  private final @Nullable NotifySocket socket;
  private final ServiceReports reports;

  private ServiceManager(@Nullable NotifySocket socket, ServiceReports reports) {
    this.socket = socket;
    this.reports = reports;
  }

  /// @param pid  of this process: a watchdog for another one is not ours
  /// @param warn told one line where the environment makes no sense
  static ServiceManager of(Map<String, String> environment, long pid, Consumer<String> warn) {
    String address = environment.get("NOTIFY_SOCKET");
    if (address == null || address.isEmpty()) {
      return new ServiceManager(null, ServiceReports.none());
    }
    Optional<NotifySocket> opened = NotifySocket.open(address);
    if (opened.isEmpty()) {
      warn.accept("NOTIFY_SOCKET: " + address + " is no socket that can be told of: use a path or @ and a name");
      return new ServiceManager(null, ServiceReports.none());
    }
    NotifySocket socket = opened.get();
    return new ServiceManager(socket,
        new ServiceReports(message -> socket.send(message) == 0, watchdogNs(environment, pid, warn)));
  }

  private static long watchdogNs(Map<String, String> environment, long pid, Consumer<String> warn) {
    String time = environment.getOrDefault("WATCHDOG_USEC", "");
    String whose = environment.getOrDefault("WATCHDOG_PID", "");
    if (time.isEmpty() || (!whose.isEmpty() && !whose.equals(Long.toString(pid)))) {
      return 0;
    }
    try {
      return TimeUnit.MICROSECONDS.toNanos(Math.max(0, Long.parseLong(time)));
    } catch (NumberFormatException e) {
      warn.accept("WATCHDOG_USEC: '" + time + "' is no number of microseconds; no sign of life is given");
      return 0;
    }
  }

  ServiceReports reports() {
    return reports;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
