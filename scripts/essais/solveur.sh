#!/usr/bin/env bash
# `aap simuler` against HiGHS, an engine that shares no code with it, and against every solution of tiny instances.
#
# GRAINE draws other instances, STRATEGIES chooses among rang,valeur,proportionnel, BIZARRES, ENUMEREES and
# MOYENNES say how many instances of each kind. SANS_MINIMA leaves the soft minima out, SANS_TIRAGE does not ask
# which purses pay at equal totals. What differs is left in .build/croisement.
source "$(dirname "$0")/outils/preambule.sh"

DIFFERENT=.build/croisement
rm -rf "$DIFFERENT"
"$PYTHON" scripts/essais/outils/solveur.py --essai "${GRAINE:-1}" || fail "le moteur de contrôle se trompe"
"$PYTHON" scripts/essais/outils/solveur_croisement.py "$AAP" "$DIFFERENT" --graine "${GRAINE:-1}" \
  --strategies "${STRATEGIES:-rang,valeur,proportionnel}" --bizarres "${BIZARRES:-150}" \
  --enumerees "${ENUMEREES:-80}" --moyennes "${MOYENNES:-6}" \
  ${SANS_MINIMA:+--sans-minima} ${SANS_TIRAGE:+--sans-tirage} ||
  fail "le programme et HiGHS ne disent pas la même chose"
echo "Solveur : tout est passé."
