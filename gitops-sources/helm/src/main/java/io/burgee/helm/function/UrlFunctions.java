package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.DICT;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.encoding.GoUrl;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** URLs to dicts and back. */
final class UrlFunctions {
  private UrlFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("urlParse", List.of(STRING), a -> parse(a.string(0)));
    table.add("urlJoin", List.of(DICT), a -> join(a.dict(0)));
  }

  private static Map<String, @Nullable Object> parse(String text) {
    GoUrl url;
    try {
      url = GoUrl.parse(text);
    } catch (GoException e) {
      throw new GoException("unable to parse url: " + e.getMessage());
    }
    var dict = new LinkedHashMap<String, @Nullable Object>();
    dict.put("scheme", url.scheme());
    dict.put("host", url.host());
    dict.put("hostname", url.hostName());
    dict.put("path", url.path());
    dict.put("query", url.query());
    dict.put("opaque", url.opaque());
    dict.put("fragment", url.fragment());
    dict.put("userinfo", url.userinfo());
    return dict;
  }

  private static String join(Map<String, @Nullable Object> dict) {
    var scheme = text(dict, "scheme");
    var host = text(dict, "host");
    var path = text(dict, "path");
    var query = text(dict, "query");
    var opaque = text(dict, "opaque");
    var fragment = text(dict, "fragment");
    var userinfo = text(dict, "userinfo");
    if (!userinfo.isEmpty()) {
      try {
        userinfo = GoUrl.parse("proto://" + userinfo + "@host").userinfo();
      } catch (GoException e) {
        throw new GoException("unable to parse userinfo in dict: " + e.getMessage());
      }
    }
    return new GoUrl(scheme, opaque, userinfo, host, path, query, fragment).toString();
  }

  private static String text(Map<String, @Nullable Object> dict, String key) {
    if (!dict.containsKey(key)) {
      return "";
    }
    if (dict.get(key) instanceof String text) {
      return text;
    }
    if (dict.get(key) == null) {
      throw new GoException("runtime error: invalid memory address or nil pointer dereference");
    }
    throw new GoException(
        "unable to parse "
            + key
            + " key, must be of type string, but "
            + GoType.kind(dict.get(key)).text()
            + " found");
  }
}
