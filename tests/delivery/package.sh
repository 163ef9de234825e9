#!/usr/bin/env bash
# tests/delivery/package.sh PACKAGE.deb: is the Debian package whole, and does it install, serve, upgrade and go as an operator expects?
# Installing happens in a copy of this machine that is thrown away (an overlay over /, seen by this test alone), which needs root; where
# that is not to be had the test says so and looks at the package from outside only.
#
# The copy shares nothing that can be written with this machine: its /dev is made of four nodes, and what is mounted is never deleted
# but goes with the mount namespace it was mounted in (`unshare`), which the outer run outlives.
set -euo pipefail
package=$(realpath "$1")
fail() { echo "package: $*" >&2; exit 1; }
skip() { echo "package: SKIPPED installing it: $*" >&2; exit; }

look_at() {
  has() { [ -e "$folder/x/$1" ] || fail "$1 is not in the package"; }
  dpkg-deb -x "$package" "$folder/x"
  dpkg-deb -e "$package" "$folder/control"
  for path in usr/bin/guong lib/systemd/system/guong.service etc/guong/guong.toml usr/share/doc/guong/operator.md usr/share/doc/guong/copyright; do
    if [ "$path" = lib/systemd/system/guong.service ] && [ -e "$folder/x/usr/$path" ]; then path=usr/$path; fi
    has "$path"
  done
  unit=$(find "$folder/x" -name guong.service)
  grep -qx 'ExecStart=/usr/bin/guong serve --config /etc/guong/guong.toml' "$unit" || fail 'the unit starts another program than the package installs'
  grep -qx /etc/guong/guong.toml "$folder/control/conffiles" || fail 'an upgrade would overwrite the settings'
  for script in postinst prerm postrm; do sh -n "$folder/control/$script"; done
  depends=$(dpkg-deb -f "$package" Depends)
  for needed in libsqlite3-0 libpq5 ffmpeg poppler-utils fonts-croscore adduser; do
    [[ $depends == *$needed* ]] || fail "it does not depend on $needed"
  done
  version=$(dpkg-deb -f "$package" Version)
  "$folder/x/usr/bin/guong" --version | grep -q "^guong ${version%%-*}" || fail "the program is not version $version"
  if command -v lintian >/dev/null; then lintian --fail-on error "$package"; fi
  echo "package: whole, $(du -k "$package" | cut -f1) kB"
}

install_in_copy() {
  mkdir "$folder/overlay"
  mount -t tmpfs guong-test "$folder/overlay"
  mkdir "$folder/overlay/"{up,work,root}
  mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/overlay/up,workdir=$folder/overlay/work" "$folder/overlay/root" 2>/dev/null ||
    skip 'no overlay on this machine'
  root=$folder/overlay/root
  mount -t proc -o ro proc "$root/proc" 2>/dev/null || true
  mount -t tmpfs guong-dev "$root/dev"
  for device in 'null 1 3' 'zero 1 5' 'random 1 8' 'urandom 1 9'; do
    read -r name major minor <<<"$device"
    mknod -m 666 "$root/dev/$name" c "$major" "$minor"
  done
  cp "$package" "$root/tmp/guong.deb"
  inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
  mode_of() { inside stat -c '%U:%G %a' "$1"; }

  inside dpkg -i /tmp/guong.deb >"$folder/log" 2>&1 || { cat "$folder/log"; fail 'dpkg -i failed'; }
  inside getent passwd guong | grep -q ':/var/lib/guong:.*nologin' || fail 'there is no system user guong'
  [ "$(mode_of /var/lib/guong)" = 'guong:guong 750' ] || fail "the data folder is $(mode_of /var/lib/guong)"
  [ "$(mode_of /etc/guong/guong.toml)" = 'root:guong 640' ] || fail "the settings are $(mode_of /etc/guong/guong.toml)"

  # What the unit would start, as its user and with its settings, on a free port.
  inside runuser -u guong -- env GUONG_PORT=0 /usr/bin/guong serve --config /etc/guong/guong.toml >"$folder/serve" 2>&1 &
  served=$!
  trap 'kill "$served" 2>/dev/null || true' EXIT
  for _ in $(seq 300); do
    port=$(grep -oE '127\.0\.0\.1:[0-9]+' "$folder/serve" | head -1 | cut -d: -f2 || true)
    [ -n "$port" ] && curl -fsS "http://127.0.0.1:$port/healthz" >/dev/null 2>&1 && break
    kill -0 $served 2>/dev/null || { cat "$folder/serve"; fail 'the installed program does not serve'; }
    sleep 0.1
  done
  curl -fsS "http://127.0.0.1:$port/healthz" >/dev/null || { cat "$folder/serve"; fail 'the installed program does not answer'; }
  curl -fsS "http://127.0.0.1:$port/" | grep -q '<html' || fail 'the installed program has no pages'
  pkill -TERM -P $served 2>/dev/null || kill $served
  wait $served || true
  [ -e "$root/var/lib/guong/guong.db" ] || fail 'the database is not in /var/lib/guong'

  # An upgrade keeps the settings as the operator left them; removing and purging keep what people handed in, unless told otherwise.
  echo '# mine' >>"$root/etc/guong/guong.toml"
  inside dpkg -i /tmp/guong.deb >"$folder/log" 2>&1 || { cat "$folder/log"; fail 'installing it again failed'; }
  grep -qx '# mine' "$root/etc/guong/guong.toml" || fail 'an upgrade lost the settings'
  inside dpkg -r guong >/dev/null 2>&1
  [ -e "$root/var/lib/guong/guong.db" ] && [ -e "$root/etc/guong/guong.toml" ] || fail 'removing it lost data or settings'
  inside dpkg -P guong >/dev/null 2>&1
  [ -e "$root/var/lib/guong/guong.db" ] || fail 'purging it deleted the data'
  [ ! -e "$root/etc/guong" ] || fail 'purging it left settings'
  inside dpkg -i /tmp/guong.deb >/dev/null 2>&1
  inside touch /var/lib/guong/DELETE-ON-PURGE
  inside dpkg -P guong >/dev/null 2>&1
  [ ! -e "$root/var/lib/guong" ] || fail 'purging it did not delete the data when asked to'
  echo 'package: installs, serves, upgrades, and goes without the data'
}

if [ -n "${GUONG_DELIVERY_FOLDER:-}" ]; then
  folder=$GUONG_DELIVERY_FOLDER
  install_in_copy
  exit
fi
folder=$(mktemp -d)
trap 'rm -rf --one-file-system "$folder"' EXIT
look_at
[ "$(id -u)" = 0 ] || skip 'that needs root'
unshare -m true 2>/dev/null || skip 'mounts of its own are not allowed here'
GUONG_DELIVERY_FOLDER=$folder unshare -m --propagation private "$0" "$package"
