#!/usr/bin/env bash
# The README tells the truth: its commands run in order, and print the lines it shows.
source "$(dirname "$0")/outils/preambule.sh"
source scripts/essais/outils/page.sh

cp -r fixtures "$SCRATCH/fixtures"
mkdir "$SCRATCH/.build"
cd "$SCRATCH"
play_page "$ROOT/README.md"

[ "$tried" -ge 20 ] || fail "seulement $tried commandes lues dans README.md"
[ "$compared" -ge 30 ] || fail "seulement $compared lignes comparées"
xmllint --noout --schema "$ROOT/$SCHEMA" .build/essai/programmation.xml 2>erreur.txt ||
  fail "xmllint refuse la programmation de README.md"
echo "Lisez-moi : $tried commandes, $compared lignes de résultat, tout est passé."
