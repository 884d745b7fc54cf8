package io.burgee.helm.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Records as the bytes of a Secret's entry: base64 of compressed JSON. */
public final class ReleaseCodec {
  /** What an API server takes of a Secret. */
  public static final int LARGEST_SECRET_BYTES = 1 << 20;

  private static final int LARGEST_JSON_BYTES = 64 << 20;

  /** Numbers are kept as they are written. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ReleaseCodec() {}

  /**
   * The record in a Secret's entry {@code release}, of any version of Helm from 3.0.
   *
   * @throws ReleaseException if there is none in it
   */
  public static ReleaseRecord read(byte[] entry) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(entry);
      var json = JSON.readTree(isCompressed(bytes) ? unpack(bytes) : bytes);
      if (json instanceof ObjectNode object && object.path("name").isTextual()) {
        return new ReleaseRecord(object);
      }
      throw new ReleaseException("not a release record: it has no name", null);
    } catch (IOException | IllegalArgumentException e) {
      // The cause may quote the content, which may be secret.
      throw new ReleaseException("not a release record: " + e.getClass().getSimpleName(), null);
    }
  }

  private static boolean isCompressed(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B && bytes[2] == 8;
  }

  private static byte[] unpack(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] json = in.readNBytes(LARGEST_JSON_BYTES + 1);
      if (json.length > LARGEST_JSON_BYTES) {
        throw new ReleaseException(
            "the release record is larger than " + LARGEST_JSON_BYTES + " bytes", null);
      }
      return json;
    }
  }

  /**
   * The bytes of the entry {@code release}.
   *
   * @throws ReleaseException if no API server would take them
   */
  public static byte[] write(ReleaseRecord record) {
    var out = new ByteArrayOutputStream();
    try (var packed = new Best(out)) {
      packed.write(JSON.writeValueAsBytes(record.json()));
    } catch (JsonProcessingException e) {
      throw new ReleaseException("the release record can't be written", e);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory is written
    }
    byte[] entry =
        Base64.getEncoder().encodeToString(out.toByteArray()).getBytes(StandardCharsets.US_ASCII);
    if (entry.length > LARGEST_SECRET_BYTES) {
      throw new ReleaseException(
          "the record of release "
              + record
              + " has "
              + entry.length
              + " bytes, more than the "
              + LARGEST_SECRET_BYTES
              + " that a Secret may have: leave large files out of the chart",
          null);
    }
    return entry;
  }

  /** As small as it gets. */
  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static com.fasterxml.jackson.databind.JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // written by us
    }
  }
}
