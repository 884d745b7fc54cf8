package io.burgee.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.prometheus.client.CollectorRegistry;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.burgee.metrics");

  @Test
  void dependenciesPointDown() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.burgee.metrics..",
            "io.burgee.api..",
            "io.burgee.core..",
            "java..",
            "javax.net.ssl..",
            "org.jspecify..",
            "com.fasterxml.jackson..",
            "io.prometheus.client..",
            "okhttp3..",
            "kotlin..")
        .check(CLASSES);
  }

  @Test
  void onlySourcesUseTheNetwork() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Source")
        .and()
        .haveSimpleNameNotEndingWith("Sources")
        .and()
        .doNotHaveSimpleName("AnyCertificate")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("okhttp3..")
        .check(CLASSES);
  }

  @Test
  void theGlobalRegistryIsNotUsed() {
    noClasses().should().accessField(CollectorRegistry.class, "defaultRegistry").check(CLASSES);
  }
}
