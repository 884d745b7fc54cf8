# Finds a JDK that is new enough. Sourced by ./burgee and ./mvnw, with whatever sh there is.
#
# find_jdk sets $jdk to its folder, or returns 1 and sets $newest_seen to the version of the newest
# that was too old, 0 if there was none. It looks at JAVA_HOME, PATH, then the usual folders, or those
# that the patterns in BURGEE_JDKS stand for.

jdk_needed=25

# The folder that file $1 is in, whatever links lead to it.
folder_of() {
  path=$1
  while [ -h "$path" ]; do
    link=$(readlink "$path")
    case $link in
      /*) path=$link ;;
      *) path=$(dirname "$path")/$link ;;
    esac
  done
  CDPATH='' cd -P "$(dirname "$path")" && pwd -P
}

# The feature version of the JDK in folder $1, into $version; 0 if there is none.
read_version() {
  version=0
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value#\"}
      value=${value%%[!0-9]*}
      version=${value:-0}
    fi
  done < "$1/release"
}

# Takes the JDK in folder $1 if it will do. Remembers the newest of those that won't.
newest_seen=0
take() {
  read_version "$1"
  if [ "$version" -ge "$jdk_needed" ]; then
    jdk=$1
    return 0
  fi
  [ "$version" -le "$newest_seen" ] || newest_seen=$version
  return 1
}

# Of several, the lowest version that will do: the one that most resembles what the tests run on.
take_lowest() {
  best=
  best_version=0
  for candidate; do
    if take "$candidate" && { [ -z "$best" ] || [ "$version" -lt "$best_version" ]; }; then
      best=$jdk
      best_version=$version
    fi
  done
  jdk=$best
  [ -n "$jdk" ]
}

jdk_on_path() {
  java=$(command -v java) || return 1
  bin=$(folder_of "$java") || return 1
  take "${bin%/bin}"
}

jdk_by_macos() {
  [ -x /usr/libexec/java_home ] || return 1
  found=$(/usr/libexec/java_home -v "$jdk_needed+" 2>/dev/null) || return 1
  take "$found"
}

find_jdk() {
  jdk=
  if [ -n "${JAVA_HOME:-}" ] && take "$JAVA_HOME"; then return 0; fi
  if jdk_on_path; then return 0; fi
  if [ -n "${BURGEE_JDKS:-}" ]; then
    # shellcheck disable=SC2086 # patterns are meant to be expanded
    take_lowest $BURGEE_JDKS
    return
  fi
  if take_lowest /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; then return 0; fi
  jdk_by_macos
}
