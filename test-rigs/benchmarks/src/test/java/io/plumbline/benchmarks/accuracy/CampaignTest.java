package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Six sets that nothing was tuned on. Limits are about three times what was measured over some hundred sets: they notice what is broken, and
/// leave the judgement of the last millimetre to the command.
class CampaignTest {
  private static final long FIRST_SEED = 880_001;
  private static final int SETS = 6;
  private static final int AGAIN = 2;
  private static final Campaign.Plan PLAN = new Campaign.Plan(FIRST_SEED, SETS,
      List.of(SensorSet.ALL, SensorSet.ONE_IMU), false);
  private static final List<Integer> PROGRESS = new ArrayList<>();
  private static Campaign campaign = new Campaign(PLAN, List.of());

  @BeforeAll
  static void measure() throws InterruptedException {
    campaign = CampaignRunner.run(PLAN, 2, PROGRESS::add);
  }

  private static List<SetResult> results(SensorSet sensors) {
    return campaign.of(Variant.of(sensors), result -> true);
  }

  @Test
  void shouldGiveTheSameWhenOneThreadMeasures() throws InterruptedException {
    Campaign.Plan plan = new Campaign.Plan(FIRST_SEED, AGAIN, PLAN.sensors(), false);
    Campaign alone = CampaignRunner.run(plan, 1, done -> {});
    List<SetResult> first = campaign.results().stream().filter(result -> result.seed() < FIRST_SEED + AGAIN).toList();
    assertEquals(alone.results().stream().map(SetResult::matching).toList(),
        first.stream().map(SetResult::matching).toList());
    assertEquals(CsvTable.of(alone), CsvTable.of(new Campaign(plan, first)));
  }

  @Test
  void shouldTellHowFarItIsWhenSetsAreOver() {
    assertEquals(List.of(1, 2, 3, 4, 5, 6), PROGRESS);
  }

  @Test
  void shouldFindTheRepsWhenAllSensorsAreThere() {
    List<SetResult> results = results(SensorSet.ALL);
    assertEquals(SETS, results.size());
    long exact = results.stream().filter(result -> result.matching().isExact()).count();
    assertTrue(exact >= SETS - 1, "exact in " + exact + " of " + SETS + ", seeds from " + FIRST_SEED);
    assertTrue(results.stream().mapToInt(result -> result.matching().expected()).sum() > SETS);
    results.forEach(result -> assertTrue(result.frames() > 900 * result.seconds(), "frames of seed " + result.seed()));
  }

  @Test
  void shouldBeNearTheTruthWhenAllSensorsAreThere() {
    List<Pair> pairs = Campaign.pairs(results(SensorSet.ALL));
    assertTrue(Figure.MEAN_VELOCITY.statistics(pairs).rmse() < 0.06, "mean velocity");
    assertTrue(Figure.PEAK_VELOCITY.statistics(pairs).rmse() < 0.04, "peak velocity");
    assertTrue(Figure.HEIGHT.statistics(pairs).rmse() < 0.03, "range of motion");
    assertTrue(Figure.TOP.statistics(pairs).medianAbs() < 0.015, "top");
    // No campaign without any error: then it would compare the truth with itself.
    assertTrue(Figure.MEAN_VELOCITY.statistics(pairs).rmse() > 1e-5);
    assertEquals(0, Figure.LOAD.statistics(Campaign.pairs(results(SensorSet.ONE_IMU))).n());
    assertEquals(pairs.size(), Figure.LOAD.statistics(pairs).n());
  }

  @Test
  void shouldPutEveryFigureIntoTheTablesWhenItIsReported() {
    String text = String.join("", AccuracyReport.sections(campaign).stream().map(Section::toText).toList());
    for (Figure figure : Figure.ALL) {
      assertTrue(text.contains(figure.label()), figure.label() + " in\n" + text);
    }
    assertTrue(text.contains("left IMU alone"), text);
    assertTrue(SpeedReport.section(campaign).toText().contains("times real time"));
  }

  @Test
  void shouldDrawEveryPictureWhenThereAreReps() throws IOException {
    for (var picture : AccuracyPlots.of(campaign).entrySet()) {
      byte[] png = Pictures.png(picture.getValue());
      assertTrue(png.length > 5000 && png[1] == 'P' && png[2] == 'N', picture.getKey());
    }
  }

  @Test
  void shouldWriteALineForEachRepWhenATableIsAskedFor() {
    List<String> lines = CsvTable.of(campaign).lines().toList();
    int pairs = campaign.results().stream().mapToInt(result -> result.matching().pairs().size()).sum();
    assertEquals(1 + pairs, lines.size());
    long commas = lines.getFirst().chars().filter(c -> c == ',').count();
    lines.forEach(line -> assertEquals(commas, line.chars().filter(c -> c == ',').count(), line));
  }

  @Test
  void shouldLeaveOutEachIdeaOnceWhenTheyAreWeighed() {
    List<Variant> variants = Variant.withoutOneIdea();
    assertTrue(variants.stream().noneMatch(variant -> variant.ideas().equals(Variant.of(SensorSet.ALL).ideas())));
    assertEquals(variants.size(), variants.stream().map(Variant::ideas).distinct().count());
  }
}
