"""The strategies of `aap simuler` worked out by HiGHS: an engine that shares no code with ours.

Emploi : solveur.py INSTANCE.json [--strategie rang|valeur|proportionnel]
         solveur.py INSTANCE.json --grand [--limite SECONDES] [--ecart PART]   la valeur et le temps seuls
         solveur.py --essai [GRAINE]                                           contre une énumération

Needs `highspy` (scripts/verif-requirements.txt).
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass
from fractions import Fraction

import repartition_controle as checker
from repartition_controle import Grants
from solveur_modele import Model
from solveur_moteur import Engine, by_rank


@dataclass
class Answer:
    """What a strategy gives; `grants` is `None` when nothing satisfies the demands."""

    grants: Grants | None
    objective: Fraction | None = None
    bound: float | None = None

    @property
    def retained(self) -> set[str]:
        return set(self.grants or {})


def rank(instance: dict, unproven: set[str] = frozenset()) -> Answer:
    engine, kept = by_rank(instance, unproven)
    return Answer(None if kept is None else engine.witness, Fraction(len(kept or ())))


def rank_with_totals(instance: dict, unproven: set[str] = frozenset()) -> tuple[Answer, int]:
    """The same, totals raised by rank; and the least drawn then on specific purses."""
    engine, kept = by_rank(instance, unproven)
    if kept is None:
        return Answer(None), 0
    engine.raise_totals([one["id"] for one in engine.model.projects if one["id"] in kept])
    specific = engine.least_specific()
    return Answer(engine.witness, Fraction(len(kept))), specific


def value(instance: dict, limit: float | None = None) -> Answer:
    """The greatest value; with a limit of seconds, the bound may stay above."""
    engine = Engine(instance)
    if not engine.settle_minima():
        return Answer(None)
    if limit is not None:
        engine.mip.set("time_limit", limit)
    engine.ask(engine.model.worth)
    return Answer(engine.witness, checker.value(instance, engine.witness), engine.mip.dual_bound)


def best_ranked(instance: dict, reached: Fraction) -> int:
    """Among the solutions of that value, the greatest sum of n - place over the retained ones."""
    engine = Engine(instance)
    engine.settle_minima()
    whole = instance.get("parametres", {}).get("poids_retenu_bp", 10_000) == 10_000
    engine.mip.bound(engine.model.value, lower=float(reached) - (0.5 if whole else 1e-7))
    count = len(engine.model.projects)
    engine.ask({column: count - place for place, column in enumerate(engine.model.retained)})
    return places_of(instance, engine.witness)


def places_of(instance: dict, grants: Grants) -> int:
    names = [one["id"] for one in checker.ranked(instance)]
    return sum(len(names) - place for place, name in enumerate(names) if name in grants)


def proportional(instance: dict, unproven: set[str] = frozenset()) -> Answer:
    """The retained list of `rang`, and the smallest share as high as it can be."""
    engine, kept = by_rank(instance, unproven)
    if kept is None:
        return Answer(None)
    engine.ask({engine.model.share: 1})
    return Answer(engine.witness, checker.smallest_share(instance, engine.witness))


def leximin(instance: dict, unproven: set[str] = frozenset()) -> list[Fraction]:
    """Every share of `proportionnel`, from the smallest: each as high as those before it allow."""
    engine, kept = by_rank(instance, unproven)
    model, mip = engine.model, engine.mip
    above = {
        name: None for name in kept or () if model.projects[model.place[name]]["besoin_centimes"]
    }  # fmt: skip
    settled: list[Fraction] = []
    needs = {name: model.projects[model.place[name]]["besoin_centimes"] for name in above}
    while len(settled) < len(needs):
        level = mip.column(0, 1, whole=False)
        for name, column in above.items():
            need = needs[name] / model.unit
            terms, least = {model.total[model.place[name]]: 1.0, level: -need}, 0.0
            if column is not None:
                terms, least = terms | {column: -need}, -need
            mip.row(terms, lower=least)
        mip.start(exact=True)
        engine.ask({level: 1})
        # The shares not yet settled are the greatest ones, whoever holds them.
        shares = sorted(Fraction(sum(engine.witness[name].values()), needs[name]) for name in needs)
        reached = shares[len(settled)]
        mip.bound(level, lower=float(reached) - 1e-9)
        above = _strictly_above(engine, needs, reached)
        engine.ask({column: 1 for column in above.values()})
        count = sum(
            Fraction(sum(engine.witness[name].values()), needs[name]) > reached for name in needs
        )
        mip.row({column: 1.0 for column in above.values()}, lower=count)
        settled += [reached] * (len(needs) - count - len(settled))
    return settled


def _strictly_above(engine: Engine, needs: dict[str, int], reached: Fraction) -> dict[str, int]:
    """Columns that are 1 only for a project served above this share; every share must reach it."""
    model, mip, columns = engine.model, engine.mip, {}
    for name, need in needs.items():
        columns[name] = mip.column(0, 1)
        next_unit = (reached * need / model.unit).__floor__() + 1
        mip.row({model.total[model.place[name]]: 1.0, columns[name]: -float(next_unit)}, lower=0.0)
    mip.start(exact=True)
    return columns


def large(instance: dict, limit: float, gap: float) -> dict:
    """The value alone, amounts as reals: how long the solver takes on a large instance."""
    begin = time.perf_counter()
    model = Model(instance, exact=False)
    model.mip.set("mip_rel_gap", gap)
    model.mip.set("time_limit", limit)
    built = time.perf_counter()
    least = {}
    for column in [model.missing_projects, model.missing_money] if model.has_minima else []:
        values = model.mip.solve({column: 1}, maximise=False)
        if values is None:
            return {"statut": "infaisable"}
        least[column] = values[column]
        model.mip.bound(column, upper=values[column] * (1 + 1e-6) + 1e-6)
        model.mip.set("time_limit", max(1.0, limit - (time.perf_counter() - built)))
    values = model.mip.solve(model.worth)
    end = time.perf_counter()
    if values is None:
        return {"statut": "infaisable"}
    return {
        "statut": "optimal" if model.mip.is_proven else "faisable",
        "valeur": sum(worth * values[column] for column, worth in model.worth.items()),
        "borne": model.mip.dual_bound, "manques": list(least.values()),
        "secondes": end - built, "secondes_modele": built - begin,
    }  # fmt: skip


def _printed(answer: Answer) -> dict:
    status = "infaisable" if answer.grants is None else "optimal"
    objective = None if answer.objective is None else str(answer.objective)
    return {"statut": status, "objectif": objective, "parts": answer.grants}


def main():
    reader = argparse.ArgumentParser(description=__doc__, usage=argparse.SUPPRESS)
    reader.add_argument("instance", nargs="?")
    reader.add_argument("--strategie", choices=["rang", "valeur", "proportionnel"], default="rang")
    reader.add_argument("--grand", action="store_true")
    reader.add_argument("--limite", type=float, default=60)
    reader.add_argument("--ecart", type=float, default=1e-4)
    reader.add_argument("--essai", type=int, nargs="?", const=1)
    options = reader.parse_args()
    if options.essai is not None:
        import solveur_essai

        return solveur_essai.prove(options.essai)
    if options.instance is None:
        sys.exit(__doc__)
    with open(options.instance, encoding="utf-8") as file:
        instance = json.load(file)
    if options.grand:
        print(json.dumps(large(instance, options.limite, options.ecart)))
    elif options.strategie == "rang":
        print(json.dumps(_printed(rank_with_totals(instance)[0])))
    else:
        strategy = value if options.strategie == "valeur" else proportional
        print(json.dumps(_printed(strategy(instance))))


if __name__ == "__main__":
    main()
