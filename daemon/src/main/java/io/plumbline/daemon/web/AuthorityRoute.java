package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import org.jspecify.annotations.Nullable;

/// The certificate of the daemon's own authority, for phones that shall trust it. It is public; what counts is that its fingerprint is compared.
final class AuthorityRoute {
  private final @Nullable String pem;

  /// @param pem null where there is no TLS
  AuthorityRoute(@Nullable String pem) {
    this.pem = pem;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/ca.pem", context -> {
      if (pem == null) {
        throw new NotFoundResponse("the dashboard has no TLS: start the daemon with --http-host");
      }
      // By this type phones know what it is.
      context.contentType("application/x-x509-ca-cert")
          .header("Content-Disposition", "attachment; filename=\"plumbline-ca.pem\"").result(pem);
    });
  }
}
