package io.burgee.kustomize;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.burgee.kustomize.resource.Gvk;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The engine is a function of files: no cluster, clock, network or log, and nothing kept. */
class ArchitectureTest {
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.burgee.kustomize");

  @Test
  void theEngineStandsOnItsOwn() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.burgee.kustomize..",
                "io.burgee.yaml..",
                "java.lang..",
                "java.util..",
                "java.math..",
                "java.io..",
                "java.net",
                "java.nio..",
                "java.security..",
                "java.time..",
                "com.google.re2j..",
                "org.jspecify.annotations.."))
        .check(SHIPPED);
  }

  @Test
  void onlyFoldersTouchAFileSystem() {
    noClasses()
        .that()
        .doNotHaveSimpleName("FolderTree")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.io.File.class)
        .check(SHIPPED);
  }

  @Test
  void timeIsAskedOfTheCallerOnly() {
    noClasses()
        .that()
        .doNotHaveSimpleName("BuildOptions")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Thread.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(SHIPPED);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(SHIPPED);
  }

  @Test
  void packagesHaveNoCircles() {
    slices()
        .matching("io.burgee.kustomize.(*)..")
        .should()
        .beFreeOfCycles()
        // A kind's name is a plain value that both sides need.
        .ignoreDependency(resideInAPackage("..schema.."), equivalentTo(Gvk.class))
        .check(SHIPPED);
  }

  @Test
  void thePartsKnowNothingOfTheTargetsThatUseThem() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.burgee.kustomize.target..")
        .and()
        .doNotHaveFullyQualifiedName(Kustomize.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.burgee.kustomize.target..")
        .check(SHIPPED);
  }
}
