package io.burgee.api;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ApiArchitectureTest {
  private final JavaClasses api =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.burgee");

  @Test
  void dependsOnNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage("io.burgee.api..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.burgee..").and(resideOutsideOfPackage("io.burgee.api..")))
        .check(api);
  }

  @Test
  void beansDoNotKnowTheirRules() {
    noClasses()
        .that()
        .resideInAPackage("io.burgee.api")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.burgee.api.validation")
        .check(api);
  }

  @Test
  void beansHaveNoLogic() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(Extensible.class)
        .should()
        .haveNameMatching("(get|set)[A-Z].*")
        .check(api);
    noClasses()
        .that()
        .areAssignableTo(Extensible.class)
        .and()
        .doNotHaveSimpleName("Extensible")
        .should()
        .callMethodWhere(alwaysTrue())
        .check(api);
  }
}
