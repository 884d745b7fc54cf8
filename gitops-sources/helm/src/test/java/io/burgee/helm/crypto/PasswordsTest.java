package io.burgee.helm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void aHashFitsItsPasswordOnly() {
    var line = Passwords.htpasswd("me", "secret", random);
    assertThat(line).startsWith("me:$2a$10$");
    var hash = line.substring(3);
    assertThat(OpenBSDBCrypt.checkPassword(hash, "secret".getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(OpenBSDBCrypt.checkPassword(hash, "other".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void whatIsEncryptedCanBeReadAgain() {
    for (var text : new String[] {"a", "sixteen bytes...", "é".repeat(40)}) {
      var encrypted = Aes.encrypt("key", text, random);
      byte[] bytes = java.util.Base64.getDecoder().decode(encrypted);
      assertThat(Aes.decrypt("key", bytes, bytes.length)).isEqualTo(text);
    }
  }
}
