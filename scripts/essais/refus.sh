#!/usr/bin/env bash
# Every dossier of the hand-written seasons meets the outcome written for it, findings included.
source "$(dirname "$0")/outils/preambule.sh"

# findings FILE: the codes of the blocking findings of the JSON report, once each, sorted.
findings() { jq --raw-output '[.constats[] | select(.gravite == "bloquant") | .code] | unique | join(",")' "$1"; }

# code_for OUTCOME FINDINGS: what `dossier verifier` must return.
code_for() {
  case "$1,$2" in
  depose,*) echo 0 ;;
  *identifiant_invalide* | *champ_inconnu* | *fichier_illisible*) echo 65 ;;
  *) echo 1 ;;
  esac
}

# review TERRITORY CALL SEASON OPENING REVIEW: a base, the season deposited, then judged.
review() {
  local base=$SCRATCH/$3.sqlite season=fixtures/saisons/$3 file at outcome wanted code deposited=0
  export AAP_BASE=$base AAP_ACTEUR=secretariat AAP_MAINTENANT=$4
  echo "Saison $3"
  expect 0 "base" "$AAP" init --referentiel "fixtures/$1" --formation
  expect 0 "appel" "$AAP" appel ouvrir --config "fixtures/$1/$2/appel.yaml"
  while IFS=$'\t' read -r file at outcome wanted; do
    export AAP_MAINTENANT=$at
    code=$(code_for "$outcome" "$wanted")
    expect "$code" "$file, vérifié" "$AAP" dossier verifier "$season/$file" --format json
    check_report "$file" "$wanted"
    if [ "$outcome" = refuse ]; then
      expect "$code" "$file, déposé" "$AAP" dossier deposer "$season/$file"
    else
      expect 0 "$file, déposé" "$AAP" dossier deposer "$season/$file"
      deposited=$((deposited + 1))
      says "$file" "$(sha256sum "$season/$file" | cut -c1-64)"
    fi
  done < <("$PYTHON" scripts/essais/outils/attendus.py "$season/saison.yaml")
  [ "$deposited" -gt 0 ] || fail "la saison $3 est vide"
  expect 0 "liste" "$AAP" dossier lister --format json
  [ "$(jq length "$SCRATCH/sortie.txt")" -eq "$deposited" ] || fail "$deposited dossiers attendus"
  export AAP_MAINTENANT=$5
  judge "$season"
  expect 0 "le journal se vérifie" "$AAP" journal verifier
}

# check_report FILE FINDINGS: the findings are these and no others, each whole and in French.
check_report() {
  local report=$SCRATCH/sortie.txt found
  found=$(findings "$report")
  [ "${found:--}" = "$2" ] || fail "$1 : « $found » au lieu de « $2 »"
  [ "$2" = - ] || holds "$1 : chaque constat dit où, pourquoi et que faire" '
    .constats | map(select(.gravite == "bloquant")) | all(
      (.message | length > 10) and (.remede | length > 10) and (.source // "" | length > 5)
      and (.ligne // 0) >= 1 and ((.champ // "" | length > 0) or .code == "fichier_illisible"))' "$report"
}

# judge SEASON: the inadmissible dossiers are those the season says.
judge() {
  local wanted found code=0
  wanted=$("$PYTHON" scripts/essais/outils/attendus.py "$1/saison.yaml" | grep -c $'\tirrecevable\t')
  [ "$wanted" -eq 0 ] || code=1
  expect "$code" "recevabilité" "$AAP" instruire recevabilite --tous
  found=$(sqlite3 "$AAP_BASE" "SELECT count(*) FROM dossier WHERE stage = 'irrecevable'")
  [ "$found" -eq "$wanted" ] || fail "$found dossiers irrecevables au lieu de $wanted"
  found=$(sqlite3 "$AAP_BASE" "SELECT count(*) FROM dossier WHERE stage = 'depose'")
  [ "$found" -eq 0 ] || fail "$found dossiers restent à juger"
}

review lens-lievin appel-2016 lens-lievin-2016 2015-11-09T09:00:00+01:00 2016-02-01T10:00:00+01:00
review lens-lievin appel-2026 lens-lievin-2026 2025-11-10T09:00:00+01:00 2026-02-02T10:00:00+01:00
review henin-carvin appel-2026 henin-carvin-2026 2025-12-15T09:00:00+01:00 2026-02-16T10:00:00+01:00

echo "Le même fichier, puis après la clôture"
export AAP_BASE=$SCRATCH/lens-lievin-2016.sqlite AAP_MAINTENANT=2016-01-15T23:59:59+01:00
FIRST=fixtures/saisons/lens-lievin-2016/01-radio-coron-webradio.yaml
LATE=$SCRATCH/tardif.yaml
{ cat "$FIRST" && echo "# un autre fichier"; } >"$LATE"
expect 0 "déposé deux fois" "$AAP" dossier deposer "$FIRST"
says "même récépissé" '2016-0001'
expect 0 "rendu tel que reçu" "$AAP" dossier montrer 2016-0001 --vers "$SCRATCH/rendu.yaml"
cmp "$FIRST" "$SCRATCH/rendu.yaml" || fail "le fichier rendu n’est pas celui reçu"
expect 73 "jamais par-dessus un fichier" "$AAP" dossier montrer 2016-0001 --vers "$SCRATCH/rendu.yaml"
expect 1 "dossier inconnu" "$AAP" dossier montrer 2016-9999 --vers "$SCRATCH/inconnu.yaml"
[ ! -e "$SCRATCH/inconnu.yaml" ] || fail "un fichier est né d’un dossier inconnu"
export AAP_MAINTENANT=2016-01-16T00:00:00+01:00
expect 1 "trop tard" "$AAP" dossier deposer "$LATE"
export AAP_MAINTENANT=2016-01-15T23:59:59+01:00
expect 0 "à la dernière seconde" "$AAP" dossier deposer "$LATE"
echo "Refus : tout est passé."
