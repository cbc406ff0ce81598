package dev.ratchet.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, for all modules at once. */
class ArchitectureTest {
  /** Packages of core, lowest first; each may use only those before it. */
  private static final List<String> LAYERS =
      List.of(
          "dev.ratchet.edit..",
          "dev.ratchet.verdict..",
          "dev.ratchet.spi..",
          "dev.ratchet.journal..",
          "dev.ratchet.oversight..",
          "dev.ratchet.isolation..",
          "dev.ratchet.validate..",
          "dev.ratchet.measure..",
          "dev.ratchet.command..",
          "dev.ratchet.propose..",
          "dev.ratchet.java..",
          "dev.ratchet.review..",
          "dev.ratchet.apply..",
          "dev.ratchet.report..",
          "dev.ratchet");

  /** Packages of the guard, lowest first. */
  private static final List<String> GUARD =
      Stream.of(
              "text..",
              "policy..",
              "document..",
              "source..",
              "bytecode..",
              "jdk..",
              "flow..",
              "rules..",
              "inspection..",
              "guardcall..",
              "protection..",
              "power..",
              "evaluator..",
              "form..",
              "project..",
              "")
          .map(name -> "dev.ratchet.guardrails" + (name.isEmpty() ? "" : "." + name))
          .toList();

  private static final String[] FOREIGN = {
    "com.google.common..", "com.fasterxml..", "com.github.javaparser..", "org.objectweb.asm.."
  };

  private static JavaClasses library;
  private static JavaClasses everything;

  @BeforeAll
  static void importClasses() {
    ClassFileImporter importer =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());
    everything = importer.importPackages("dev.ratchet");
    library =
        everything.that(not(resideInAnyPackage("dev.ratchet.examples..", "dev.ratchet.testkit..")));
    assertThat(library).as("there is something to check").hasSizeGreaterThan(50);
  }

  @Test
  void a_package_uses_only_those_below_it() {
    checkOrder(LAYERS);
    checkOrder(GUARD);
  }

  private static void checkOrder(List<String> packages) {
    for (int i = 0; i < packages.size() - 1; i++) {
      String[] above = packages.subList(i + 1, packages.size()).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(packages.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .allowEmptyShould(true)
          .check(library);
    }
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.ratchet.(**)").should().beFreeOfCycles().check(library);
  }

  @Test
  void benchmarks_need_the_jdk_only() {
    classes()
        .that()
        .resideInAPackage("dev.ratchet.benchmarks..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.ratchet.benchmarks..", "java..", "com.sun.management..", "org.jspecify..")
        .check(library);
  }

  @Test
  void core_does_not_know_its_users() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.ratchet.guardrails..", "dev.ratchet.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.ratchet.guardrails..", "dev.ratchet.testkit..", "dev.ratchet.examples..")
        .check(library);
  }

  @Test
  void nobody_knows_the_command_line() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ratchet.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.ratchet.cli..", "picocli..")
        .check(everything);
  }

  @Test
  void only_the_java_packages_know_java_tools() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.ratchet.java..", "dev.ratchet.guardrails..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.javaparser..", "org.objectweb.asm..", "javax.tools..")
        .check(library);
  }

  @Test
  void no_foreign_type_is_in_a_public_signature() {
    classes()
        .that()
        .arePublic()
        .and()
        .resideOutsideOfPackage("dev.ratchet.java.operators..")
        .should(showNoForeignType())
        .check(library);
  }

  private static ArchCondition<JavaClass> showNoForeignType() {
    return new ArchCondition<>("show no foreign type in a public signature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(type.getFields().stream(), type.getCodeUnits().stream())
            .filter(ArchitectureTest::isVisible)
            .forEach(
                member ->
                    typesOf(member).stream()
                        .filter(resideInAnyPackage(FOREIGN))
                        .forEach(
                            foreign ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        member,
                                        member.getFullName() + " shows " + foreign.getName()))));
      }
    };
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaClass> typesOf(JavaMember member) {
    return member instanceof JavaCodeUnit unit
        ? Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()))
            .collect(Collectors.toSet())
        : ((JavaField) member).getType().getAllInvolvedRawTypes();
  }

  @Test
  void every_package_is_null_marked_and_explains_itself() {
    Set<String> bare = new TreeSet<>();
    for (JavaClass type : everything) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
        bare.add(home.getName());
      }
    }
    assertThat(bare).as("packages without a @NullMarked package-info").isEmpty();
  }

  @Test
  void library_code_neither_prints_nor_exits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ratchet.benchmarks.worker..")
        .and()
        .resideOutsideOfPackage("dev.ratchet.java.junit.child..")
        .and()
        .doNotHaveFullyQualifiedName("dev.ratchet.cli.Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(library);
  }

  @Test
  void static_state_does_not_change() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("dev.ratchet.benchmarks.worker..")
        .should()
        .beFinal()
        .check(library);
  }

  @Test
  void public_classes_are_final_unless_made_to_be_extended() {
    List<String> open = new ArrayList<>();
    for (JavaClass type : library) {
      boolean openClass =
          type.getModifiers().contains(JavaModifier.PUBLIC)
              && !type.isInterface()
              && !type.isEnum()
              && !type.isAnnotation()
              && !type.getModifiers().contains(JavaModifier.FINAL)
              && !type.getModifiers().contains(JavaModifier.ABSTRACT);
      if (openClass) {
        open.add(type.getName());
      }
    }
    assertThat(open).isEmpty();
  }
}
