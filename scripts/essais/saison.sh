#!/usr/bin/env bash
# A whole season, twice: the same bytes, a file the schema accepts, a page HTML accepts.
source "$(dirname "$0")/outils/preambule.sh"

FILES=(classement.json proces-verbal.txt proces-verbal.html programmation.xml)

# same WHAT A B: the two folders hold the same files and the same bytes, the base apart.
same() {
  diff --recursive --brief --exclude='base.sqlite*' "$2" "$3" >"$SCRATCH/sortie.txt" ||
    fail "$1 : les deux saisons diffèrent"
  for file in "${FILES[@]}"; do
    [ -s "$2/$file" ] || fail "$1 : $file est absent ou vide"
  done
  echo "  $1 : mêmes octets"
}

# well_made FOLDER: everything a season leaves behind is sound.
well_made() {
  expect 0 "xmllint accepte programmation.xml" \
    xmllint --noout --schema "$SCHEMA" "$1/programmation.xml"
  expect 0 "aap l’accepte aussi" "$AAP" programmation valider "$1/programmation.xml"
  expect 0 "proces-verbal.html est du bon HTML" \
    "$PYTHON" scripts/essais/outils/html_strict.py "$1/proces-verbal.html"
  holds "les rangs se suivent" '[.classement[].rang] as $r | $r == [range(1; ($r | length) + 1)]' \
    "$1/classement.json"
  holds "les scores ne remontent pas" '[.classement[].score] | . == (sort | reverse)' \
    "$1/classement.json"
  holds "chaque score est la somme de ses lignes" \
    '.classement | length > 0 and all(((.score - ([.lignes[].points] | add)) | fabs) < 0.051)' \
    "$1/classement.json"
  [ "$(sqlite3 "$1/base.sqlite" 'PRAGMA integrity_check; PRAGMA foreign_key_check')" = ok ] ||
    fail "la base n’est pas saine"
  expect 0 "le journal se vérifie" "$AAP" journal verifier --base "$1/base.sqlite"
  expect 0 "les invariants tiennent" "$AAP" verifier --base "$1/base.sqlite"
  if grep --recursive --quiet --fixed-strings --exclude='base.sqlite*' \
    -e "$SCRATCH" -e "$ROOT" "$1"; then
    fail "un chemin absolu est écrit dans $1"
  fi
  echo "  aucun chemin absolu"
}

# The seasons bear the same folder name, so that nothing but the run differs.
mkdir "$SCRATCH"/{un,deux,autre}
play() { (cd "$SCRATCH/$1" && shift && "$AAP" demo --dossier-sortie saison "$@"); }

echo "La saison écrite à la main"
expect 0 "première fois" play un
for word in déposés refusés classés financés; do says "la démonstration compte" "$word"; done
says "la démonstration dit où sont les résultats" 'saison'
expect 0 "seconde fois" play deux
same "même graine" "$SCRATCH/un/saison" "$SCRATCH/deux/saison"
well_made "$SCRATCH/un/saison"
expect 0 "un dossier fait par la démonstration se rejoue" play deux
same "rejouée sur place" "$SCRATCH/un/saison" "$SCRATCH/deux/saison"

echo "Ce qui est abîmé se voit"
HURT=$SCRATCH/abime.xml
sed '0,/<programmation /s//<programmation intrus="oui" /' "$SCRATCH/un/saison/programmation.xml" >"$HURT"
cmp --quiet "$HURT" "$SCRATCH/un/saison/programmation.xml" && fail "le fichier n’a pas été abîmé"
expect 3 "xmllint refuse un fichier abîmé" xmllint --noout --schema "$SCHEMA" "$HURT"
code=0
"$AAP" programmation valider "$HURT" >"$SCRATCH/sortie.txt" 2>"$SCRATCH/erreur.txt" || code=$?
case $code in 1 | 65) echo "  aap le refuse aussi : code $code" ;; *) fail "aap accepte un fichier abîmé ($code)" ;; esac
sed 's/<\/title>/<\/titre>/' "$SCRATCH/un/saison/proces-verbal.html" >"$SCRATCH/abime.html"
expect 1 "une page abîmée est refusée" \
  "$PYTHON" scripts/essais/outils/html_strict.py "$SCRATCH/abime.html"

echo "Une saison fabriquée"
rm -rf "$SCRATCH"/{un,deux}/saison
expect 0 "graine 7" play un --dossiers 60 --graine 7
expect 0 "graine 7, de nouveau" play deux --dossiers 60 --graine 7
expect 0 "graine 8" play autre --dossiers 60 --graine 8
same "même graine" "$SCRATCH/un/saison" "$SCRATCH/deux/saison"
cmp --quiet "$SCRATCH"/{un,autre}/saison/classement.json && fail "une autre graine donne le même classement"
well_made "$SCRATCH/un/saison"

echo "Les refus et leurs codes"
BASE=$SCRATCH/un/saison/base.sqlite
ONE=fixtures/saisons/lens-lievin-2016/01-radio-coron-webradio.yaml
expect 64 "option inconnue" "$AAP" demo --option-inconnue
expect 64 "commande inconnue" "$AAP" danser
expect 66 "base absente" "$AAP" dossier lister --base "$SCRATCH/absente.sqlite"
[ ! -e "$SCRATCH/absente.sqlite" ] || fail "lire une base absente l’a créée"
expect 66 "fichier absent" "$AAP" dossier verifier "$SCRATCH/absent.yaml" --base "$BASE"
mkdir "$SCRATCH/occupe" && echo "à moi" >"$SCRATCH/occupe/note.txt"
expect 73 "dossier déjà plein" "$AAP" demo --dossier-sortie "$SCRATCH/occupe"
[ "$(ls "$SCRATCH/occupe")" = note.txt ] || fail "le dossier d’autrui a été touché"
printf 'projet: {titre: "sans fin\n' >"$SCRATCH/casse.yaml"
expect 65 "fichier illisible" "$AAP" dossier verifier "$SCRATCH/casse.yaml" --base "$BASE"
expect 65 "base qui n’en est pas une" "$AAP" dossier lister --base "$SCRATCH/casse.yaml"
expect 77 "acteur inconnu" "$AAP" dossier deposer "$ONE" --base "$BASE" --acteur personne-de-connu
expect 77 "horloge réglée sur une base ordinaire" env AAP_MAINTENANT=2016-01-10T10:00:00+01:00 \
  "$AAP" init --referentiel fixtures/lens-lievin --base "$SCRATCH/vraie.sqlite" --acteur secretariat
echo "Saison : tout est passé."
