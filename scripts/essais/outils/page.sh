# Plays the `console` blocks of a page: read with `source`, after preambule.sh, from a folder that has what they name.
#
# « $ » starts a command; « # → N » ends it with its exit code, 0 otherwise. The other lines must be printed, in
# that order; « […] » stands for what was cut.

command="" wanted=0 tried=0 compared=0
aap() { "$AAP" "$@"; }

# plain: the text with ordinary spaces, as people type it.
plain() { sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g'; }

# in_order: every expected piece is printed, after the one before it.
in_order() {
  local line piece from=1 found
  cat sortie.txt erreur.txt | plain >dit.txt
  while IFS= read -r line; do
    piece=$(sed 's/ *\[…\] *$//' <<<"$line")
    [ -n "$piece" ] || continue
    found=$(tail -n "+$from" dit.txt | grep --line-number --fixed-strings -m 1 -e "$piece" | cut -d: -f1) || true
    [ -n "$found" ] || fail "$command ne dit pas, ou pas là : $piece"
    from=$((from + found))
    compared=$((compared + 1))
  done < <(plain <attendu.txt)
}

# play: runs the command read, demands its exit code and what the page shows of its output.
play() {
  [ -n "$command" ] || return 0
  local code=0
  eval "$command" >sortie.txt 2>erreur.txt </dev/null || code=$?
  [ "$code" -eq "$wanted" ] || fail "code $code au lieu de $wanted ($command)"
  in_order
  tried=$((tried + 1))
  : >attendu.txt
}

# play_page FILE: runs every command of the page, here.
play_page() {
  local line
  : >attendu.txt
  awk '/^```/ { shown = ($0 == "```console"); next } shown' "$1" >blocs.txt
  while IFS= read -r line; do
    if [[ $line == '$ '* ]]; then
      play
      command=${line#'$ '} wanted=0
      if [[ $command =~ ^(.*[^\ ])\ +'# → '([0-9]+)$ ]]; then
        command=${BASH_REMATCH[1]} wanted=${BASH_REMATCH[2]}
      fi
    else
      printf '%s\n' "$line" >>attendu.txt
    fi
  done <blocs.txt
  play
}
