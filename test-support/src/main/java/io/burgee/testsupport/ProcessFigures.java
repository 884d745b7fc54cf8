package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a process has used so far.
 *
 * @param residentBytes empty where the system does not tell, which only Linux does here
 */
public record ProcessFigures(String name, long pid, OptionalLong residentBytes, Duration cpu) {

  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

  /** Also for a process that a test started itself, such as an operator. */
  public static ProcessFigures of(String name, ProcessHandle process) {
    var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new ProcessFigures(name, process.pid(), resident(process.pid()), cpu);
  }

  private static OptionalLong resident(long pid) {
    try {
      var status = Files.readString(Path.of("/proc", Long.toString(pid), "status"), UTF_8);
      var found = RESIDENT.matcher(status);
      return found.find()
          ? OptionalLong.of(Long.parseLong(found.group(1)) * 1024)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty(); // not Linux, or the process has ended
    }
  }
}
