#!/usr/bin/env bash
# The committee by the command line, for both territories: from deposited files to a valid programme.
source "$(dirname "$0")/outils/preambule.sh"

# season TERRITORY CALL SEASON REFUSED DEPOSIT REVIEW COMMITTEE: everything on one new base.
season() {
  local work=$SCRATCH/$3
  mkdir "$work"
  export AAP_BASE=$work/base.sqlite AAP_ACTEUR=secretariat AAP_MAINTENANT=$5
  echo "Séance de $3"
  expect 0 "référentiel" "$AAP" referentiel verifier "fixtures/$1"
  expect 0 "base" "$AAP" init --referentiel "fixtures/$1" --formation
  expect 73 "base déjà là" "$AAP" init --referentiel "fixtures/$1" --formation
  expect 0 "appel" "$AAP" appel ouvrir --config "fixtures/$1/$2/appel.yaml"
  expect "$4" "dossiers importés" "$AAP" dossier importer "fixtures/saisons/$3"/[0-9]*.yaml
  export AAP_MAINTENANT=$6
  expect 1 "recevabilité" "$AAP" instruire recevabilite --tous
  expect 0 "classement" "$AAP" classer --format json
  cp "$SCRATCH/sortie.txt" "$work/classement.json"
  expect 0 "classement, de nouveau" "$AAP" classer --format json
  cmp "$work/classement.json" "$SCRATCH/sortie.txt" || fail "le classement a changé"
  export AAP_MAINTENANT=$7
  expect 1 "proposer avant d’ouvrir" "$AAP" comite proposer
  expect 0 "séance ouverte" "$AAP" comite ouvrir
  expect 1 "voter avant de proposer" "$AAP" comite voter --proposition P1 --unanimite
  expect 0 "présence" "$AAP" comite presence --tous
  propose "$work"
  expect 0 "vote" "$AAP" comite voter --proposition P1 --unanimite
  expect 0 "clôture" "$AAP" comite clore
  expect 0 "registre rejoué" "$AAP" comite rejouer
  finish "$work"
}

# propose WORK: the proposal, its instance, and the allocator alone on that instance agree.
propose() {
  expect 0 "proposition" "$AAP" comite proposer --instance-vers "$1/instance.json" --format json
  cp "$SCRATCH/sortie.txt" "$1/proposition.json"
  expect 0 "l’instance suit son schéma" "$PYTHON" scripts/essais/outils/json_valide.py \
    schemas/instance-1.json "$1/instance.json"
  expect 0 "le résultat suit le sien" "$PYTHON" scripts/essais/outils/json_valide.py \
    schemas/resultat-1.json "$1/proposition.json"
  expect 0 "calcul seul" "$AAP" simuler "$1/instance.json" --format json
  cmp "$1/proposition.json" "$SCRATCH/sortie.txt" || fail "le comité et « simuler » ne disent pas la même chose"
  holds "des dossiers sont retenus" '.retenus > 0 and .attribue_centimes > 0' "$1/proposition.json"
  expect 0 "résultat vérifié" "$AAP" simuler "$1/instance.json" --verifier "$1/proposition.json"
  jq '(.projets[] | select(.retenu)).parts[0].montant_centimes += 1' "$1/proposition.json" >"$1/faux.json"
  expect 1 "un centime de trop se voit" "$AAP" simuler "$1/instance.json" --verifier "$1/faux.json"
  jq '.inconnue = 1' "$1/instance.json" >"$1/intruse.json"
  expect 65 "clé inconnue" "$AAP" simuler "$1/intruse.json"
  expect 1 "le schéma la refuse aussi" "$PYTHON" scripts/essais/outils/json_valide.py \
    schemas/instance-1.json "$1/intruse.json"
}

# finish WORK: minutes and programme, which tell the same amount as the proposal and the base.
finish() {
  local granted
  expect 0 "procès-verbal, page" "$AAP" comite pv -o "$1/pv.html"
  expect 0 "procès-verbal, texte" "$AAP" comite pv -o "$1/pv.txt"
  expect 0 "la page est du bon HTML" "$PYTHON" scripts/essais/outils/html_strict.py "$1/pv.html"
  expect 0 "programmation" "$AAP" programmation exporter --pour xml -o "$1/programmation.xml"
  expect 0 "xmllint l’accepte" xmllint --noout --stream --schema "$SCHEMA" "$1/programmation.xml"
  expect 0 "aap l’accepte" "$AAP" programmation valider "$1/programmation.xml"
  granted=$(sqlite3 "$AAP_BASE" 'SELECT sum(grantedCents) FROM fundingLine')
  [ "$granted" -eq "$(jq .attribue_centimes "$1/proposition.json")" ] ||
    fail "la base accorde $granted centimes, pas ce que la proposition disait"
  [ "$(find "$1" -name '*.tmp*' -o -name '*~' | wc -l)" -eq 0 ] || fail "un fichier de travail reste"
  expect 0 "journal" "$AAP" journal verifier
  expect 0 "invariants" "$AAP" verifier
  cp "$AAP_BASE" "$1/alteree.sqlite"
  sqlite3 "$1/alteree.sqlite" "SELECT 'DROP TRIGGER \"' || name || '\";' FROM sqlite_schema
    WHERE type = 'trigger' AND tbl_name = 'journal'" | sqlite3 "$1/alteree.sqlite"
  sqlite3 "$1/alteree.sqlite" "UPDATE journal SET detail = detail || ' ' WHERE sequence = 3"
  expect 1 "une ligne du journal changée se voit" "$AAP" journal verifier --base "$1/alteree.sqlite"
}

season lens-lievin appel-2016 lens-lievin-2016 65 \
  2016-01-10T10:00:00+01:00 2016-02-01T10:00:00+01:00 2016-03-22T09:00:00+01:00
season henin-carvin appel-2026 henin-carvin-2026 0 \
  2026-01-10T10:00:00+01:00 2026-02-16T10:00:00+01:00 2026-04-02T09:00:00+02:00
echo "Séance : tout est passé."
