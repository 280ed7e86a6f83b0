package io.plumbline.daemon.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.plumbline.contract.Ids;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Amendment;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/// What the routes on athletes read from addresses, and how they answer.
final class Answers {
  private static final String JSON_TYPE = "application/json";
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final TrainingJson JSON = new TrainingJson();

  private Answers() {}

  /// A part of a list as JSON.
  ///
  /// @param next cursor of the next part, null at the end
  record Part(List<?> items, @Nullable String next) {}

  static void one(Context context, Kept<?> kept) {
    String tag = Changes.etag(kept.version());
    context.header("ETag", tag).header("Cache-Control", "private, no-cache");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.contentType(JSON_TYPE).result(JSON.write(kept.value()));
    }
  }

  static void made(Context context, String path, Kept<?> kept) {
    one(context.status(201).header("Location", path), kept);
  }

  static void page(Context context, Page<?> page) {
    plain(context, new Part(page.items(), page.next() == null ? null : page.next().cursor()));
  }

  static void plain(Context context, Object body) {
    context.contentType(JSON_TYPE).header("Cache-Control", "no-store").result(JSON.write(body));
  }

  /// A change as JSON, with what was before and after as it was written then.
  record ChangeView(long version, Instant at, String by, @Nullable RawValue before, @Nullable RawValue after) {
    static ChangeView of(Amendment change) {
      return new ChangeView(change.version(), change.at(), change.by(), raw(change.beforeJson()),
          raw(change.afterJson()));
    }

    private static @Nullable RawValue raw(@Nullable String json) {
      return json == null ? null : new RawValue(json);
    }
  }

  static void changes(Context context, List<Amendment> amendments) {
    plain(context, new Part(amendments.stream().map(ChangeView::of).toList(), null));
  }

  static <T> T found(Optional<T> value, String what) {
    return value.orElseThrow(() -> new NotFoundResponse("there is no such " + what));
  }

  /// The athlete whom the address names.
  ///
  /// @throws NotFoundResponse where there is none
  static String athlete(Context context, AthleteBook book) throws StoreException {
    return found(book.athlete(id(context, "athlete")), "athlete").value().id();
  }

  static String id(Context context, String name) {
    String id = context.pathParam(name);
    if (!Ids.isId(id)) {
      throw new BadRequestResponse(name + " must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    return id;
  }

  static SetKey setKey(Context context) {
    try {
      return new SetKey(context.pathParam("bar"), context.pathParam("journal"),
          Integer.parseInt(context.pathParam("set_number")));
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("set_number must be a number of at least 1");
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  static int limit(Context context) {
    String text = context.queryParam("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new BadRequestResponse("limit must be a number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  static @Nullable Place cursor(Context context) {
    String text = context.queryParam("cursor");
    try {
      return text == null ? null : Place.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }
}
