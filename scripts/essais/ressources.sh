#!/usr/bin/env bash
# The program finds its templates and schemas in the three ways it promises, in that order.
source "$(dirname "$0")/outils/preambule.sh"

# install_resources PLACE MARK: copies the resources, with a mark that an empty form then shows.
install_resources() {
  mkdir -p "$1"
  cp -r templates schemas "$1"
  sed -i "0,/aide: /s//&$2 /" "$1/templates/formulaires/association-2.yaml"
  grep --quiet "$2" "$1/templates/formulaires/association-2.yaml" ||
    fail "la marque $2 n’a pas pu être posée"
}
place_program() { mkdir -p "$1" && cp "$AAP" "$1/aap"; }
form=(formulaire modele association)
cd "$SCRATCH"
here=$SCRATCH/ailleurs && mkdir "$here"

cd "$ROOT" && install_resources "$SCRATCH/choisi" MARQUECHOISIE
install_resources "$SCRATCH/prefixe/share/aap" MARQUEPREFIXE
install_resources "$SCRATCH/arbre" MARQUEARBRE
place_program "$SCRATCH/prefixe/bin"
place_program "$SCRATCH/arbre/construit/profond"
place_program "$SCRATCH/seul/bin"
ln -s "$SCRATCH/prefixe/bin/aap" "$here/lien"
cd "$here"

expect 0 "à côté, dans ../share/aap" "$SCRATCH/prefixe/bin/aap" "${form[@]}"
says "à côté" MARQUEPREFIXE
expect 0 "à côté, par un lien" ./lien "${form[@]}"
says "par un lien" MARQUEPREFIXE
expect 0 "chez un ancêtre" "$SCRATCH/arbre/construit/profond/aap" "${form[@]}"
says "chez un ancêtre" MARQUEARBRE
for program in prefixe/bin arbre/construit/profond seul/bin; do
  expect 0 "AAP_RESSOURCES d’abord ($program)" \
    env AAP_RESSOURCES="$SCRATCH/choisi" "$SCRATCH/$program/aap" "${form[@]}"
  says "AAP_RESSOURCES" MARQUECHOISIE
done
expect 66 "nulle part" env AAP_RESSOURCES="$here" "$SCRATCH/seul/bin/aap" "${form[@]}"
for place in "$here" 'seul/share/aap' 'seul/bin'; do says "les trois endroits sont nommés" "$place"; done
expect 0 "l’aide n’a besoin de rien" "$SCRATCH/seul/bin/aap" --help
echo "Ressources : tout est passé."
