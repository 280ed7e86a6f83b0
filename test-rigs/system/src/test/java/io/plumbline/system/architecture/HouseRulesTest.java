package io.plumbline.system.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.plumbline.system.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  private static final String ROOT = "io.plumbline";
  private static final String BROKEN = "io.plumbline.system.broken";
  private static final JavaClasses PRODUCTION = new ClassFileImporter().importPaths(Repository.compiled("classes"));
  private static final JavaClasses TESTS = new ClassFileImporter().importPaths(Repository.compiled("test-classes"));
  private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BROKEN);

  static Set<String> rules() {
    return new HouseRules(ROOT).all().keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldHoldWhenTheRealClassesAreJudged(String rule) {
    new HouseRules(ROOT).named(rule).check(PRODUCTION);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldBeNoticedWhenARuleIsBroken(String rule) {
    assertTrue(new HouseRules(BROKEN).named(rule).evaluate(FIXTURES).hasViolation(), "no fixture breaks: " + rule);
  }

  @Test
  void shouldSeeEveryModuleWhenTheClassesAreRead() {
    Set<String> packages = PRODUCTION.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertAll(Stream
        .of("contract.payload", "core.pipeline", "bar.cli", "daemon.app", "simulator", "demo.cli", "drivers",
            "blackbox",
            "pi4j.linux", "virtualchips", "rail", "benchmarks")
        .map(name -> () -> assertTrue(packages.contains(ROOT + "." + name), name)));
  }

  @Test
  void shouldSayWhatItIsForWhenAPackageHasClasses() {
    Set<String> described = PRODUCTION.stream().filter(type -> type.getSimpleName().equals("package-info"))
        .map(JavaClass::getPackageName).collect(Collectors.toSet());
    Set<String> silent = PRODUCTION.stream().map(JavaClass::getPackageName).filter(name -> !described.contains(name))
        // What JMH generates is nobody's to describe.
        .filter(name -> !name.endsWith(".jmh_generated"))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), silent, "packages without package-info.java");
  }

  @Test
  void shouldWaitForEventsAndNotForTimeWhenTestsWait() {
    List<String> sleepers = TESTS.stream().flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> call.getTarget().getName().equals("sleep") || call.getTarget().getName().startsWith("park"))
        .filter(call -> call.getTargetOwner().getName().startsWith("java."))
        .map(call -> call.getDescription()).toList();
    assertTrue(TESTS.size() > 20, "the tests' classes were found");
    assertEquals(List.of(), sleepers);
  }
}
