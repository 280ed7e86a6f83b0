package io.plumbline.daemon.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.DeniedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.TrainingJson;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What all requests have in common that change something: who may send them, what they are based on, and what they carry.
final class Changes {
  /// Who makes the changes of a daemon without accounts: whoever sits at this computer.
  private static final String BY = "local";

  private static final Set<HandlerType> CHANGING = Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.DELETE,
      HandlerType.PATCH);
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
  private static final TrainingJson JSON = new TrainingJson();

  private Changes() {}

  /// Refuses what a page of another origin had a browser send. A form cannot send JSON, and a script that does is asked for permission first, which nobody
  /// gives here.
  static void guard(Context context) {
    if (!isChange(context)) {
      return;
    }
    String origin = context.header("Origin");
    if (origin != null && !origin.equals(context.scheme() + "://" + context.header("Host"))) {
      throw new HttpResponseException(403, "a page of another origin changes nothing here");
    }
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new HttpResponseException(403, "a page of another site changes nothing here");
    }
    String type = context.header("Content-Type");
    boolean json = type != null && type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip()
        .equals("application/json");
    if (!json && !context.method().equals(HandlerType.DELETE)) {
      throw new HttpResponseException(415, "send JSON, with the header 'Content-Type: application/json'");
    }
  }

  static boolean isChange(Context context) {
    return CHANGING.contains(context.method());
  }

  /// Who makes the change, for the log of changes.
  static String by(Context context) {
    return Guard.account(context).map(Account::name).orElse(BY);
  }

  /// How a refusal is told.
  static int status(Reason reason) {
    return switch (reason) {
      case MISSING -> 404;
      case EXISTS -> 409;
      case STALE -> 412;
      case WRONG -> 422;
    };
  }

  /// How somebody is told who is not let in.
  static int status(DeniedException.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> 401;
      case FORBIDDEN -> 403;
      case TOO_OFTEN -> 429;
      case BUSY -> 503;
    };
  }

  /// What the request carries.
  static <T> T body(Context context, Class<T> type) {
    return body(context, type, Map.of());
  }

  /// @param given what the address tells already
  static <T> T body(Context context, Class<T> type, Map<String, String> given) {
    try {
      return JSON.read(type, context.body(), given);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  static String etag(long version) {
    return "\"" + version + "\"";
  }

  /// The version that the request was based on.
  static long ifMatch(Context context) {
    String header = context.header("If-Match");
    if (header == null) {
      throw new HttpResponseException(428,
          "say what the change is based on: send the ETag that was read as 'If-Match'");
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new HttpResponseException(412, "If-Match must be one ETag as it was read, as \"3\"");
    }
    return Long.parseLong(tag.group(1));
  }

  /// Whether the request is only to be carried out where nothing is there.
  static boolean ifNoneMatch(Context context) {
    @Nullable
    String header = context.header("If-None-Match");
    return header != null && header.strip().equals("*");
  }
}
