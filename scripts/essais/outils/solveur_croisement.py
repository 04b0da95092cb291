"""Plays instances through the program and through HiGHS, and demands the same answers.

Emploi : solveur_croisement.py PROGRAMME DOSSIER [--graine S] [--bizarres N] [--enumerees N] [--moyennes N]
                               [--strategies rang,valeur,proportionnel] [--sans-minima]
                               [--sans-tirage]

Infeasible or not, the same retained list, the same totals, the same value, the same smallest share;
every result checked in whole cents. What differs is written to DOSSIER with its instance.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import repartition_controle as checker
from solveur_comparaison import COMPARISONS, among_all
from solveur_enumeration import tiny
from solveur_highs import Unsettled

sys.path.append(str(Path(__file__).resolve().parents[3] / "bench"))
from instances import realistic  # noqa: E402
from sauvages import wild  # noqa: E402


class Crossing:
    """Instances played through both, and what was compared on the way."""

    def __init__(self, program: Path, folder: Path, strategies: list[str]):
        self.program, self.folder, self.strategies = program, folder, strategies
        self.counts: Counter[str] = Counter()
        self.differences = 0

    def play(self, name: str, instance: dict, solutions: list[checker.Grants] | None = None):
        """Compares the strategies on one instance, all of whose solutions may be known."""
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(instance, ensure_ascii=False), encoding="utf-8")
        found = [
            f"{strategy} : {difference}" for strategy in self.strategies
            for difference in self._differences(file, instance, strategy, solutions)
        ]  # fmt: skip
        if not found:
            file.unlink()
            return
        self.differences += 1
        print(f"{file} :", *found, sep="\n  ", file=sys.stderr, flush=True)

    def _differences(self, file: Path, instance: dict, strategy: str, solutions) -> list[str]:
        code, result, complaint = self.result(file, strategy)
        if result is None:
            return [f"code {code} : {complaint[:500]}"]
        if code != (result["statut"] == "infaisable"):
            return [f"code {code} pour le statut {result['statut']}"]
        self.counts[f"{strategy}, {result['statut']}"] += 1
        try:
            return (
                checker.result_faults(instance, result)
                or COMPARISONS[strategy](instance, result, self.counts)
                or (among_all(instance, result, solutions, self.counts) if solutions else [])
            )
        except Unsettled:
            self.counts[f"{strategy}, HiGHS arrêté par le temps"] += 1
            return []

    def result(self, file: Path, strategy: str) -> tuple[int, dict | None, str]:
        command = [self.program, "simuler", file, "--strategie", strategy, "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode > 1 or not done.stdout:
            return done.returncode, None, done.stderr.strip()
        return done.returncode, json.loads(done.stdout), ""

    def prove(self):
        """What was spoiled in a sound result must be seen, by the checks or by the comparison."""
        instance = realistic(12, 3, 1, shares=True, rounding=10_000)
        file = self.folder / "saine.json"
        file.write_text(json.dumps(instance), encoding="utf-8")
        _, sound, _ = self.result(file, "rang")
        file.unlink()
        for what, spoil in SPOILT.items():
            result = json.loads(json.dumps(sound))
            spoil(result)
            faults = checker.result_faults(instance, result)
            if not faults and not COMPARISONS["rang"](instance, result, Counter()):
                sys.exit(f"l’essai a échoué : {what} n’est pas vu.")
        print(f"  {len(SPOILT)} fautes plantées dans un résultat, toutes vues")


def _first_retained(result: dict) -> dict:
    return next(line for line in result["projets"] if line["retenu"] and len(line["parts"]) > 1)


def _one_cent_more(result: dict):
    line = _first_retained(result)
    line["parts"][0]["montant_centimes"] += 1
    line["total_centimes"] += 1


def _moved(result: dict):
    """A hundred euros from one purse to another, every sum told accordingly."""
    line = _first_retained(result)
    uses = {use["id"]: use for use in result["enveloppes"]}
    for part, amount in zip(line["parts"], (-10_000, 10_000), strict=False):
        part["montant_centimes"] += amount
        uses[part["enveloppe"]]["consomme_centimes"] += amount
        uses[part["enveloppe"]]["reste_centimes"] -= amount


def _forgotten(result: dict):
    """The last retained project is refused, everything else told accordingly."""
    line = [line for line in result["projets"] if line["retenu"]][-1]
    uses = {use["id"]: use for use in result["enveloppes"]}
    for part in line.pop("parts"):
        use = uses[part["enveloppe"]]
        use["consomme_centimes"] -= part["montant_centimes"]
        use["reste_centimes"] += part["montant_centimes"]
        use["saturee"] = use["reste_centimes"] == 0
    result["attribue_centimes"] -= line.pop("total_centimes")
    line |= {"retenu": False, "explication": {"motif": "credits_epuises"}}
    for count in ("retenus", "objectif", "borne"):
        result[count] -= 1


SPOILT = {
    "un centime de trop": _one_cent_more, "une part déplacée": _moved, "un projet oublié": _forgotten,
}  # fmt: skip


def medium(chance: Random, number: int) -> dict:
    """Twenty to sixty projects, amounts by the hundred euros: HiGHS keeps up with them."""
    return realistic(
        chance.randint(20, 60), chance.randint(4, 6), number, minima=chance.random() < 0.6,
        shares=chance.random() < 0.6, counts=chance.random() < 0.4, cofunding=chance.random() < 0.4,
        soft=chance.random() < 0.4, orders=chance.random() < 0.3, rounding=10_000,
    )  # fmt: skip


def hard(instance: dict) -> dict:
    """The same without its soft minima."""
    kept = [one for one in instance["contraintes"] if one["type"] not in ("part_min", "nombre_min")]
    return instance | {"contraintes": kept}


def main():
    reader = argparse.ArgumentParser(description=__doc__, usage=argparse.SUPPRESS)
    reader.add_argument("programme", type=Path)
    reader.add_argument("dossier", type=Path)
    for name, default in (("graine", 1), ("bizarres", 200), ("enumerees", 100), ("moyennes", 8)):
        reader.add_argument(f"--{name}", type=int, default=default)
    reader.add_argument("--strategies", default="rang,valeur,proportionnel")
    reader.add_argument("--sans-minima", action="store_true")
    reader.add_argument("--sans-tirage", action="store_true")
    options = reader.parse_args()
    options.dossier.mkdir(parents=True, exist_ok=True)
    crossing = Crossing(options.programme.resolve(), options.dossier, options.strategies.split(","))
    crossing.prove()
    seed, soft = options.graine, not options.sans_minima
    begin = time.perf_counter()
    for number in range(options.bizarres):
        chance = Random(f"bizarre {seed} {number}")
        crossing.play(f"bizarre-{number}", wild(chance, soft=soft, reserved=soft))
    for number in range(options.enumerees):
        instance, found = tiny(seed * 1_000_003 + number, soft=soft)
        crossing.play(f"enumeree-{number}", instance, None if options.sans_tirage else found)
    for number in range(options.moyennes):
        instance = medium(Random(f"moyenne {seed} {number}"), seed * 1_000 + number)
        crossing.play(f"moyenne-{number}", instance if soft else hard(instance))
    for what, count in sorted(crossing.counts.items()):
        print(f"  {what} : {count}")
    total = options.bizarres + options.enumerees + options.moyennes
    print(f"  {total} instances en {time.perf_counter() - begin:.0f} s")
    if crossing.differences:
        sys.exit(f"{crossing.differences} instances diffèrent ; elles sont dans « {options.dossier} ».")


if __name__ == "__main__":
    main()
