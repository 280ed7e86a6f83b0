package io.plumbline.simulator.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  private static String text(double value, int decimals) {
    StringBuilder text = new StringBuilder();
    NumberText.append(text, value, decimals);
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({"0,6,0.000000", "-0.0,6,0.000000", "1.5,6,1.500000", "-9.80666,4,-9.8067", "0.000001,6,0.000001",
      "-0.0000004,6,0.000000", "123456.789,3,123456.789", "0.07,2,0.07", "0.999999,3,1.000", "12.6,0,13",
      "0.10000001,8,0.10000001", "NaN,6,''"})
  void shouldWriteFixedDecimals(double value, int decimals, String expected) {
    assertEquals(expected, text(value, decimals));
  }

  @Test
  void shouldComeBackWithinHalfAStepWhenRead() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextDouble(-2000, 2000);
      int decimals = random.nextInt(9);
      String written = text(value, decimals);
      double half = BigDecimal.ONE.movePointLeft(decimals).doubleValue() / 2;
      assertEquals(value, Double.parseDouble(written), half * 1.001, written);
      assertEquals(decimals, new BigDecimal(written).setScale(decimals, RoundingMode.UNNECESSARY).scale(), written);
    }
  }

  @Test
  void shouldRefuseWhatNoSensorReads() {
    assertThrows(IllegalArgumentException.class, () -> text(Double.POSITIVE_INFINITY, 6));
    assertThrows(IllegalArgumentException.class, () -> text(-1e11, 6));
  }
}
