#!/usr/bin/env bash
# Installs the Debian packages named as arguments, and only those that are missing.
set -euo pipefail

missing=()
for package in "$@"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -eq 0 ]; then
  echo "Paquets : tout est déjà là ($*)."
  exit 0
fi

echo "Paquets manquants : ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Il faut être root, ou avoir sudo. À lancer en root : apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 \
    -o Acquire::Retries=3 "$@" </dev/null
}
apt update
apt install --yes --no-install-recommends "${missing[@]}"
echo "Paquets installés : ${missing[*]}"
