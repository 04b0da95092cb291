# Common to the end-to-end checks: read with `source`, from the root of the repository.
#
# AAP is the program to try, PYTHON the interpreter that has scripts/verif-requirements.txt.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
cd "$ROOT"
AAP=$(realpath "${AAP:-.build/debug/aap}")
PYTHON=${PYTHON:-.venv/bin/python}
SCHEMA=schemas/programmation-1.0.xsd
unset AAP_BASE AAP_ACTEUR AAP_MAINTENANT AAP_RESSOURCES
export LC_ALL=C.UTF-8

for tool in "$AAP" "$PYTHON" xmllint sqlite3 jq; do
  if ! command -v "$tool" >/dev/null; then
    echo "« $tool » est absent : make build setup-verif." >&2
    exit 1
  fi
done

SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT

# fail MESSAGE: stops, showing what the last command tried has said.
fail() {
  echo "ÉCHEC : $1" >&2
  for said in "$SCRATCH"/{sortie,erreur}.txt; do
    [ ! -s "$said" ] || sed "s/^/  $(basename "$said" .txt) | /" "$said" | head -n 40 >&2
  done
  exit 1
}

# expect CODE WHAT COMMAND…: runs, and demands this very exit code. What the command says is kept in
# $SCRATCH/sortie.txt and $SCRATCH/erreur.txt.
expect() {
  local wanted=$1 what=$2 code=0
  shift 2
  "$@" >"$SCRATCH/sortie.txt" 2>"$SCRATCH/erreur.txt" </dev/null || code=$?
  [ "$code" -eq "$wanted" ] || fail "$what : code $code au lieu de $wanted ($*)"
  echo "  $what : code $code"
}

# says WHAT PATTERN: demands that the last command tried has said this, on either output.
says() {
  grep --quiet --ignore-case --extended-regexp -e "$2" "$SCRATCH/sortie.txt" "$SCRATCH/erreur.txt" ||
    fail "$1 : « $2 » n’est pas dit"
}

# holds WHAT FILTER FILE: demands that this jq filter finds true.
holds() {
  jq --exit-status "$2" "$3" >/dev/null || fail "$1 : faux dans $3 ($2)"
  echo "  $1"
}
