package io.burgee.operator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows between the modules, checked on the compiled classes of all of them. */
class ArchitectureTest {
  private static final String ROOT = "io.burgee";

  /** Every module; a test checks that none is missing. */
  enum Module {
    core,
    api,
    kube,
    mesh,
    metrics,
    sandbox,
    yaml,
    kustomize,
    helm,
    operator;

    /** The modules whose classes this one may use besides its own. */
    Set<Module> below() {
      return switch (this) {
        case core, yaml -> Set.of();
        case kustomize, helm -> Set.of(yaml);
        case api -> Set.of(core);
        case kube, sandbox -> Set.of(api, core);
        case mesh, metrics -> Set.of(kube, api, core);
        case operator -> Set.of(mesh, metrics, kube, api, core, sandbox, kustomize, helm);
      };
    }

    String classes() {
      return ROOT + "." + name() + "..";
    }

    DescribedPredicate<JavaClass> mayUse() {
      var others = below().stream().map(Module::classes).toArray(String[]::new);
      return resideInAPackage(classes()).or(resideInAnyPackage(others)).as("itself and " + below());
    }
  }

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/io/burgee/testsupport/"))
          .importPackages(ROOT);

  /** With nothing else to use, the core can only be a function. */
  private static final String[] CORE_MAY_USE = {
    Module.core.classes(),
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "org.jspecify.annotations..",
    "com.google.errorprone.annotations.."
  };

  @Test
  void noPackageIsOutsideTheModules() {
    var modules = Arrays.stream(Module.values()).map(Module::classes).toArray(String[]::new);

    assertThat(SHIPPED.that(DescribedPredicate.not(resideInAnyPackage(modules)))).isEmpty();
    assertThat(SHIPPED.that(resideInAPackage(Module.operator.classes()))).isNotEmpty();
    assertThat(SHIPPED.that(resideInAPackage(Module.core.classes()))).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void aModuleUsesOnlyThoseBelowIt(Module module) {
    noClasses()
        .that()
        .resideInAPackage(module.classes())
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(DescribedPredicate.not(module.mayUse())))
        .allowEmptyShould(true)
        .check(SHIPPED);
  }

  @Test
  void theCoreKnowsNothingOfItsSurroundings() {
    classes()
        .that()
        .resideInAPackage(Module.core.classes())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(CORE_MAY_USE))
        .check(SHIPPED);
    noClasses()
        .that()
        .resideInAPackage(Module.core.classes())
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
  void meshAdaptersOnlyRenderAndRead() {
    noClasses()
        .that()
        .resideInAPackage(Module.mesh.classes())
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.fabric8.kubernetes.client.KubernetesClient")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "java.net.http..", "java.nio.file..")
        .allowEmptyShould(true)
        .check(SHIPPED);
  }

  @Test
  void onlyTheSandboxCommandUsesTheSandbox() {
    noClasses()
        .that()
        .resideInAPackage(Module.operator.classes())
        .and()
        .resideOutsideOfPackage("io.burgee.operator.sandbox..")
        .and()
        .haveNameNotMatching(".*\\.Sandbox[^.]*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Module.sandbox.classes())
        .check(SHIPPED);
  }
}
