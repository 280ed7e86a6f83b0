package io.plumbline.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Who may use whom: the rules of the design, for the packages below a root, so that fixtures can be judged by the same rules.
///
/// @param root `io.plumbline`, or that of the fixtures
record HouseRules(String root) {
  private static final String PI4J = "com.pi4j..";
  private static final String FOREIGN = "java.lang.foreign..";
  private static final String PAHO = "org.eclipse.paho..";
  private static final String MDNS = "javax.jmdns..";
  private static final String SERIAL = "com.fazecast..";
  private static final String[] TEST_RIGS = {"virtualchips", "simulator", "rail", "benchmarks", "faults", "demo"};
  private static final String[] PRODUCTION = {"contract", "core", "drivers", "pi4j", "blackbox", "bar", "daemon"};
  private static final List<String> DAEMON_ROOMS = List.of("ingest", "serial", "broker", "store", "coach", "web",
      "homeassistant", "export", "imports");

  /// All rules, by name.
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("core uses java.base only", coreUsesJavaBaseOnly());
    rules.put("core and drivers know no clock, thread, random, file or log", measuringIsPure());
    rules.put("core and drivers have no static mutable state", noStaticState());
    rules.put("contract knows nothing of core", no("contract", "core"));
    rules.put("one class of bar turns measures into payloads", oneMapper());
    rules.put("Pi4J stays with the hardware",
        confined(PI4J, "drivers", "pi4j", "virtualchips", "bar.app", "benchmarks", "demo.pins"));
    // A rig that answers system calls needs what makes them.
    rules.put("java.lang.foreign stays in pi4j-linux and the virtual kernel",
        confined(FOREIGN, "pi4j.linux", "virtualchips.kernel"));
    rules.put("Paho stays in the links and in what measures them",
        confined(PAHO, "bar.link", "daemon.ingest", "benchmarks.latency", "benchmarks.ingest"));
    rules.put("multicast DNS stays with who finds a broker and who announces one",
        confined(MDNS, "bar.link", "daemon.broker"));
    // Strap and rail, both ends of the cable that carries the journal where there is no network, and the emulated Pi's probe.
    rules.put("jSerialComm stays with strap, rail and the cable's ends",
        confined(SERIAL, "drivers", "rail", "bar.serial", "daemon.serial", "virtualchips.qemu"));
    rules.put("virtual chips have constants of their own", no("virtualchips", "drivers"));
    rules.put("the simulator shares nothing with core", no("simulator", "core"));
    rules.put("only the wiring sees native calls", no("drivers", "pi4j.linux"));
    rules.put("the daemon sees only the contract", no("daemon", "core", "drivers", "pi4j", "blackbox", "bar"));
    rules.put("rooms of the daemon see the domain, not each other", daemonRooms());
    rules.put("the daemon's domain sees no room", daemonDomain());
    rules.put("production never uses test rigs",
        noClasses().that(in(PRODUCTION)).should(dependOnClassesThat(in(TEST_RIGS))));
    rules.put("no production class is a pretender", noPretenders());
    rules.put("production asks nowhere whether it is simulated", noSimulationBranches());
    rules.put("no cycles between modules", slices().matching(root + ".(*)..").should().beFreeOfCycles());
    rules.put("no cycles between packages", noPackageCycles());
    rules.replaceAll((name, rule) -> rule.as(name).allowEmptyShould(true));
    return rules;
  }

  /// One of the rules.
  ArchRule named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new));
  }

  private ArchRule no(String who, String... whom) {
    return noClasses().that(in(who)).should(dependOnClassesThat(in(whom)));
  }

  private ArchRule confined(String library, String... homes) {
    return noClasses().that(resideInAPackage(root + "..").and(not(in(homes)))).should()
        .dependOnClassesThat().resideInAPackage(library);
  }

  private ArchRule coreUsesJavaBaseOnly() {
    // Of the JDK, what java.base exports and measuring may need.
    return classes().that(in("core")).should().onlyDependOnClassesThat(
        in("core").or(resideInAnyPackage("java.lang", "java.lang.invoke", "java.lang.annotation", "java.util",
            "java.util.function",
            "java.util.stream", "org.jspecify..", "java.lang.runtime")));
  }

  private ArchRule measuringIsPure() {
    DescribedPredicate<JavaClass> measuring = in("core", "drivers");
    return CompositeArchRule.of(List.of(
        noClasses().that(measuring).should()
            .dependOnClassesThat(resideInAnyPackage("java.io", "java.nio.file..", "java.net..",
                "java.time..", "java.util.logging..", "java.util.concurrent..", "java.util.random..", "org.slf4j.."))
            .allowEmptyShould(true),
        noClasses().that(measuring).should().dependOnClassesThat()
            .belongToAnyOf(Thread.class, java.util.Random.class, java.util.Timer.class).allowEmptyShould(true),
        noClasses().that(measuring).should().callMethod(System.class, "nanoTime").allowEmptyShould(true),
        noClasses().that(measuring).should().callMethod(System.class, "currentTimeMillis").allowEmptyShould(true),
        noClasses().that(measuring).should().callMethod(Math.class, "random").allowEmptyShould(true),
        noClasses().that(measuring).should().accessField(System.class, "out").allowEmptyShould(true),
        noClasses().that(measuring).should().accessField(System.class, "err").allowEmptyShould(true)));
  }

  private ArchRule noStaticState() {
    DescribedPredicate<JavaField> constant = DescribedPredicate.describe("final, or not static",
        field -> field.getModifiers().contains(FINAL) || !field.getModifiers().contains(JavaModifier.STATIC));
    return fields().that().areDeclaredInClassesThat(in("core", "drivers")).should(be(constant));
  }

  private ArchRule oneMapper() {
    DescribedPredicate<JavaConstructorCall> building = DescribedPredicate.describe("building a part of a rep's summary",
        call -> call.getTargetOwner().getPackageName().equals(root + ".contract.payload")
            && List.of("Velocity", "Motion", "Path").contains(call.getTargetOwner().getSimpleName()));
    return noClasses().that(in("bar").and(not(simpleName("ContractMapper")))).should().callConstructorWhere(building);
  }

  private ArchRule daemonRooms() {
    return CompositeArchRule.of(DAEMON_ROOMS.stream()
        .map(room -> no("daemon." + room,
            Stream.concat(DAEMON_ROOMS.stream().filter(other -> !other.equals(room)), Stream.of("app"))
                .map(other -> "daemon." + other).toArray(String[]::new))
            .allowEmptyShould(true))
        .toList());
  }

  private ArchRule daemonDomain() {
    String[] rooms = Stream.concat(DAEMON_ROOMS.stream(), Stream.of("app")).map(room -> "daemon." + room)
        .toArray(String[]::new);
    return CompositeArchRule.of(List.of(no("daemon.domain", rooms), no("daemon.access", rooms).allowEmptyShould(true)));
  }

  private ArchRule noPretenders() {
    return noClasses().that(in(PRODUCTION)).and(not(in("bar.app", "daemon.app")))
        .should().haveNameMatching(".*[.$](Sim[A-Z]|\\w*(Simulat|Mock|Fake|Stub))\\w*");
  }

  private ArchRule noSimulationBranches() {
    return noClasses().that(in(PRODUCTION).and(not(in("bar.app", "daemon.app", "contract"))))
        .should().accessFieldWhere(DescribedPredicate.describe("the value SIM of a mode",
            access -> access.getTarget().getName().equals("SIM")));
  }

  private ArchRule noPackageCycles() {
    return CompositeArchRule
        .of(Stream.of("core", "bar", "daemon", "contract", "drivers", "pi4j", "blackbox", "virtualchips", "simulator",
            "demo")
            .map(module -> slices().matching(root + "." + module + ".(*)..").should().beFreeOfCycles()
                .allowEmptyShould(true))
            .toList());
  }
}
