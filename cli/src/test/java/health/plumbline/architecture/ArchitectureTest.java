package health.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that hold the house together: who may know whom, and what the core never does. */
final class ArchitectureTest {

  private static final String ROOT = "health.plumbline.";

  /** The core: what runs in a browser and over a population as well as behind the command. */
  private static final List<String> CORE = List.of("knowledge", "reasoning", "narrative", "care");

  /** What stands around it. */
  private static final List<String> SHELL = List.of("handover", "contract", "web", "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPackages(Stream.concat(CORE.stream(), SHELL.stream()).map(ROOT::concat).toList());

  /**
   * A module that may know little.
   *
   * @param name the module
   * @param mayKnow packages that it may know beside its own, the JDK and the null annotations
   */
  record Module(String name, String... mayKnow) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Module> modules() {
    return Stream.of(
        new Module("knowledge", "de.siegmar.fastcsv.."),
        new Module("reasoning", ROOT + "knowledge.."),
        new Module("narrative", ROOT + "knowledge.."),
        new Module("care", ROOT + "knowledge..", ROOT + "reasoning.."),
        new Module(
            "handover",
            ROOT + "knowledge..",
            ROOT + "reasoning..",
            ROOT + "care..",
            "com.openhtmltopdf..",
            "biweekly.."),
        new Module(
            "contract",
            ROOT + "knowledge..",
            ROOT + "reasoning..",
            ROOT + "narrative..",
            ROOT + "care..",
            "tools.jackson.."));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void knowsOnlyTheModulesBelowIt(Module module) {
    String[] allowed =
        Stream.concat(
                Stream.of(ROOT + module.name() + "..", "java..", "org.jspecify.annotations.."),
                Stream.of(module.mayKnow()))
            .toArray(String[]::new);
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + module.name() + "..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(allowed));
  }

  @Test
  void coreKnowsNoWebSqlFhirJsonSpringOrCommandLine() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(core())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "java.net..",
                "java.rmi..",
                "javax..",
                "jakarta..",
                "org.springframework..",
                "ca.uhn..",
                "org.hl7..",
                "tools.jackson..",
                "com.fasterxml..",
                "picocli..",
                ROOT + "contract..",
                ROOT + "web..",
                ROOT + "cli.."));
  }

  /** They are under the GPL: none of their classes is on the class path of what is shipped. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "weka.core.Instances",
        "edu.cmu.tetrad.bayes.JunctionTreeAlgorithm",
        "health.plumbline.benchmark.peers.Engine"
      })
  void otherEnginesStayInTheBenchmark(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  /** Whoever prints no PDF and no calendar must not wait for the libraries that make them. */
  @Test
  void onlyOneClassKnowsThePdfEngineAndOneTheCalendarLibrary() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "handover.Pdf")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.openhtmltopdf.."));
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "handover.PlanCalendar")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("biweekly.."));
  }

  @Test
  void onlyTheServerKnowsSpringAndItKnowsNoCommandLine() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + "contract..", ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "gg.jte..", "jakarta.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", ROOT + "cli..", "java.sql.."));
  }

  @Test
  void packagesAreNullMarked() {
    Set<String> unmarked =
        Stream.concat(CORE.stream(), SHELL.stream())
            .map(name -> CLASSES.getPackage(ROOT + name))
            .flatMap(top -> Stream.concat(Stream.of(top), top.getSubpackagesInTree().stream()))
            .filter(it -> !it.getClasses().isEmpty())
            .filter(it -> !it.isAnnotatedWith(NullMarked.class))
            .map(it -> it.getName())
            .collect(java.util.stream.Collectors.toSet());
    assertThat(unmarked).isEmpty();
  }

  @Test
  void coreSaysNothingOnTheConsoleAndNeverEndsTheProcess() {
    check(noClasses().that().resideInAnyPackage(core()).should(ACCESS_STANDARD_STREAMS));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(core())
            .should()
            .callMethod(System.class, "exit", int.class));
  }

  /** The same knowledge and findings give the same assessment, here, elsewhere and in ten years. */
  @Test
  void coreAsksNeitherClockNorChanceNorMachine() {
    Set<String> methods =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault");
    check(
        noClasses()
            .that()
            .resideInAnyPackage(core())
            .should()
            .accessTargetWhere(
                DescribedPredicate.<JavaAccess<?>>describe(
                    "the clock, chance or the machine is asked",
                    access ->
                        methods.contains(access.getTargetOwner().getName() + "." + access.getName())
                            || (access.getTargetOwner().getPackageName().equals("java.time")
                                && access.getName().equals("now"))
                            || isUnseeded(access))));
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return owner.equals("java.util.concurrent.ThreadLocalRandom")
        || owner.equals("java.security.SecureRandom")
        || ((owner.equals(Random.class.getName()) || owner.equals("java.util.SplittableRandom"))
            && access.getTarget().getFullName().endsWith("<init>()"));
  }

  @Test
  void classesAreFinalUnlessMadeToBeExtended() {
    check(
        classes()
            .that()
            .resideInAPackage("health.plumbline..")
            .should(
                new ArchCondition<JavaClass>("be final, abstract or sealed") {
                  @Override
                  public void check(JavaClass it, ConditionEvents events) {
                    boolean closed =
                        it.isInterface()
                            || it.isEnum()
                            || it.isAnonymousClass()
                            || it.getModifiers().contains(JavaModifier.FINAL)
                            || it.getModifiers().contains(JavaModifier.ABSTRACT)
                            || it.reflect().isSealed();
                    events.add(
                        new SimpleConditionEvent(it, closed, it.getName() + " can be extended"));
                  }
                }));
  }

  private static String[] core() {
    return CORE.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
