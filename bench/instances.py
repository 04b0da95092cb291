#!/usr/bin/env python3
"""Seeded instances for `aap simuler`, drawn to look like a real call for projects.

Emploi : instances.py PROJETS ENVELOPPES GRAINE [--minima] [--parts] [--tout] … -o FICHIER
         instances.py --bizarre GRAINE -o FICHIER      (quelques centimes, toutes les règles)
"""

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

from sauvages import wild

SMALL_SHARE, SMALL = 0.70, 2_000_000
"""How many projects need less than 20 000 €."""
AXES = [f"A{number}" for number in range(1, 6)]
KINDS = ["association", "commune", "bailleur", "entreprise"]


def realistic(
    count: int,
    purse_count: int,
    seed: int,
    *,
    minima: bool = False,
    shares: bool = False,
    counts: bool = False,
    cofunding: bool = False,
    soft: bool = False,
    orders: bool = False,
    rounding: int = 1,
) -> dict:
    """An instance: each option adds one family of rules, and leaves the rest of the draw alone."""
    chance = Random(f"instance {count} {purse_count} {seed}")
    purses = [f"E{number:02}" for number in range(1, purse_count + 1)]
    weights = {purse: chance.uniform(0.4, 1.6) / (1 + place / 3) for place, purse in enumerate(purses)}
    districts = [f"Q{number:02}" for number in range(1, 13 if count < 1_000 else 31)]
    merits = {district: chance.gauss(0, 80) for district in districts}
    projects, cells = [], []
    for number in range(1, count + 1):
        project = _project(chance, f"P{number:06}", districts, merits, max(rounding, 100))
        projects.append(project)
        cells += _cells(chance, project, weights, max(rounding, 100))
    _rank(projects)
    extras = Random(f"règles {count} {purse_count} {seed}")
    amounts = _amounts(chance, projects, cells, purses)
    if minima:
        _add_minima(extras, cells, purses, amounts)
    if orders:
        _add_orders(extras, projects)
    rules = []
    if shares:
        rules += _shares(extras, projects, cells, amounts)
    if counts:
        rules += _counts(extras, cells, purses)
    if cofunding:
        rules += [{"type": "cofinancement_min", "enveloppe": purses[0], "part_bp": 2_000}]
    if soft:
        rules += _soft(extras, projects, purses)
    specific = max(1, purse_count // 3)
    return {
        "projets": projects,
        "enveloppes": [
            {"id": purse, "montant_centimes": amounts[purse],
             "nature": "specifique" if place < specific else "droit_commun"}
            for place, purse in enumerate(purses)
        ],
        "cellules": cells, "contraintes": rules, "parametres": {"arrondi_centimes": rounding},
    }  # fmt: skip


def _project(chance: Random, name: str, districts: list[str], merits: dict, unit: int) -> dict:
    small = chance.random() < SMALL_SHARE
    least, most = (150_000, SMALL) if small else (SMALL, 15_000_000)
    need = _rounded(math.exp(chance.uniform(math.log(least), math.log(most))), unit)
    floor = need if chance.random() < 0.35 else _rounded(need * chance.choice([0.5, 0.6, 0.7, 0.8]), unit)
    served = chance.sample(districts, 1 if chance.random() < 0.85 else 2)
    score = chance.gauss(550, 150) + sum(merits[one] for one in served) / len(served)
    return {
        "id": name, "rang": 0, "score": min(1_000, max(0, round(score))), "besoin_centimes": need,
        "plancher_centimes": floor, "cout_centimes": _rounded(need / chance.uniform(0.4, 0.85), unit),
        "quartiers": sorted(served), "axe": chance.choices(AXES, [5, 4, 3, 2, 1])[0],
        "type_porteur": chance.choices(KINDS, [7, 2, 1, 1])[0],
    }  # fmt: skip


def _rounded(amount: float, unit: int) -> int:
    return max(unit, round(amount / unit) * unit)


def _cells(chance: Random, project: dict, weights: dict, unit: int) -> list[dict]:
    """Two to five purses, that together could pay a little more than the need."""
    wanted = min(len(weights), chance.choices([2, 3, 4, 5], [4, 3, 2, 1])[0])
    left, chosen = dict(weights), []
    for _ in range(wanted):
        chosen.append(chance.choices(list(left), list(left.values()))[0])
        del left[chosen[-1]]
    parts = {purse: weights[purse] * chance.uniform(0.5, 1.5) for purse in sorted(chosen)}
    room = project["besoin_centimes"] * chance.uniform(1.0, 1.6) / sum(parts.values())
    return [
        {"projet": project["id"], "enveloppe": purse,
         "max_centimes": min(project["besoin_centimes"], _up(part * room, unit))}
        for purse, part in parts.items()
    ]  # fmt: skip


def _up(amount: float, unit: int) -> int:
    return math.ceil(amount / unit) * unit


def _rank(projects: list[dict]):
    for rank, one in enumerate(sorted(projects, key=lambda one: (-one["score"], one["id"])), start=1):
        one["rang"] = rank


def _amounts(chance: Random, projects: list[dict], cells: list[dict], purses: list[str]) -> dict[str, int]:
    """Each purse holds 40 to 60 % of what it is asked, a project asking its need and no more."""
    possible, asked = defaultdict(int), defaultdict(float)
    for cell in cells:
        possible[cell["projet"]] += cell["max_centimes"]
    needs = {one["id"]: one["besoin_centimes"] for one in projects}
    for cell in cells:
        ratio = min(1, needs[cell["projet"]] / possible[cell["projet"]])
        asked[cell["enveloppe"]] += cell["max_centimes"] * ratio
    return {purse: _rounded(asked[purse] * chance.uniform(0.4, 0.6), 10_000) for purse in purses}


def _add_minima(chance: Random, cells: list[dict], purses: list[str], amounts: dict[str, int]):
    """Each purse has the smallest grant it bothers to pay."""
    least = {purse: chance.choice([50_000, 100_000, 100_000, 150_000]) for purse in purses}
    for cell in cells:
        cell["min_centimes"] = min(least[cell["enveloppe"]], cell["max_centimes"])


def _add_orders(chance: Random, projects: list[dict]):
    """Applicants with one to four projects, half of them telling which they prefer."""
    left = sorted(projects, key=lambda one: one["rang"])
    chance.shuffle(left)
    number = 0
    while left:
        number += 1
        own = [left.pop() for _ in range(min(len(left), chance.choice([1, 1, 2, 2, 3, 4])))]
        ordered = sorted(own, key=lambda one: one["rang"])
        tells = chance.random() < 0.5
        for order, one in enumerate(ordered, start=1):
            one["porteur"] = f"S{number:05}"
            if tells:
                one["ordre_porteur"] = order


def _shares(chance: Random, projects: list[dict], cells: list[dict], amounts: dict[str, int]) -> list[dict]:
    """For the largest purses: no district and no axis takes much more than what it asks for."""
    largest = sorted(amounts, key=lambda purse: -amounts[purse])[: max(2, len(amounts) // 3)]
    rules = []
    for purse in largest:
        for criterion, key in (("quartier", "quartiers"), ("axe", "axe")):
            asked, whole = _asked(projects, cells, purse, key)
            for value in sorted(asked, key=lambda one: (-asked[one], one))[:3]:
                part = round(10_000 * asked[value] / whole * chance.uniform(0.8, 1.1))
                rules.append({
                    "type": "part_max", "enveloppe": purse, "selon": criterion, "valeur": value,
                    "part_bp": min(10_000, max(1, part)),
                })  # fmt: skip
    return rules


def _asked(projects: list[dict], cells: list[dict], purse: str, key: str) -> tuple[dict[str, int], int]:
    values = {one["id"]: one[key] if key == "quartiers" else [one[key]] for one in projects}
    asked = defaultdict(int)
    for cell in cells:
        if cell["enveloppe"] == purse:
            for value in values[cell["projet"]]:
                asked[value] += cell["max_centimes"]
    return asked, sum(cell["max_centimes"] for cell in cells if cell["enveloppe"] == purse) or 1


def _counts(chance: Random, cells: list[dict], purses: list[str]) -> list[dict]:
    payer = purses[-1]
    asking = sum(cell["enveloppe"] == payer for cell in cells)
    number = max(1, int(asking * chance.uniform(0.2, 0.5)))
    return [{"type": "nombre_max", "enveloppe": payer, "nombre": number}]


def _soft(chance: Random, projects: list[dict], purses: list[str]) -> list[dict]:
    """A least share for some districts, a least number of projects for the rarest axis."""
    districts = sorted({one for project in projects for one in project["quartiers"]})
    rules = [
        {"type": "part_min", "enveloppe": chance.choice(purses[: max(1, len(purses) // 2)]),
         "selon": "quartier", "valeur": district, "part_bp": round(6_000 / len(districts))}
        for district in chance.sample(districts, min(4, len(districts)))
    ]  # fmt: skip
    present = Counter(one["axe"] for one in projects)
    rarest = min(present, key=lambda axis: (present[axis], axis))
    least = -(-present[rarest] * 2 // 3)
    return [*rules, {"type": "nombre_min", "selon": "axe", "valeur": rarest, "nombre": least}]


def main():
    reader = argparse.ArgumentParser(description=__doc__, usage=argparse.SUPPRESS)
    reader.add_argument("tailles", type=int, nargs="*", metavar="PROJETS ENVELOPPES GRAINE")
    options = {
        "minima": "minima", "parts": "shares", "nombres": "counts", "cofinancement": "cofunding",
        "souples": "soft", "porteurs": "orders",
    }  # fmt: skip
    for option in options:
        reader.add_argument(f"--{option}", action="store_true")
    reader.add_argument("--tout", action="store_true", help="toutes les options ci-dessus")
    reader.add_argument("--arrondi", type=int, default=1)
    reader.add_argument("--bizarre", type=int, metavar="GRAINE")
    reader.add_argument("-o", "--sortie", type=Path, required=True)
    asked = reader.parse_args()
    if asked.bizarre is not None:
        instance = wild(Random(f"bizarre {asked.bizarre}"), reserved=True)
    elif len(asked.tailles) == 3:
        chosen = {word: asked.tout or getattr(asked, option) for option, word in options.items()}
        instance = realistic(*asked.tailles, rounding=asked.arrondi, **chosen)
    else:
        sys.exit(__doc__)
    asked.sortie.write_text(json.dumps(instance, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
