# SPDX-License-Identifier: EUPL-1.2
# Deux commandes suffisent sur une machine neuve : « make demo », puis « make test ».

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DEFAULT_GOAL := aide

# La chaîne Swift est dans le PATH, ou là où l’archive officielle se déplie d’ordinaire.
export PATH := $(PATH):/opt/swift/usr/bin:/usr/local/swift/usr/bin
# Ni couleur ni octet compilé laissé dans le dépôt.
export NO_COLOR := 1
export PYTHONDONTWRITEBYTECODE := 1

# Pour construire : SQLite, libxml2, le raciniseur Snowball, et ce qu’il faut à l’édition de liens.
# La chaîne Swift elle-même demande les quatre derniers, absents d’une Debian minimale.
PAQUETS := libsqlite3-dev libxml2-dev libzip-dev libstemmer-dev pkg-config libc6-dev libstdc++-12-dev binutils \
           libncurses6 libcurl4 libedit2 zlib1g-dev
# Pour les essais et les mesures seulement.
PAQUETS_VERIF := libxml2-utils sqlite3 python3 python3-venv time jq libreoffice-calc-nogui

VENV := .venv
PYTHON := $(VENV)/bin/python
JOURNAL_ESSAIS := .build/essais-swift.txt

.PHONY: aide setup setup-verif build demo test check bench clean chaine

## aide : ce texte
aide:
	@sed -n 's/^## //p' Makefile

## setup : installe les paquets qu’il faut pour construire (apt-get, avec sudo si besoin)
setup: chaine
	@scripts/installer-paquets.sh $(PAQUETS)

## setup-verif : installe ce qu’il faut aux seuls essais, dont un environnement Python dans .venv
setup-verif: setup
	@scripts/installer-paquets.sh $(PAQUETS_VERIF)
	if cmp --silent scripts/verif-requirements.txt $(VENV)/installe.txt; then
	  echo "Python : $(VENV) est à jour."
	else
	  python3 -m venv --clear $(VENV)
	  $(PYTHON) -m pip install --quiet --no-color --disable-pip-version-check \
	    --requirement scripts/verif-requirements.txt
	  cp scripts/verif-requirements.txt $(VENV)/installe.txt
	  echo "Python : $(VENV) est prêt."
	fi

## build : construit .build/release/aap
build: setup
	@swift build --configuration release --product aap 2>&1 </dev/null | cat

## demo : construit, puis joue une saison entière dans ./demo-aap
demo: build
	@.build/release/aap demo

## test : construit, joue tous les essais et les contrôles ; un outil absent est un échec
test: setup-verif
	@mkdir -p .build
	swift build --build-tests 2>&1 </dev/null | cat
	swift test --skip-build 2>&1 </dev/null | tee $(JOURNAL_ESSAIS)
	$(MAKE) --no-print-directory check
	for essai in scripts/essais/*.sh; do
	  echo "== $$essai"
	  AAP=.build/debug/aap PYTHON=$(PYTHON) bash "$$essai" </dev/null
	done
	echo "== bilan"
	grep -E 'Test run with [0-9]+ tests?' $(JOURNAL_ESSAIS)
	echo "Essais et contrôles : tout est passé."

## check : mise en forme, imports, argent, dépôt, liens ; chaque contrôle prouve d’abord qu’il voit une faute
check: setup-verif
	@for controle in imports argent depot liens; do
	  $(PYTHON) scripts/verifier-$$controle.py --essai
	  $(PYTHON) scripts/verifier-$$controle.py
	done
	scripts/verifier-forme.sh --essai
	scripts/verifier-forme.sh

## bench : temps et mémoire, à côté de repères pris au même moment (TAILLES="1000 10000 100000")
bench: setup-verif build
	@python3 bench/mesurer.py

## clean : enlève ce qui a été construit
clean:
	@rm -rf .build $(VENV) demo-aap

chaine:
	@if ! command -v swift >/dev/null; then
	  echo "Swift est introuvable : installez la chaîne Swift 6.3, ou ajoutez-la au PATH." >&2
	  exit 1
	fi
