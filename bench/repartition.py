#!/usr/bin/env python3
"""Times `aap simuler` on generated instances: beside HiGHS for `valeur`, beside a plain rule for all.

Emploi : repartition.py [PROGRAMME]     (réglages : REPARTITION, GRAINE, BANC, PYTHON, LIMITE)

REPARTITION lists the sizes to play ("200 2000 20000 100000"). HiGHS works on the same instance as
one mixed integer programme, with a thread, the same gap and sixty seconds; it needs the Python that
has scripts/verif-requirements.txt. No time ever fails.
"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from commande import OUT_OF_TIME, Mesure, mediane, mesurer
from instances import realistic
from texte import duree, memoire, nombre, tableau

ROOT = Path(__file__).resolve().parent.parent
SOLVER = ROOT / "scripts/essais/outils/solveur.py"
PURSES = 12
GAP = 1e-4
"""What `valeur` calls optimal."""
SOLVER_SECONDS = 60
UNKNOWN_OPTION = 64
NOTHING = "—"


@dataclass(frozen=True)
class Case:
    """A strategy on one size of instance, with some families of rules."""

    strategy: str
    size: int
    rules: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        words = {"minima": "minimums", "shares": "parts", "soft": "parts et nombres à atteindre"}
        told = ", ".join(words[rule] for rule in self.rules)
        return f"{nombre(self.size)} × {PURSES}{' : ' if told else ''}{told}"


CASES = [
    Case("rang", 200), Case("rang", 200, ("minima", "shares")), Case("rang", 2_000), Case("rang", 20_000),
    Case("rang", 100_000),
    Case("valeur", 200), Case("valeur", 200, ("minima",)), Case("valeur", 200, ("soft",)),
    Case("valeur", 2_000), Case("valeur", 2_000, ("minima",)), Case("valeur", 20_000),
    Case("proportionnel", 200), Case("proportionnel", 2_000),
]  # fmt: skip


class Bench:
    """Where instances and results are put, and how to run what is compared."""

    def __init__(self, program: Path):
        self.program = program
        self.folder = Path(os.environ.get("BANC", ROOT / ".build/banc")) / "repartition"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.python = os.environ.get("PYTHON", str(ROOT / ".venv/bin/python"))
        self.limit = float(os.environ.get("LIMITE", "300"))

    def instance(self, case: Case) -> Path:
        file = self.folder / "instance.json"
        drawn = realistic(
            case.size, PURSES, int(os.environ.get("GRAINE", "1")), **dict.fromkeys(case.rules, True))
        file.write_text(json.dumps(drawn), encoding="utf-8")
        return file

    def ours(self, case: Case, instance: Path) -> tuple[Mesure, dict | None]:
        """The median of three runs when they are short."""
        output = self.folder / "resultat.json"
        command = [self.program, "simuler", instance, "--strategie", case.strategy, "--format", "json"]

        def run() -> Mesure:
            return mesurer(command, write=output, accepted=(0, 1, UNKNOWN_OPTION), limit=self.limit)

        runs = [run()]
        if runs[0].code in (UNKNOWN_OPTION, OUT_OF_TIME):
            return runs[0], None
        if runs[0].seconds < 2:
            runs += [run(), run()]
        return mediane(runs), json.loads(output.read_text(encoding="utf-8"))

    def plain(self, instance: Path) -> tuple[Mesure, list[int]]:
        """The plain rule: by score, the whole need or nothing."""
        told = self.folder / "glouton.txt"
        run = mesurer([sys.executable, ROOT / "bench/glouton.py", instance, "--entier"], write=told)
        return run, [int(word) for word in told.read_text().split()]

    def solver(self, instance: Path) -> dict | None:
        """What HiGHS says of the value; nothing when it has nothing to say, or is not installed."""
        if not Path(self.python).is_file():
            return None
        told = self.folder / "highs.json"
        run = mesurer(
            [self.python, SOLVER, instance, "--grand", "--limite", SOLVER_SECONDS, "--ecart", GAP],
            write=told, accepted=(0, 1), limit=4 * SOLVER_SECONDS,
        )  # fmt: skip
        if run.code:
            return None
        return json.loads(told.read_text(encoding="utf-8")) | {"memoire": run.peak}


def report(program: Path) -> str:
    """One table a strategy."""
    bench = Bench(program)
    sizes = os.environ.get("REPARTITION", "200 2000 20000 100000").replace(",", " ").split()
    tables = []
    for strategy in dict.fromkeys(case.strategy for case in CASES):
        rows = []
        for case in CASES:
            if case.strategy == strategy and str(case.size) in sizes:
                rows.append((by_value if strategy == "valeur" else by_list)(bench, case))
                print(f"{strategy}, {case.name} : mesuré.", file=sys.stderr, flush=True)
        heads = VALUE_HEADS if strategy == "valeur" else LIST_HEADS
        if rows:
            tables.append(tableau([f"simuler, {strategy}", *heads], rows))
    for file in bench.folder.iterdir():
        if "GARDER" not in os.environ:
            file.unlink()
    return "\n\n".join(tables)


LIST_HEADS = [
    "temps", "mémoire", "statut", "retenus", "non démontrés", "règle simple : retenus", "temps", "rapport",
]  # fmt: skip
VALUE_HEADS = [
    "temps", "mémoire", "statut", "écart", "HiGHS : temps", "mémoire", "écart", "rapport des temps",
    "valeur / HiGHS", "valeur / règle simple",
]  # fmt: skip


def by_list(bench: Bench, case: Case) -> list[str]:
    """`rang` and `proportionnel`: how many are retained, and how many refusals are not proven."""
    instance = bench.instance(case)
    run, result = bench.ours(case, instance)
    plain, (kept, _, _) = bench.plain(instance)
    cells = [case.name, *spent(run)]
    if result is None:
        return [*cells, *[NOTHING] * 3, nombre(kept), duree(plain.seconds), NOTHING]
    unproven = sum(
        not line["retenu"] and line["explication"]["motif"] == "non_demontre"
        for line in result["projets"]
    )
    return [
        *cells, result["statut"], nombre(result["retenus"]), nombre(unproven), nombre(kept),
        duree(plain.seconds), ratio(run.seconds, plain.seconds),
    ]  # fmt: skip


def by_value(bench: Bench, case: Case) -> list[str]:
    """`valeur`: the gap of each with its own bound, and how one value stands to the other."""
    instance = bench.instance(case)
    run, result = bench.ours(case, instance)
    _, (_, _, plain) = bench.plain(instance)
    solver = bench.solver(instance)
    cells = [case.name, *spent(run)]
    reached = result and result["objectif"]
    cells += [result["statut"], percent(reached, result["borne"])] if result else [NOTHING] * 2
    if solver is None or "valeur" not in solver:
        cells += ["rien", NOTHING, NOTHING, NOTHING, NOTHING]
    else:
        cells += [
            duree(solver["secondes"]), memoire(solver["memoire"]),
            percent(solver["valeur"], solver["borne"]),
            ratio(run.seconds, solver["secondes"]) if result else NOTHING,
            share(reached, solver["valeur"]),
        ]  # fmt: skip
    return [*cells, share(reached, plain)]


def spent(run: Mesure) -> list[str]:
    if run.code == UNKNOWN_OPTION:
        return ["stratégie absente", NOTHING]
    return [("> " if run.code == OUT_OF_TIME else "") + duree(run.seconds), memoire(run.peak)]


def percent(reached: float, bound: float) -> str:
    return f"{nombre(100 * (bound - reached) / bound, 4)} %" if bound else NOTHING


def ratio(ours: float, theirs: float) -> str:
    return f"{nombre(ours / theirs, 2)} ×"


def share(ours: float | None, theirs: float) -> str:
    return nombre(ours / theirs, 5) if ours and theirs else NOTHING


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("AAP", ROOT / ".build/release/aap")
    if not Path(chosen).is_file():
        sys.exit(f"« {chosen} » est absent : make build.")
    print(report(Path(chosen).resolve()))
