#!/usr/bin/env python3
"""The plainest allocation, as a baseline: by rank, take what is left purse by purse.

Emploi : glouton.py INSTANCE.json [--entier]     (« retenus centimes valeur » sur la sortie)

A project gets what its cells allow, in the order of the purses, up to its need; when it falls short
of its floor, its shares go back. Nothing already given ever moves, and of the constraints only the
bounds of the cells are kept: this is a yardstick of time, not a rival. With `--entier` a project
gets its whole need or nothing, which anyone can work out again by hand; `valeur` adds up the scores.
"""

import json
import sys
from collections import defaultdict


def allocate(instance: dict, whole: bool = False) -> dict[str, dict[str, int]]:
    left = {purse["id"]: purse["montant_centimes"] for purse in instance["enveloppes"]}
    order = {purse: index for index, purse in enumerate(left)}
    cells = defaultdict(list)
    for cell in instance["cellules"]:
        cells[cell["projet"]].append(cell)
    granted = {}
    for project in sorted(instance["projets"], key=lambda one: (one["rang"], one["id"])):
        choices = sorted(cells[project["id"]], key=lambda cell: order[cell["enveloppe"]])
        shares = _shares(project["besoin_centimes"], choices, left)
        total = sum(shares.values())
        if total and total >= project["besoin_centimes" if whole else "plancher_centimes"]:
            granted[project["id"]] = shares
            for purse, amount in shares.items():
                left[purse] -= amount
    return granted


def _shares(need: int, cells: list[dict], left: dict[str, int]) -> dict[str, int]:
    shares = {}
    for cell in cells:
        amount = min(need, cell["max_centimes"], left[cell["enveloppe"]])
        if amount > 0 and amount >= cell.get("min_centimes", 0):
            shares[cell["enveloppe"]] = amount
            need -= amount
    return shares


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        read = json.load(file)
    result = allocate(read, "--entier" in sys.argv[2:])
    cents = sum(sum(shares.values()) for shares in result.values())
    print(len(result), cents, sum(one.get("score", 0) for one in read["projets"] if one["id"] in result))
