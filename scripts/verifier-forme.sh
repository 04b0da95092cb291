#!/usr/bin/env bash
# Lints every Swift file with the project's own rules; --essai proves that a fault is seen.
set -euo pipefail
cd "$(dirname "$0")/.."

lint() { swift format lint --strict --parallel --configuration .swift-format "$@"; }

if [ "${1:-}" = --essai ]; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  printf '/// One.\nlet one = 1\n' >"$scratch/Clean.swift"
  printf 'let two = try! f( 2 )\n' >"$scratch/Planted.swift"
  if ! lint "$scratch/Clean.swift"; then
    echo "forme : l’essai a échoué, un fichier propre est refusé." >&2
    exit 1
  fi
  if lint "$scratch/Planted.swift" 2>/dev/null; then
    echo "forme : l’essai a échoué, une faute plantée n’est pas vue." >&2
    exit 1
  fi
  echo "forme : 1 faute plantée, vue."
  exit 0
fi

lint --recursive Sources Tests Package.swift
echo "forme : rien à redire."
