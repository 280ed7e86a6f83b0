package io.plumbline.benchmarks.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page's stream of events, as a browser gets it: hears of reps in the states.
final class Page implements AutoCloseable {
  private static final Pattern TOP = Pattern.compile("\"top\":\\{\"time_ns\":(\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Stream<String> lines;
  private final Thread reader;

  /// @param daemonUri of the dashboard
  Page(String daemonUri, Heard heard) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(daemonUri).resolve("/api/events"))
        .header("Accept", "text/event-stream").build();
    try {
      HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        throw new IOException("the dashboard at " + daemonUri + " answered " + response.statusCode());
      }
      lines = response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    reader = Thread.ofPlatform().name("page").daemon(true).unstarted(() -> read(heard));
  }

  /// Begins reading.
  void open() {
    reader.start();
  }

  private void read(Heard heard) {
    try {
      lines.forEach(line -> {
        long nowNs = System.nanoTime();
        Matcher top = TOP.matcher(line);
        if (top.find()) {
          heard.take(Long.parseLong(top.group(1)), nowNs);
        }
      });
    } catch (UncheckedIOException e) {
      // The page was closed.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
