package io.plumbline.daemon.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A page as the daemon sees one: gets, and listens to the stream of events. Every answer is held against the description of the API.
public final class TestPage implements AutoCloseable {
  /// One event of the stream.
  public record Event(String name, String data) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private @Nullable ApiDescription description;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  public TestPage(String base) {
    this.base = base;
  }

  public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return checked(client.send(request.build(), HttpResponse.BodyHandlers.ofString()), null);
  }

  /// Sends JSON.
  ///
  /// @param headers names and values in turn
  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
        .method(method, HttpRequest.BodyPublishers.ofString(body)).setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return checked(answer, body);
  }

  private HttpResponse<String> checked(HttpResponse<String> answer, @Nullable String sent)
      throws IOException, InterruptedException {
    if (ApiDescription.isOfApi(answer.uri())) {
      ApiDescription known = description;
      if (known == null) {
        known = ApiDescription.of(client, base);
        description = known;
      }
      known.require(answer, sent);
    }
    return answer;
  }

  /// Opens the stream; returns once the snapshot is there.
  public Event listen() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "api/events")).header("Accept", "text/event-stream")
        .build();
    HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
    Thread.ofVirtual().start(() -> read(response.body()));
    return await("snapshot");
  }

  private void read(Stream<String> lines) {
    String[] name = {""};
    try (lines) {
      lines.forEach(line -> {
        if (line.startsWith("event: ")) {
          name[0] = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name[0], line.substring("data: ".length())));
        }
      });
    } catch (UncheckedIOException e) {
      // The daemon stopped, or the test ended.
      events.add(new Event("closed", String.valueOf(e.getMessage())));
    }
  }

  public Event await(String name) throws InterruptedException {
    while (true) {
      Event event = next(name);
      if (event.name().equals(name)) {
        return event;
      }
    }
  }

  /// The next event of any of these names.
  public Event awaitAny(String... names) throws InterruptedException {
    List<String> wanted = List.of(names);
    while (true) {
      Event event = next(String.join(" or ", names));
      if (wanted.contains(event.name())) {
        return event;
      }
    }
  }

  /// The first event of each name, whatever order they come in: a broker keeps none between topics.
  public List<Event> awaitAll(String... names) throws InterruptedException {
    Map<String, Event> found = new HashMap<>();
    List<String> wanted = List.of(names);
    while (!found.keySet().containsAll(wanted)) {
      Event event = next(String.join(", ", names));
      found.putIfAbsent(event.name(), event);
    }
    return wanted.stream().map(found::get).toList();
  }

  private Event next(String awaited) throws InterruptedException {
    Event event = events.poll(60, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event " + awaited + " came");
    }
    return event;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
