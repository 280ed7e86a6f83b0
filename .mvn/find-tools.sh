# shellcheck shell=bash
# Where a JDK and Maven are on this machine. Sourced by ./plumbline and ./mvnw.

readonly LEAST_JDK=25

# Prints the feature version of the JDK in folder $1; fails where there is no complete JDK.
jdk_version() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  local version=''
  if [[ -r $1/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [[ -z $version ]]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  fi
  [[ -n $version ]] && printf '%s\n' "$version"
}

jdk_is_new_enough() {
  local version
  version=$(jdk_version "$1") && ((version >= LEAST_JDK))
}

# Prints the folder of a JDK that is new enough. PLUMBLINE_JAVA_HOME, where set, is the only choice.
find_jdk() {
  if [[ -n ${PLUMBLINE_JAVA_HOME:-} ]]; then
    jdk_is_new_enough "$PLUMBLINE_JAVA_HOME" || return 1
    printf '%s\n' "$PLUMBLINE_JAVA_HOME"
    return
  fi
  local candidates=() javac home
  [[ -n ${JAVA_HOME:-} ]] && candidates+=("$JAVA_HOME")
  if javac=$(command -v javac) && javac=$(readlink -f "$javac"); then
    candidates+=("${javac%/bin/javac}")
  fi
  candidates+=(/usr/lib/jvm/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* /opt/*)
  for home in "${candidates[@]}"; do
    if jdk_is_new_enough "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

# Prints the version of the Maven in folder $1: from the name of its core library where that tells (Debian's does not), else from mvn itself,
# which takes a second.
maven_version() {
  local core
  for core in "$1"/lib/maven-core-*.jar; do
    core=${core##*/maven-core-}
    core=${core%.jar}
    if [[ $core =~ ^[0-9]+\.[0-9]+\.[0-9] ]]; then
      printf '%s\n' "$core"
      return
    fi
  done
  core=$(JAVA_HOME=${JDK:-${JAVA_HOME:-}} "$1/bin/mvn" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*[^ ]*\).*/\1/p')
  [[ -n $core ]] && printf '%s\n' "${core%%$'\033'*}"
}

maven_is_new_enough() {
  local version major minor
  [[ -x $1/bin/mvn ]] && version=$(maven_version "$1") || return 1
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  ((major > 3 || (major == 3 && minor >= 8)))
}

# Prints the home folder of Maven 3.8 or newer.
find_maven() {
  local candidates=() mvn home
  [[ -n ${MAVEN_HOME:-} ]] && candidates+=("$MAVEN_HOME")
  if mvn=$(command -v mvn) && mvn=$(readlink -f "$mvn"); then
    candidates+=("${mvn%/bin/mvn}")
  fi
  candidates+=(/usr/share/maven "${HOME:-/nonexistent}"/.sdkman/candidates/maven/current /opt/*maven*)
  for home in "${candidates[@]}"; do
    if maven_is_new_enough "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

# Runs Maven $MAVEN with the JDK $JDK in the folder $ROOT, so that it finds .mvn there.
run_maven() (
  cd "$ROOT" || exit
  export JAVA_HOME=$JDK MAVEN_HOME=$MAVEN
  # Maven's own libraries use what newer JDKs warn about; those warnings are not ours to mend.
  export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
  exec "$MAVEN/bin/mvn" "$@"
)
