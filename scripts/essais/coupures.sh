#!/usr/bin/env bash
# Nothing acknowledged is lost, whenever the program is killed: COUPURES says how many times (40).
source "$(dirname "$0")/outils/preambule.sh"

export AAP_BASE=$SCRATCH/coupures.sqlite AAP_ACTEUR=secretariat
export AAP_MAINTENANT=2026-01-10T10:00:00+01:00
expect 0 "base" "$AAP" init --referentiel fixtures/henin-carvin --formation
expect 0 "appel" "$AAP" appel ouvrir --config fixtures/henin-carvin/appel-2026/appel.yaml
"$PYTHON" scripts/essais/outils/coupures.py "$AAP" "$AAP_BASE" "$SCRATCH" "${COUPURES:-40}" \
  "${GRAINE:-1}" || fail "une coupure a fait perdre quelque chose"
expect 0 "tout est en ordre" "$AAP" verifier
