# Finds a JDK 25 or newer and exports JAVA_HOME. Sourced by ./mvnw and ./plumbline; needs only a POSIX shell.
# Order: PLUMBLINE_JAVA_HOME, JAVA_HOME, the javac on the PATH, then the places where JDKs are usually installed.

plumbline_jdk_major() { # prints the major version of the JDK in $1, or nothing
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

plumbline_find_jdk() {
  plumbline_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$plumbline_on_path" ]; then
    while [ -h "$plumbline_on_path" ]; do
      plumbline_link=$(readlink "$plumbline_on_path")
      case "$plumbline_link" in
        /*) plumbline_on_path=$plumbline_link ;;
        *) plumbline_on_path=$(dirname "$plumbline_on_path")/$plumbline_link ;;
      esac
    done
    plumbline_on_path=$(dirname "$(dirname "$plumbline_on_path")")
  fi
  for plumbline_home in "${PLUMBLINE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$plumbline_on_path" \
      $(ls -d /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk* \
           /Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null); do
    [ -n "$plumbline_home" ] || continue
    plumbline_major=$(plumbline_jdk_major "$plumbline_home")
    if [ -n "$plumbline_major" ] && [ "$plumbline_major" -ge 25 ]; then
      JAVA_HOME=$plumbline_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Plumbline needs a JDK 25 or newer and found none. Install one (for example Temurin 25 from adoptium.net," >&2
  echo "or your system's package openjdk-25-jdk), or set JAVA_HOME to where it is, and run this again." >&2
  return 1
}

# Globbing must be on here: the wrapper script switches it off before it sources this file.
case "$-" in *f*) plumbline_noglob=1; set +f ;; *) plumbline_noglob=0 ;; esac
plumbline_find_jdk || exit 1
[ "$plumbline_noglob" = 0 ] || set -f
