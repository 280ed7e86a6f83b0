package io.plumbline.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.pi4j.linux.RealTimeConfig;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The soak for some seconds as a normal thread on a busy machine: samples may be missing there, but never doubled, damaged or untold.
class SoakTest {
  private static final int SECONDS = 3;

  @ParameterizedTest
  @ValueSource(strings = {"timer", "data-ready"})
  void shouldTellEverySampleThatIsMissingWhenTheLoopIsDisturbed(String wake) throws ConfigException {
    Soak soak = new Soak(new BarConfigReader().with("test", "[loop]\nwake = \"" + wake + "\"\n").read(),
        new RealTimeConfig(-1, 0, false, false));
    Soak.Result result = soak.run(SECONDS, passed -> {});
    long missing = 0;
    long untold = 0;
    StringBuilder where = new StringBuilder();
    for (Ledger ledger : result.ledgers()) {
      assertTrue(ledger.samples() > 0, ledger.name() + " gave nothing");
      assertEquals(0, ledger.wrong(), ledger.name() + ": doubled or damaged samples");
      missing += ledger.missing();
      untold += ledger.unmarked();
      if (ledger.unmarked() > 0) {
        where.append(' ').append(ledger.name());
      }
    }
    System.out.println("soak, " + wake + ": " + missing + " samples missing, " + result.dropped()
        + " found no room on their way");
    assertTrue(untold <= result.dropped(),
        untold + " samples are missing untold, of which " + result.dropped() + " found no room on their way:" + where);
    assertEquals(List.of(), result.misuses());
    assertTrue(result.passes() > 0);
  }
}
