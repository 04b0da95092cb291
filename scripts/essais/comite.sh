#!/usr/bin/env bash
# A whole session of 205 dossiers and 12 funders from a file of acts, twice to the same bytes; then act by
# act, killed again and again. SEANCES says how many dossiers are generated, COUPURES how many acts are cut.
source "$(dirname "$0")/outils/preambule.sh"

export AAP_ACTEUR=secretariat AAP_BASE=$SCRATCH/base.sqlite
cp -r fixtures/lens-lievin "$SCRATCH/territoire"
config=$SCRATCH/territoire/appel-2016/appel.yaml
members="ETAT, CALL, REGION, CD62, CAF, COMMUNE, DDCS, ARS, CDC, DIRECCTE, DSDEN, PDC_HABITAT"
sed -i "s/^  membres: .*/  membres: [$members]/; s/^  quorum: .*/  quorum: 5/" "$config"

# prepare: a base whose session is open.
prepare() {
  export AAP_MAINTENANT=2016-01-10T10:00:00+01:00
  expect 0 "base" "$AAP" init --referentiel "$SCRATCH/territoire" --formation
  expect 0 "appel" "$AAP" appel ouvrir --config "$config"
  expect 0 "dossiers générés" "$AAP" banc generer --dossiers "${SEANCES:-211}" --graine 3 \
    --referentiel "$SCRATCH/territoire" --config "$config" --sortie "$SCRATCH/dossiers.jsonl"
  "$AAP" dossier importer "$SCRATCH/dossiers.jsonl" >/dev/null 2>&1 || true
  export AAP_MAINTENANT=2016-02-20T10:00:00+01:00
  "$AAP" instruire recevabilite --tous >/dev/null 2>&1 || true
  expect 0 "classement" "$AAP" classer --format csv
  export AAP_MAINTENANT=2016-03-22T09:00:00+01:00
  expect 0 "séance ouverte" "$AAP" comite ouvrir
}

# told BASE DIR: everything that leaves a session.
told() {
  mkdir -p "$2"
  sqlite3 "$1" "SELECT sequence, at, actor, event FROM sessionEvent ORDER BY sequence" >"$2/registre.txt"
  AAP_BASE=$1 expect 0 "procès-verbal, page" "$AAP" comite pv -o "$2/pv.html"
  AAP_BASE=$1 expect 0 "procès-verbal, texte" "$AAP" comite pv -o "$2/pv.txt"
  AAP_BASE=$1 expect 0 "programmation" "$AAP" programmation exporter --pour xml -o "$2/programmation.xml"
  AAP_BASE=$1 expect 0 "registre rejoué" "$AAP" comite rejouer
  AAP_BASE=$1 expect 0 "invariants" "$AAP" verifier
}

echo "Séance jouée d’un fichier d’actes"
prepare
"$PYTHON" scripts/essais/outils/seance_actes.py "$AAP_BASE" "$SCRATCH/actes.jsonl"
for time in 1 2; do
  copy=$SCRATCH/copie-$time.sqlite
  sqlite3 "$AAP_BASE" ".backup '$copy'"
  export AAP_MAINTENANT=2016-03-22T12:00:00+01:00
  AAP_BASE=$copy expect 0 "appliquée" "$AAP" comite jouer "$SCRATCH/actes.jsonl" --appliquer
  cp "$SCRATCH/sortie.txt" "$SCRATCH/joue-$time.txt"
  AAP_BASE=$copy expect 0 "appliquée de nouveau, sans effet" "$AAP" comite jouer "$SCRATCH/actes.jsonl" --appliquer
  grep -q "déjà inscrit" "$SCRATCH/erreur.txt" || fail "le lot n’est pas reconnu"
  told "$copy" "$SCRATCH/sorties-$time"
done
diff -r "$SCRATCH/sorties-1" "$SCRATCH/sorties-2" || fail "deux séances pareilles diffèrent"
cmp "$SCRATCH/joue-1.txt" "$SCRATCH/joue-2.txt" || fail "les deux listes d’actes diffèrent"
for wanted in "procuration:3" "deport:2" "amendement:5" "engagement:4" "retrait_engagement:1"; do
  count=$(sqlite3 "$SCRATCH/copie-1.sqlite" \
    "SELECT count(*) FROM sessionEvent WHERE event ->> 'type' = '${wanted%:*}'")
  [ "$count" -eq "${wanted#*:}" ] || fail "${wanted%:*} : $count événements au lieu de ${wanted#*:}"
done
dossiers=$(sqlite3 "$SCRATCH/copie-1.sqlite" "SELECT count(*) FROM decision")
echo "  $dossiers dossiers décidés, 12 financeurs, $(wc -l <"$SCRATCH/actes.jsonl") actes : mêmes octets deux fois"

echo "Montrer n’écrit rien ; un lot faux non plus"
copy=$SCRATCH/fausse.sqlite
sqlite3 "$AAP_BASE" ".backup '$copy'"
head -n 14 "$SCRATCH/actes.jsonl" >"$SCRATCH/debut.jsonl"
AAP_BASE=$copy expect 0 "montrer" "$AAP" comite jouer "$SCRATCH/debut.jsonl"
[ "$(sqlite3 "$copy" 'SELECT count(*) FROM sessionEvent')" -eq 1 ] || fail "montrer a écrit"
cp "$SCRATCH/debut.jsonl" "$SCRATCH/fausse.jsonl"
echo '{"type":"vote","sujet":{"proposition":"P9"},"unanimite":true}' >>"$SCRATCH/fausse.jsonl"
AAP_BASE=$copy expect 1 "dernier acte refusé" "$AAP" comite jouer "$SCRATCH/fausse.jsonl" --appliquer
grep -q "ligne $(wc -l <"$SCRATCH/fausse.jsonl")" "$SCRATCH/erreur.txt" || fail "la ligne fautive n’est pas dite"
[ "$(sqlite3 "$copy" 'SELECT count(*) FROM sessionEvent')" -eq 1 ] || fail "un lot refusé a laissé des événements"
printf '{"type":"presence","membre":"CAF","personne":"x","autre":1}\n{"type":"danse"}\nnon\n' >"$SCRATCH/illisible.jsonl"
AAP_BASE=$copy expect 65 "lot illisible" "$AAP" comite jouer "$SCRATCH/illisible.jsonl"
[ "$(grep -c "ligne [123]" "$SCRATCH/erreur.txt")" -ge 3 ] || fail "les trois fautes ne sont pas toutes dites"

echo "Coupures, acte après acte"
"$PYTHON" scripts/essais/outils/seance_coupures.py "$AAP" "$AAP_BASE" "$SCRATCH" "${COUPURES:-30}" \
  || fail "une coupure a fait perdre un acte"
AAP_BASE=$SCRATCH/coupee.sqlite expect 0 "base coupée, saine" "$AAP" verifier
echo "Comité : tout est passé."
