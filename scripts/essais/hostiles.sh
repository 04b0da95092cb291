#!/usr/bin/env bash
# Files that break careless forms, in every format: a French message, the right exit code, nothing kept.
source "$(dirname "$0")/outils/preambule.sh"

SEASON=fixtures/saisons/henin-carvin-2026/01-rouvroy-charte-de-proximite.yaml
export AAP_BASE=$SCRATCH/base.sqlite AAP_ACTEUR=secretariat AAP_MAINTENANT=2026-01-10T10:00:00+01:00
expect 0 "base" "$AAP" init --referentiel fixtures/henin-carvin --formation
expect 0 "appel" "$AAP" appel ouvrir --config fixtures/henin-carvin/appel-2026/appel.yaml

mkdir "$SCRATCH/sains" "$SCRATCH/hostiles"
for format in yaml json xml ods; do
  expect 0 "en $format" "$AAP" dossier convertir "$SEASON" --vers "$SCRATCH/sains/d.$format"
  expect 0 "$format vérifié" "$AAP" dossier verifier "$SCRATCH/sains/d.$format"
done
"$PYTHON" scripts/essais/outils/hostiles.py "$SEASON" "$SCRATCH"/sains/d.{json,xml,ods} \
  "$SCRATCH/hostiles" >"$SCRATCH/liste.txt"

# Kilobytes really used, in a debug build: a sound dossier takes forty thousand.
MEMORY=150000

# bounded CODE WHAT COMMAND…: as expect, in a moment and a bounded memory, whatever a person sends.
bounded() {
  local wanted=$1 what=$2 used
  shift 2
  expect "$wanted" "$what" timeout 60 /usr/bin/time --format %M --output "$SCRATCH/memoire.txt" "$@"
  used=$(tail -n 1 "$SCRATCH/memoire.txt")
  # A measure that is none would never be too large.
  [ "$used" -gt 5000 ] || fail "$what : la mémoire n’est pas mesurée ($used)"
  [ "$used" -lt "$MEMORY" ] || fail "$what : $used Ko de mémoire, au lieu de moins de $MEMORY"
}

tried=0
refused=()
while IFS=$'\t' read -r name wanted words; do
  file=$SCRATCH/hostiles/$name
  bounded "$wanted" "$name" "$AAP" dossier verifier "$file"
  [ "$wanted" -eq 0 ] || says "$name dit son refus" "REFUS — $file"
  for word in $(tr ' |' '_ ' <<<"$words"); do says "$name dit pourquoi" "$(tr _ ' ' <<<"$word")"; done
  if [ "$wanted" -ne 0 ]; then
    bounded "$wanted" "$name, déposé" "$AAP" dossier deposer "$file"
    bounded "$wanted" "$name, importé" "$AAP" dossier importer "$file"
    says "$name importé dit son refus" "$name"
    refused+=("$file")
  fi
  tried=$((tried + 1))
done <"$SCRATCH/liste.txt"
[ "$tried" -ge 35 ] || fail "seulement $tried fichiers essayés"
bounded 65 "tous importés à la fois" "$AAP" dossier importer "${refused[@]}"
expect 0 "rien n’est gardé" "$AAP" dossier lister --format json
[ "$(jq length "$SCRATCH/sortie.txt")" -eq 0 ] || fail "un fichier hostile est devenu un dossier"
expect 0 "la base est saine" "$AAP" verifier
echo "Hostiles : $tried fichiers, tout est passé."
