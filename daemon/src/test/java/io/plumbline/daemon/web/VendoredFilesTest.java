package io.plumbline.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendoredFilesTest {
  /// uPlot 1.6.32 as published; a change here is an update or an accident.
  @ParameterizedTest
  @CsvSource({"vendor/uplot/uPlot.esm.js,5dd9b3281aa64b461b42d9945f6adb2649d346502b12281a9ae0d46599a80eba",
      "vendor/uplot/uPlot.min.css,df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
      "vendor/uplot/LICENSE,8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd"})
  void shouldBeAsPublishedWhenServed(String file, String sha256) throws IOException, GeneralSecurityException {
    assertEquals(sha256, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(file))));
  }

  @Test
  void shouldHoldNoInlineScriptOrStyleWhenThePolicyForbidsThem() throws IOException {
    String page = new String(bytes("index.html"), StandardCharsets.UTF_8);
    assertFalse(page.contains("<style") || page.contains("style=") || page.contains("onclick"), page);
    assertFalse(page.replaceAll("<script type=\"module\" src=\"/[a-z/.]+\"></script>", "").contains("<script"), page);
    assertFalse(page.contains("http://") || page.contains("https://"), page);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = VendoredFilesTest.class.getResourceAsStream("/web/" + file)) {
      assertNotNull(in, file);
      return in.readAllBytes();
    }
  }
}
