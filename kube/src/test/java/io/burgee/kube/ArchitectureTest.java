package io.burgee.kube;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void ofOurModulesOnlyTheApiAndTheCoreAreSeen() {
    noClasses()
        .that()
        .resideInAPackage("io.burgee.kube..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.burgee.mesh..",
            "io.burgee.metrics..",
            "io.burgee.operator..",
            "io.burgee.sandbox..",
            "io.burgee.testsupport..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.burgee.kube"));
  }
}
