package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.AuditAction;
import io.plumbline.daemon.access.AuditEntry;
import io.plumbline.daemon.access.AuditTrail;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Exporter;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What is kept, as files for other programs.
final class ExportRoutes {
  private final Exporter exporter;
  private final @Nullable AuditTrail trail;

  /// @param trail gets who took what away, null where nobody is asked who it is
  ExportRoutes(Exporter exporter, @Nullable AuditTrail trail) {
    this.exporter = exporter;
    this.trail = trail;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/athletes/{athlete}/export", this::athlete);
    routes.get("/api/sets/{bar}/{journal}/{set_number}/captions.vtt", this::captions);
  }

  private void athlete(Context context) throws StoreException, IOException {
    boolean traces = isTrue(context, "traces");
    String id = Answers.id(context, "athlete");
    Exporter.Export export = Answers.found(exporter.athlete(id, traces), "athlete");
    if (trail != null) {
      trail.add(new AuditEntry(InstantSource.system().instant(), Guard.account(context).map(Account::id).orElse(null),
          AuditAction.EXPORTED.id(), id, context.ip(), null));
    }
    // No name of a person: it would stand in the names of files and in the history of a browser.
    context.contentType("application/zip").header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"plumbline-athlete.zip\"");
    export.writeTo(context.outputStream());
  }

  private void captions(Context context) throws StoreException {
    double startsAtS = startsAtS(context.queryParam("starts_at_s"));
    context.contentType("text/vtt; charset=utf-8").header("Cache-Control", "no-store")
        .result(Answers.found(exporter.captions(Answers.setKey(context), startsAtS), "set"));
  }

  private static double startsAtS(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,6})?")) {
      throw new BadRequestResponse("starts_at_s must be seconds from the begin of the video, as 12.5");
    }
    return Double.parseDouble(text);
  }

  private static boolean isTrue(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw new BadRequestResponse(name + " must be true or false");
    }
    return true;
  }
}
