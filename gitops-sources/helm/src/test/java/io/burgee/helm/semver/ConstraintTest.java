package io.burgee.helm.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.value.GoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {
  @ParameterizedTest
  @CsvSource({
    "~1.2.3,1.2.9,true",
    "~1.2.3,1.3.0,false",
    "~1,1.9.0,true",
    "^0.2.3,0.2.9,true",
    "^0.2.3,0.3.0,false",
    "^0.0.3,0.0.4,false",
    "1.2.x,1.2.7,true",
    ">1.2,1.2.9,false",
    ">1.2,1.3.0,true",
    "<=1.2,1.2.9,true",
    "!=1.2,1.2.9,false",
    "1.2 - 1.4,1.4.0,true",
    ">=1 <2 || 3.x,3.9.0,true",
    "*,1.0.0-a,false",
    ">=1.0.0-0,1.0.0-a,true"
  })
  void operatorsMeanWhatMastermindsLibrarySays(String constraint, String version, boolean fits) {
    assertThat(Constraint.parse(constraint).check(Version.parse(version))).isEqualTo(fits);
  }

  @Test
  void blanksInALongTextTakeNoTime() {
    var text = "1   ".repeat(100) + "!";
    assertThatThrownBy(() -> Constraint.parse(text)).isInstanceOf(GoException.class);
  }
}
