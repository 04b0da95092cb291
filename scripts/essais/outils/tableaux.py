"""Compares the tables of a page with what the program gives, or writes them.

Emploi : tableaux.py PROGRAMME PAGE.md [--ecrire]

A comment `<!-- GENRE : ARGUMENTS -->` stands before each table. `instance` takes a file; `parts`, `minima`,
`refus` and `hypothèses` take what follows `aap simuler`. A table that says anything else is a fault.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

_MARK = re.compile(r"^<!-- (instance|parts|minima|refus|hypothèses) : (.+) -->$")
Row = list[str]


def euros(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"{whole:,}".replace(",", "\u202f") + (f",{rest:02}" if rest else "") + "\u00a0€"


def share(part: int, whole: int) -> str:
    tenths, rest = divmod(part * 1000, whole)
    text = f"{tenths // 10}" + (f",{tenths % 10}" if tenths % 10 else "")
    return ("environ " if rest else "") + text + "\u00a0%"


def cost(cents: int) -> str:
    return f"coûte {euros(cents)} aux financeurs" if cents else "ne coûte rien aux financeurs"


class Program:
    """The program, and the instances that its arguments name."""

    def __init__(self, path: str):
        self.path = path

    def run(self, arguments: Row) -> dict:
        command = [self.path, "simuler", *arguments, "--format", "json"]
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    def table(self, kind: str, arguments: Row) -> list[Row]:
        instance = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        if kind == "instance":
            return of_instance(instance)
        result = self.run(arguments)
        tables = {"parts": of_parts, "minima": of_minima, "refus": of_refusals, "hypothèses": of_scenarios}
        return tables[kind](instance, result)


def of_instance(instance: dict) -> list[Row]:
    def payers(project: dict) -> str:
        cells = [cell for cell in instance["cellules"] if cell["projet"] == project["id"]]
        return ", ".join(
            cell["enveloppe"]
            + (f" ({euros(cell['max_centimes'])} au plus)" if cell["max_centimes"] < project["besoin_centimes"] else "")
            for cell in cells
        )

    rows = [["rang", "projet", "points", "besoin", "plancher", "peut être payé par"], ["---:", "---", *["---:"] * 3, "---"]]
    for project in instance["projets"]:
        points = str(project["score"] // 10) if "score" in project else "–"
        amounts = [euros(project["besoin_centimes"]), euros(project["plancher_centimes"])]
        rows.append([str(project["rang"]), project["id"], points, *amounts, payers(project)])
    return rows


def of_parts(instance: dict, result: dict) -> list[Row]:
    purses = [purse["id"] for purse in instance["enveloppes"]]
    needs = {project["id"]: project["besoin_centimes"] for project in instance["projets"]}
    rows = [["projet", *purses, "reçoit", "part du besoin"], ["---", *["---:"] * (len(purses) + 2)]]
    for project in result["projets"]:
        if not project["retenu"]:
            rows.append([project["id"], *[""] * len(purses), "non retenu", ""])
            continue
        given = {part["enveloppe"]: euros(part["montant_centimes"]) for part in project["parts"]}
        total = project["total_centimes"]
        cells = [given.get(purse, "") for purse in purses]
        rows.append([project["id"], *cells, euros(total), share(total, needs[project["id"]])])
    left = {purse["id"]: purse["reste_centimes"] for purse in result["enveloppes"]}
    if any(left.values()):
        rows.append(["*il reste*", *[euros(left[purse]) for purse in purses], euros(sum(left.values())), ""])
    return rows


def of_minima(_: dict, result: dict) -> list[Row]:
    rows = [["enveloppe", "pour", "à atteindre", "atteint", "manque"], ["---", "---", *["---:"] * 3]]
    for minimum in result["minima"]:
        amounts = [euros(minimum[f"{key}_centimes"]) for key in ("cible", "atteint", "manque")]
        rows.append([minimum["enveloppe"], f"{minimum['selon']} {minimum['valeur']}", *amounts])
    return rows


def of_refusals(_: dict, result: dict) -> list[Row]:
    rows = [["projet", "ce qui bloque", "il manque", "ce qui le ferait retenir"], ["---", "---", "---:", "---"]]
    for project in result["projets"]:
        if project["retenu"]:
            continue
        why = project["explication"]
        changes = "\u00a0; ".join(f"{change['message']} ({cost(change['cout_centimes'])})" for change in why["changements"])
        blocking = ", ".join(why["enveloppes_saturees"])
        rows.append([project["id"], blocking, euros(why["manque_centimes"]), changes.replace(",00", "")])
    return rows


def of_scenarios(_: dict, result: dict) -> list[Row]:
    runs = [result["base"], *result["scenarios"]]
    projects = [project["id"] for project in result["base"]["projets"]]
    rows = [["arrondi", *projects], ["---", *["---:"] * len(projects)]]
    for run in runs:
        totals = {project["id"]: euros(project["total_centimes"]) for project in run["projets"] if project["retenu"]}
        name = "au centime" if run is result["base"] else run["nom"]
        rows.append([name, *[totals.get(project, "non retenu") for project in projects]])
    return rows


def lines_of(rows: list[Row]) -> Row:
    head, rule, *body = rows
    shown = ["|" + "|".join(f" {cell} " if cell else " " for cell in row) + "|" for row in body]
    return ["| " + " | ".join(head) + " |", "|" + "|".join(rule) + "|", *shown]


def rewritten(page: str, program: Program) -> tuple[str, int]:
    """The page with the tables of the program, and how many there are."""
    lines, written, count = page.splitlines(), [], 0
    while lines:
        line = lines.pop(0)
        written.append(line)
        mark = _MARK.match(line)
        if not mark:
            continue
        count += 1
        while lines and (not lines[0] or lines[0].startswith("|")):
            lines.pop(0)
        written += ["", *lines_of(program.table(mark[1], shlex.split(mark[2]))), ""]
    return "\n".join(written) + "\n", count


def main(arguments: Row) -> int:
    program, file = Program(arguments[0]), Path(arguments[1])
    page = file.read_text(encoding="utf-8")
    true, count = rewritten(page, program)
    if arguments[2:] == ["--ecrire"]:
        file.write_text(true, encoding="utf-8")
    elif true != page:
        false = [line for line in page.splitlines() if line not in true.splitlines()]
        print(f"{file} : ce que donne le programme est autre :", *(false or ["des lignes manquent"])[:10], sep="\n  ")
        return 1
    print(f"{count} tableaux")
    return 0


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
