#!/usr/bin/env bash
# The page on the allocator tells the truth: its tables and its commands are played again.
source "$(dirname "$0")/outils/preambule.sh"
source scripts/essais/outils/page.sh

PAGE=docs/repartition.md
TABLES="$PYTHON scripts/essais/outils/tableaux.py"

echo "Répartition"
expect 0 "les tableaux de la page" $TABLES "$AAP" "$PAGE"
shown=$(grep -o '^[0-9]*' "$SCRATCH/sortie.txt")
[ "$shown" -ge 12 ] || fail "seulement $shown tableaux comparés dans $PAGE"
sed 's/ 7\xe2\x80\xaf000\xc2\xa0€ / 7\xe2\x80\xaf100\xc2\xa0€ /' "$PAGE" >"$SCRATCH/fausse.md"
expect 1 "un montant changé se voit" $TABLES "$AAP" "$SCRATCH/fausse.md"

# The examples are the first one with one thing changed, as the page says.
for variant in poids reserve minimum toujours impossible; do
  cmp <(jq -S 'del(.parametres, .contraintes, .projets[].bande)' "fixtures/instances/repartition-$variant.json") \
    <(jq -S . fixtures/instances/repartition.json) || fail "repartition-$variant.json n’est plus la même instance"
done
for instance in fixtures/instances/repartition*.json; do
  schema=instance-1
  [[ $instance != *-scenarios.json ]] || schema=scenarios-1
  "$PYTHON" scripts/essais/outils/json_valide.py "schemas/$schema.json" "$instance" ||
    fail "$instance ne suit pas son schéma"
done

ln -s "$ROOT/fixtures" "$SCRATCH/fixtures"
cd "$SCRATCH"
play_page "$ROOT/$PAGE"
[ "$tried" -ge 5 ] || fail "seulement $tried commandes lues dans $PAGE"
[ "$compared" -ge 8 ] || fail "seulement $compared lignes comparées"
echo "Répartition : $shown tableaux, $tried commandes, $compared lignes de résultat, tout est passé."
