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

# build_program FOLDER CMAKE-OPTION... -- TARGET...
build_program() {
  local folder=$1 options=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
  shift || true
  cmake -S . -B "$folder" -G Ninja "${options[@]}" >"$folder.cmake.log" 2>&1 || { cat "$folder.cmake.log"; return 1; }
  cmake --build "$folder" --target "$@"
}
