package io.burgee.mesh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.burgee.mesh");

  @Test
  void dependenciesPointDown() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.burgee.mesh..",
            "io.burgee.api..",
            "io.burgee.core..",
            "java..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            "io.fabric8.kubernetes.api..",
            "io.fabric8.kubernetes.client.utils..")
        .check(CLASSES);
  }

  @Test
  void routersDoNoInputOrOutputAndKnowNoClock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.time..")
        .check(CLASSES);
  }

  @Test
  void aMeshKnowsNoOtherMesh() {
    noClasses()
        .that()
        .resideInAPackage("io.burgee.mesh.istio")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.burgee.mesh.kubernetes")
        .check(CLASSES);
  }
}
