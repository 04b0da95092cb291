"""Every solution of a tiny instance, one by one, and what each strategy says of them."""

import itertools
import sys
from collections.abc import Iterator
from fractions import Fraction
from math import prod
from pathlib import Path
from random import Random

import repartition_controle as checker
from repartition_controle import Grants

sys.path.append(str(Path(__file__).resolve().parents[3] / "bench"))
from sauvages import wild  # noqa: E402

FEWEST, MOST = 400, 200_000
"""Combinations under which an instance teaches little, and above which it is left aside."""


def options(instance: dict, project: dict) -> list[dict[str, int] | None]:
    """Every way to treat a project by itself: refused (`None`), or retained with these parts."""
    unit = instance["parametres"]["arrondi_centimes"]
    choices = []
    for cell in instance["cellules"]:
        if cell["projet"] == project["id"]:
            amounts = [0] + [
                amount for amount in range(1, min(cell["max_centimes"], project["besoin_centimes"]) + 1)
                if amount % unit == 0
            ]  # fmt: skip
            choices.append([(cell["enveloppe"], amount) for amount in amounts])
    kept = [
        parts for chosen in itertools.product(*choices)
        if not checker.project_faults(
            instance, project, parts := {purse: amount for purse, amount in chosen if amount})
    ]  # fmt: skip
    return [None, *kept]


def solutions(instance: dict) -> list[Grants] | None:
    """All of them; nothing when there are too many combinations to look at, or hardly any."""
    projects = checker.ranked(instance)
    choices = [options(instance, one) for one in projects]
    if not FEWEST <= prod(map(len, choices)) <= MOST:
        return None
    names = [one["id"] for one in projects]
    found = []
    for chosen in _affordable(instance, choices):
        grants = {name: parts for name, parts in zip(names, chosen, strict=True) if parts is not None}
        if not checker.shared_faults(instance, grants):
            found.append(grants)
    return found


def _affordable(instance: dict, choices: list[list]) -> Iterator[list[dict | None]]:
    rooms = {purse["id"]: checker.available(instance, purse) for purse in instance["enveloppes"]}

    def extend(chosen: list[dict | None], left: dict[str, int]) -> Iterator[list[dict | None]]:
        if len(chosen) == len(choices):
            yield chosen
            return
        for parts in choices[len(chosen)]:
            after = {purse: left[purse] - (parts or {}).get(purse, 0) for purse in left}
            if min(after.values()) >= 0:
                yield from extend([*chosen, parts], after)

    return extend([], rooms)


def least(found: list[Grants], key) -> list[Grants]:
    """Those of the smallest key."""
    best = min(map(key, found))
    return [grants for grants in found if key(grants) == best]


def retained_by_rank(instance: dict, found: list[Grants]) -> list[Grants]:
    """The solutions left by the walk down the ranking, which all retain the same projects."""
    projects = checker.ranked(instance)
    found = least(found, lambda grants: checker.shortfall(instance, grants))
    has_minima = bool(checker.minima(instance, {}))
    kept = {name for demanded in checker.demands(instance) for name in _pulled(instance, demanded)}
    for one in projects:
        name = one["id"]
        if name not in kept:
            waits = not has_minima and not set(checker.preferred(instance, one)) <= kept
            those = [] if waits else [grants for grants in found if name in grants]
            if those:
                kept.add(name)
            found = those or [grants for grants in found if name not in grants]
    return found


def _pulled(instance: dict, name: str) -> set[str]:
    project = next(one for one in instance["projets"] if one["id"] == name)
    before = (_pulled(instance, other) for other in checker.preferred(instance, project))
    return {name}.union(*before)


def totals(order: list[str]):
    """A key: the most for the first of the order, then for the second..."""
    return lambda grants: [-sum(grants.get(name, {}).values()) for name in order]


def spared(instance: dict, found: list[Grants]) -> list[Grants]:
    """The least drawn on specific purses, then the rates of the purses evened from the highest."""
    specific = {one["id"] for one in instance["enveloppes"] if one["nature"] == "specifique"}

    def given(grants: Grants, purse: str) -> int:
        return sum(parts.get(purse, 0) for parts in grants.values())

    def rates(grants: Grants) -> list[Fraction]:
        rooms = ((purse["id"], checker.available(instance, purse)) for purse in instance["enveloppes"])
        return sorted((Fraction(given(grants, name), room) for name, room in rooms if room), reverse=True)

    found = least(found, lambda grants: sum(given(grants, name) for name in specific))
    return least(found, rates)


def by_rank(instance: dict, found: list[Grants]) -> list[Grants]:
    names = [one["id"] for one in checker.ranked(instance)]
    return spared(instance, least(retained_by_rank(instance, found), totals(names)))


def by_value(instance: dict, found: list[Grants]) -> list[Grants]:
    ranked = checker.ranked(instance)
    names = [one["id"] for one in ranked]
    found = least(found, lambda grants: checker.shortfall(instance, grants))
    found = least(found, lambda grants: -checker.value(instance, grants))
    found = least(found, lambda grants: -sum(len(names) - names.index(name) for name in grants))
    if instance["parametres"].get("poids_retenu_bp", 10_000) < 10_000:
        needs = {one["id"]: one["besoin_centimes"] for one in ranked}
        scores = {one["id"]: one["score"] for one in ranked}
        names.sort(key=lambda name: -Fraction(scores[name], needs[name] or 1))
    return spared(instance, least(found, totals(names)))


def by_share(instance: dict, found: list[Grants]) -> list[Grants]:
    """The shares, from the smallest, as high as they can be."""
    needing = [one for one in checker.ranked(instance) if one["besoin_centimes"]]

    def shares(grants: Grants) -> list[Fraction]:
        kept = [one for one in needing if one["id"] in grants]
        return sorted(checker.share(one, grants[one["id"]]) for one in kept)

    found = retained_by_rank(instance, found)
    best = max(map(shares, found))
    found = [grants for grants in found if shares(grants) == best]
    names = [one["id"] for one in checker.ranked(instance)]
    return spared(instance, least(found, totals(names)))


def tiny(seed: int, soft: bool = True) -> tuple[dict, list[Grants]]:
    """An instance small enough, with all its solutions."""
    chance = Random(f"énumération {seed}")
    while True:
        sizes = {"projects": chance.randint(2, 5), "purses": chance.randint(1, 3), "most": 5}
        instance = wild(chance, soft=soft, **sizes)
        found = solutions(instance)
        if found is not None:
            return instance, found
