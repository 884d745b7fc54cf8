package io.burgee.helm.value.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.value.GoException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTimeTest {
  private static final String FULL = "2006-01-02 15:04:05 MST";
  private static final GoZone BERLIN = GoZone.local(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2024-01-15T12:00:00Z, 2024-01-15 13:00:00 CET",
    "2024-07-15T12:00:00Z, 2024-07-15 14:00:00 CEST",
    "2024-03-31T00:59:59Z, 2024-03-31 01:59:59 CET",
    "2024-03-31T01:00:00Z, 2024-03-31 03:00:00 CEST",
    "1969-12-31T23:59:59Z, 1970-01-01 00:59:59 CET"
  })
  void a_zone_has_the_name_and_offset_that_it_had_then(String instant, String shown) {
    assertThat(GoTime.of(Instant.parse(instant), BERLIN).format(FULL)).isEqualTo(shown);
  }

  @Test
  void a_date_without_a_zone_is_of_the_local_one() {
    assertThat(GoTime.parse("2006-01-02", "2024-07-01", BERLIN).seconds())
        .isEqualTo(Instant.parse("2024-06-30T22:00:00Z").getEpochSecond());
  }

  @Test
  void an_abbreviation_of_the_local_zone_means_its_offset_and_any_other_means_none() {
    assertThat(GoTime.parse(FULL, "2024-07-01 12:00:00 CEST", BERLIN).text())
        .isEqualTo("2024-07-01 12:00:00 +0200 CEST");
    assertThat(GoTime.parse(FULL, "2024-07-01 12:00:00 EST", BERLIN).text())
        .isEqualTo("2024-07-01 12:00:00 +0000 EST");
  }

  @Test
  void an_offset_that_the_local_zone_has_then_is_the_local_zone() {
    var layout = "2006-01-02 -0700";
    assertThat(GoTime.parse(layout, "2024-07-01 +0200", BERLIN).zone()).isSameAs(BERLIN);
    assertThat(GoTime.parse(layout, "2024-07-01 +0100", BERLIN).zone()).isNotSameAs(BERLIN);
  }

  @Test
  void zones_are_those_of_the_time_zone_database_by_their_exact_names() {
    assertThat(GoZone.named("America/Sao_Paulo")).isNotNull();
    assertThat(GoZone.named("")).isSameAs(GoZone.UTC);
    assertThat(GoZone.named("GMT+2")).isNull();
    assertThat(GoZone.named("europe/berlin")).isNull();
    assertThat(GoZone.named("../UTC")).isNull();
  }

  @Test
  void zones_without_letters_are_called_by_their_offset() {
    var zone = Objects.requireNonNull(GoZone.named("America/Sao_Paulo"));
    assertThat(GoTime.ofEpochSecond(1_700_000_000, zone).format("MST")).isEqualTo("-03");
  }

  @Test
  void any_number_of_seconds_is_a_time() {
    assertThat(GoTime.ofEpochSecond(Long.MAX_VALUE, BERLIN).format("2006")).isNotEmpty();
    assertThat(GoTime.ofEpochSecond(Long.MIN_VALUE, BERLIN).format(FULL)).isNotEmpty();
  }

  @Test
  void json_has_years_of_four_digits_only() {
    assertThatThrownBy(() -> GoTime.ofEpochSecond(253_402_300_800L, GoZone.UTC).json())
        .isInstanceOf(GoException.class)
        .hasMessage("Time.MarshalJSON: year outside of range [0,9999]");
  }

  @Test
  void the_difference_of_times_that_are_too_far_apart_is_the_longest_duration() {
    var first = GoTime.ofEpochSecond(0, GoZone.UTC);
    var last = GoTime.ofEpochSecond(1L << 40, GoZone.UTC);
    assertThat(last.minus(first)).isEqualTo(Long.MAX_VALUE);
    assertThat(first.minus(last)).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "-1500, -1.5µs", "90000000000, 1m30s", "3600000000001, 1h0m0.000000001s"})
  void durations_are_written_in_the_largest_units(long nanos, String text) {
    assertThat(GoDuration.text(nanos)).isEqualTo(text);
    assertThat(GoDuration.parse(text)).isEqualTo(nanos);
  }

  @Test
  void the_least_duration_can_be_written_and_read() {
    assertThat(GoDuration.text(Long.MIN_VALUE)).isEqualTo("-2562047h47m16.854775808s");
    assertThat(GoDuration.parse("-2562047h47m16.854775808s")).isEqualTo(Long.MIN_VALUE);
  }
}
