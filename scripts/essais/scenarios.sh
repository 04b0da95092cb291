#!/usr/bin/env bash
# Scenarios compared by the command line: schemas, page, bytes, refusals.
source "$(dirname "$0")/outils/preambule.sh"

INSTANCE=fixtures/instances/retrait.json
SCENARIOS=fixtures/instances/retrait-scenarios.json
VALID="$PYTHON scripts/essais/outils/json_valide.py"
compare() { "$AAP" simuler "$INSTANCE" --scenarios "$@"; }

echo "Scénarios"
expect 0 "les scénarios suivent leur schéma" $VALID schemas/scenarios-1.json "$SCENARIOS"
expect 0 "comparaison" compare "$SCENARIOS" --format json --html "$SCRATCH/page.html"
cp "$SCRATCH/sortie.txt" "$SCRATCH/comparaison.json"
expect 0 "elle suit le sien" $VALID schemas/comparaison-1.json "$SCRATCH/comparaison.json"
expect 0 "la page est du bon HTML" "$PYTHON" scripts/essais/outils/html_strict.py "$SCRATCH/page.html"
holds "les sommes se retrouvent" '[.base, .scenarios[]] | all(.attribue_centimes as $a
  | ([.projets[].total_centimes] | add) == $a and ([.enveloppes[].consomme_centimes] | add) == $a
  and ([.quartiers[].attribue_centimes] | add) == $a and ([.axes[].attribue_centimes] | add) == $a
  and ([.types_porteur[].attribue_centimes] | add) == $a)' "$SCRATCH/comparaison.json"
holds "un départ fait entrer, sortir et tomber" '.scenarios[0]
  | (.entrent | length) > 0 and (.sortent | length) > 0
  and ([.engagements_tombes[].etape] == [1, 2])' "$SCRATCH/comparaison.json"
expect 0 "la base est le calcul seul" "$AAP" simuler "$INSTANCE" --format json
[ "$(jq .attribue_centimes "$SCRATCH/sortie.txt")" -eq "$(jq .base.attribue_centimes "$SCRATCH/comparaison.json")" ] ||
  fail "la base de la comparaison n’est pas le calcul seul"

jq '.projets |= reverse | .enveloppes |= reverse | .cellules |= reverse | .engagements |= reverse' \
  "$INSTANCE" >"$SCRATCH/melange.json"
expect 0 "les lignes mêlées" "$AAP" simuler "$SCRATCH/melange.json" --scenarios "$SCENARIOS" --format json
cmp "$SCRATCH/comparaison.json" "$SCRATCH/sortie.txt" || fail "l’ordre des lignes a compté"

jq '.scenarios[1].envelopes = [] | .quartiers[0].habitants = 0' "$SCENARIOS" >"$SCRATCH/fautif.json"
expect 65 "clé inconnue et nombre faux" compare "$SCRATCH/fautif.json" --html "$SCRATCH/rien.html"
says "la clé" 'scenarios\[1\]\.envelopes'
says "le nombre" 'quartiers\[0\]\.habitants'
[ ! -e "$SCRATCH/rien.html" ] || fail "une page est écrite malgré le refus"
expect 1 "le schéma les refuse aussi" $VALID schemas/scenarios-1.json "$SCRATCH/fautif.json"
jq '.scenarios = [{nom: "X", enveloppes: [{id: "CAFE", retrait: true}]}]' "$SCENARIOS" >"$SCRATCH/absent.json"
expect 65 "enveloppe absente de l’instance" compare "$SCRATCH/absent.json"
says "la plus proche" 'CAF »'
jq '.scenarios = [{nom: "X", enveloppes: [{id: "CAF", retrait: true}],
  projets: [{id: "LECTURE", bande: "toujours"}]}]' "$SCENARIOS" >"$SCRATCH/infaisable.json"
expect 1 "scénario infaisable" compare "$SCRATCH/infaisable.json" --format json
holds "le conflit est nommé" '[.scenarios[0].conflit[] | {type, projet}] == [{"type": "bande", "projet": "LECTURE"}]' "$SCRATCH/sortie.txt"
expect 64 "page sans scénarios" "$AAP" simuler "$INSTANCE" --html "$SCRATCH/rien.html"
expect 66 "fichier absent" compare "$SCRATCH/nulle-part.json"
expect 73 "page impossible à créer" compare "$SCENARIOS" --html "$SCRATCH/absent/page.html"
echo "Scénarios : tout est passé."
