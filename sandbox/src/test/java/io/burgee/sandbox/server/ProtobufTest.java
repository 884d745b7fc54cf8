package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.burgee.sandbox.store.ApiFailure;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProtobufTest {
  /** One length-delimited field. */
  private static byte[] field(int number, byte[]... content) {
    var inner = new ByteArrayOutputStream();
    Arrays.stream(content).forEach(inner::writeBytes);
    var out = new ByteArrayOutputStream();
    var tag = (number << 3) | 2;
    if (tag > 127) {
      out.write((tag & 0x7f) | 0x80);
      out.write(tag >> 7);
    } else {
      out.write(tag);
    }
    out.write(inner.size());
    out.writeBytes(inner.toByteArray());
    return out.toByteArray();
  }

  private static byte[] text(int number, String text) {
    return field(number, text.getBytes(UTF_8));
  }

  private static byte[] number(int number, int value) {
    return new byte[] {(byte) (number << 3), (byte) value};
  }

  private static byte[] body(String apiVersion, String kind, byte[]... fields) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'k', '8', 's', 0});
    out.writeBytes(field(1, text(1, apiVersion), text(2, kind)));
    out.writeBytes(field(2, fields));
    return out.toByteArray();
  }

  @Test
  void readsMapsBytesAndUnknownFields() {
    var secret =
        body(
            "v1",
            "Secret",
            field(1, text(1, "s"), text(2, ""), field(11, text(1, "l"), text(2, "x"))),
            field(2, text(1, "k"), text(2, "v")),
            text(15, "of the future"),
            text(3, "Opaque"));
    assertThat(Protobuf.decode(secret).toString())
        .isEqualTo(
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\","
                + "\"metadata\":{\"name\":\"s\",\"labels\":{\"l\":\"x\"}},"
                + "\"data\":{\"k\":\"dg==\"},\"type\":\"Opaque\"}");
  }

  @Test
  void readsNumbersAndListsOfObjects() {
    var port = field(1, text(2, "TCP"), number(3, 80), field(4, number(1, 1), text(3, "http")));
    var service = body("v1", "Service", field(1, text(1, "s")), field(2, port));
    assertThat(Protobuf.decode(service).at("/spec/ports").toString())
        .isEqualTo("[{\"protocol\":\"TCP\",\"port\":80,\"targetPort\":\"http\"}]");
  }

  @Test
  void putsInlinedFieldsWhereJsonHasThem() {
    var volume = field(1, text(1, "v"), field(2, field(19, field(1, text(1, "config")))));
    var pod = body("v1", "Pod", field(2, volume));
    assertThat(Protobuf.decode(pod).at("/spec/volumes").toString())
        .isEqualTo("[{\"name\":\"v\",\"configMap\":{\"name\":\"config\"}}]");
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> Protobuf.decode(body("example.com/v1", "Thing")))
        .matches(failure -> failure.code() == 415);
    var whole = body("v1", "Secret", field(1, text(1, "s")));
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> Protobuf.decode(Arrays.copyOf(whole, whole.length - 1)))
        .matches(failure -> failure.code() == 400);
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> Protobuf.decode("{}".getBytes(UTF_8)))
        .matches(failure -> failure.code() == 400);
  }
}
