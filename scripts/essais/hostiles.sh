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

tried=0
while IFS=$'\t' read -r name wanted words; do
  file=$SCRATCH/hostiles/$name
  # Nothing a person sends may cost more than a moment, nor more than a bounded memory.
  expect "$wanted" "$name" timeout 60 bash -c 'ulimit -v 4000000; exec "$@"' _ "$AAP" dossier verifier "$file"
  [ "$wanted" -eq 0 ] || says "$name dit son refus" "REFUS — $file"
  for word in $(tr ' |' '_ ' <<<"$words"); do says "$name dit pourquoi" "$(tr _ ' ' <<<"$word")"; done
  if [ "$wanted" -ne 0 ]; then
    expect "$wanted" "$name, déposé" timeout 60 "$AAP" dossier deposer "$file"
  fi
  tried=$((tried + 1))
done <"$SCRATCH/liste.txt"
[ "$tried" -ge 35 ] || fail "seulement $tried fichiers essayés"
expect 0 "rien n’est gardé" "$AAP" dossier lister --format json
[ "$(jq length "$SCRATCH/sortie.txt")" -eq 0 ] || fail "un fichier hostile est devenu un dossier"
expect 0 "la base est saine" "$AAP" verifier
echo "Hostiles : $tried fichiers, tout est passé."
