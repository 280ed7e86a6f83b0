package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawChannel;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Polling;
import io.plumbline.drivers.bench.Rig;
import io.plumbline.drivers.bench.Truth;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same questions to every driver on every path.
class SweepTest {
  @ParameterizedTest
  @EnumSource
  void shouldGiveEverySampleOnceWhenNothingDisturbs(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().untilSamples(1);
      rig.polling().during(6);
      Truth.assertUndisturbed(rig);
      assertEquals(ChipState.RUNNING, rig.driver().state());
      assertEquals("", rig.driver().complaint());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowTimesAndRateWhenTwoSecondsHavePassed(Rig.Kind kind) {
    for (double rateError : new double[]{-0.029, -0.004, 0.013, 0.028}) {
      try (Rig rig = new Rig(kind, rateError)) {
        rig.polling().during(2.5);
        double rateHz = rig.driver().stream().nominalRateHz() * (1 + rateError);
        assertEquals(rateHz, rig.driver().rateHz(), rateHz * 200e-6, kind + " off by " + rateError);
        rig.polling().forget();
        rig.polling().during(3);
        assertTrue(Truth.worstTimeNs(rig) < 100_000,
            kind + " off by " + rateError + ": times off by " + Truth.worstTimeNs(rig) + " ns");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveTheFeltValueOnItsChannelAloneWhenOneIsStimulated(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.signal().step(0);
      rig.polling().untilSamples(1);
      List<RawChannel> channels = rig.driver().stream().channels();
      for (int stimulated = 0; stimulated < channels.size(); stimulated++) {
        for (double part : new double[]{0.5, -0.37, 0.01}) {
          for (int i = 0; i < channels.size(); i++) {
            rig.signal().set(i, 0);
          }
          RawChannel channel = channels.get(stimulated);
          boolean celsius = channel.unit().equals("°C");
          double si = celsius ? 25 + 60 * part : part * channel.si(channel.highest());
          rig.signal().set(stimulated, si * kind.feltPerSi());
          rig.polling().during(celsius ? 0.7 : 0.1);
          Polling.Row row = rig.polling().rows().getLast();
          assertEquals(si, channel.si(row.count(stimulated)), 2 * Math.abs(channel.siPerCount()),
              kind + ", " + channel.name());
          for (int i = 0; i < channels.size(); i++) {
            if (i != stimulated && !channels.get(i).unit().equals("°C")) {
              assertEquals(0, row.count(i), 0, kind + ", " + channels.get(i).name() + " beside " + channel.name());
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldPassItsSelfTestAndRunAgainWhenAsked(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.signal().step(0);
      rig.polling().untilSamples(1);
      rig.driver().requestSelfTest();
      rig.polling().poll();
      assertEquals(ChipState.TESTING, rig.driver().state());
      rig.polling().until(ChipState.RUNNING, 3);
      var result = rig.driver().selfTestResult();
      assertTrue(result != null && result.passed(), kind + ": " + result);
      assertEquals(List.of(), rig.part().misuse().list(), kind + " was misused");
    }
  }
}
