# Shared by scripts/run, scripts/test and scripts/bench: what a bare Debian 12 needs before the project builds. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the packages of the given lists that are not there yet.
install_packages() {
  local wanted missing=()
  wanted=$(sed 's/#.*//' "$@" | tr -s ' \n' ' ')
  for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing packages: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Node.js 20 or newer builds the pages; Debian 12 ships 18, which Vite no longer runs on, so npm brings a newer one.
node_path() {
  if command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; then return; fi
  command -v npm >/dev/null || install_packages <(echo 'nodejs npm')
  [ -x build-node/node_modules/.bin/node ] || npm install --silent --no-audit --no-fund --prefix build-node node@20.20.2
  PATH="$PWD/build-node/node_modules/.bin:$PATH"
}

# npm ci in a folder, again only when its lock file changed.
npm_install() {
  local stamp="$1/node_modules/.installed"
  if [ ! -e "$stamp" ] || ! cmp -s "$1/package-lock.json" "$stamp"; then
    (cd "$1" && npm ci --silent --no-audit --no-fund)
    cp "$1/package-lock.json" "$stamp"
  fi
}

build_frontend() {
  node_path
  npm_install frontend
  (cd frontend && npm run --silent build)
}

# Runs a command beside what follows; await_background waits for it and shows what it said if it failed, or always (`shown`).
build_in_background() {
  background_log=$(mktemp)
  "$@" >"$background_log" 2>&1 &
  background=$!
  trap 'kill "$background" 2>/dev/null || true; rm -f "$background_log"' EXIT
}
await_background() {
  local failed=0
  wait "$background" || failed=$?
  trap - EXIT
  [ $failed = 0 ] && [ $# = 0 ] || cat "$background_log"
  rm -f "$background_log"
  return $failed
}

# Reads what ninja says and shows one line: a bar, how much is done, the time taken and about how much is left. What is no progress
# (warnings, errors) is printed as it comes. Without a terminal, a line for each tenth.
show_progress() {
  local line share seconds left told=-1 bar hashes='##############################' dots='..............................'
  local start=$SECONDS
  while IFS= read -r line; do
    case $line in
      'ninja: '* | '['*'] Re-'*) continue ;;
      '['*/*']'*) ;;
      *)
        if [ -t 1 ] && [ $told -ge 0 ]; then echo; fi
        printf '%s\n' "$line"
        continue
        ;;
    esac
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
    share=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2])) seconds=$((SECONDS - start))
    left=$((BASH_REMATCH[1] > 0 ? seconds * (BASH_REMATCH[2] - BASH_REMATCH[1]) / BASH_REMATCH[1] : 0))
    bar=${hashes:0:share * 30 / 100}${dots:share * 30 / 100}
    bar=$(printf 'Building [%s] %3d %%  %d:%02d, about %d:%02d left ' "$bar" $share $((seconds / 60)) $((seconds % 60)) $((left / 60)) $((left % 60)))
    if [ -t 1 ]; then printf '\r%s' "$bar"; elif [ $((share / 10)) -gt $((told / 10)) ] || [ $told -lt 0 ]; then echo "$bar"; fi
    told=$share
  done
  if [ -t 1 ] && [ $told -ge 0 ]; then printf '\n'; fi
}

# build_program PRESET TARGET...: configures and builds by CMakePresets.json.
build_program() {
  local preset=$1 log="build-$1.cmake.log"
  shift
  cmake --preset "$preset" >"$log" 2>&1 || { cat "$log"; return 1; }
  cmake --build --preset "$preset" --target "$@" 2>&1 | show_progress
}
