package io.plumbline.bar.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
  private static double parse(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return DecimalParser.parse(bytes, 1, bytes.length - 1);
  }

  @Property
  void shouldReadTheSameDoubleAsTheJdkWhenAnyFiniteDoubleIsWritten(@ForAll double value) {
    assertEquals(value, parse(Double.toString(value)));
    assertEquals(value, parse(new BigDecimal(value).toString()));
  }

  @Property(tries = 5000)
  void shouldReadTheSameDoubleAsTheJdkWhenGivenAnyDecimalText(@ForAll("decimals") String text) {
    assertEquals(Double.parseDouble(text), parse(text), text);
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> sign = Arbitraries.of("", "+", "-");
    Arbitrary<String> whole = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
    Arbitrary<String> fraction = Arbitraries.strings().numeric().ofMaxLength(25).map(digits -> "." + digits)
        .injectNull(0.3).map(text -> text == null ? "" : text);
    Arbitrary<String> exponent = Arbitraries.integers().between(-400, 400).map(value -> "e" + value).injectNull(0.5)
        .map(text -> text == null ? "" : text);
    return net.jqwik.api.Combinators.combine(sign, whole, fraction, exponent).as((s, w, f, e) -> s + w + f + e);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5.5", "NaN", "Infinity", "-Infinity", "0x1p3",
      "1d", "1f",
      "1 2", " 1", "--1", "1.2.3", "1,2", "١", "abc", "1e5x"})
  void shouldReadNoNumberWhenTheTextIsNone(String text) {
    assertTrue(Double.isNaN(parse(text)), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e99999999999999999999", "9e400"})
  void shouldReadInfinityWhenTheNumberIsTooLargeForADouble(String text) {
    assertTrue(Double.isInfinite(parse(text)), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "5.", ".5", "+.5", "1e-400", "000000000000000000000000000001", "1E5"})
  void shouldReadTheSameDoubleAsTheJdkWhenTheSpellingIsUnusual(String text) {
    assertEquals(Double.parseDouble(text), parse(text), text);
  }
}
