#!/usr/bin/env python3
"""Measures the program on generated seasons, each stage beside a baseline taken in the same run.

Emploi : mesurer.py     (réglages : TAILLES, DEPOTS, REPARTITION, LIMITE, REPETITIONS, GRAINE, LOT,
                         DEPARTS, BANC, PYTHON, GARDER)

No time ever fails; a command that fails, or a file that the schema refuses, does.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import depart
import repartition
from commande import mediane
from saison import ALONE, ROOT, Season
from texte import duree, memoire, nombre, tableau

BASELINES = {
    "dépôt": "sqlite3, mêmes lignes",
    ALONE: "sqlite3, mêmes lignes",
    "recevabilité": "—",
    "correspondance (textes seuls)": "sqlite3, FTS5 bm25",
    "classement": "sqlite3, row_number()",
    "reclassement, un poids changé": "sqlite3, row_number()",
    "un dossier expliqué": "—",
    "un dossier rapproché": "—",
    "répartition (proposition)": "glouton en Python",
    "répartition (calcul seul)": "glouton en Python",
    "export XML": "xmllint --stream --schema",
}


def main():
    program = Path(os.environ.get("AAP", ROOT / ".build/release/aap")).resolve()
    if not program.is_file():
        sys.exit(f"« {program} » est absent : make build.")
    print(machine(), "\n")
    print(depart.report(program, setting("DEPARTS", 200)), flush=True)
    for size in sizes("TAILLES", "1000 10000 100000"):
        print(f"\n{measured(program, size)}", flush=True)
    rows = [deposit_row(program, size) for size in sizes("DEPOTS", "10000 1000000")]
    if rows:
        print(f"\n{tableau(['dépôt en masse, seul', 'temps', 'mémoire', 'par seconde'], rows)}", flush=True)
    print(f"\n{repartition.report(program)}", flush=True)


def sizes(name: str, default: str) -> list[int]:
    return [int(size) for size in os.environ.get(name, default).replace(",", " ").split()]


def deposit_row(program: Path, size: int) -> list[str]:
    """The bulk deposit alone: its memory must not grow with the number of dossiers."""
    scratch = Path(os.environ.get("BANC", ROOT / ".build/banc")) / f"depot-{size}"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    run = Season(program, scratch, size, setting("GRAINE", 1), setting("LOT", 500)).deposit_alone()
    if "GARDER" not in os.environ:
        shutil.rmtree(scratch)
    return [f"{nombre(size)} dossiers", duree(run.seconds), memoire(run.peak), nombre(size / run.seconds)]


def measured(program: Path, size: int) -> str:
    """The table of one size: the median of several seasons, each from an empty base."""
    repetitions = setting("REPETITIONS", 3 if size < 100_000 else 1)
    scratch = Path(os.environ.get("BANC", ROOT / ".build/banc")) / str(size)
    seasons = []
    for _ in range(repetitions):
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        season = Season(program, scratch, size, setting("GRAINE", 1), setting("LOT", 500))
        season.play()
        seasons.append(season)
        print(f"{size} dossiers : saison mesurée.", file=sys.stderr, flush=True)
    if "GARDER" not in os.environ:
        shutil.rmtree(scratch)
    heads = [
        f"{nombre(size)} dossiers", "temps", "mémoire", "repère", "temps du repère",
        "sa mémoire", "rapport des temps",
    ]  # fmt: skip
    notes = "\n".join(f"- {note}" for note in seasons[-1].notes)
    told = "une saison" if repetitions == 1 else f"médiane de {repetitions} saisons"
    return f"{tableau(heads, [row(stage, seasons) for stage in BASELINES])}\n\n- {told}\n{notes}"


def row(stage: str, seasons: list[Season]) -> list[str]:
    ours = mediane([season.runs[stage][0] for season in seasons])
    cells = [stage, duree(ours.seconds), memoire(ours.peak), BASELINES[stage]]
    baselines = [baseline for season in seasons if (baseline := season.runs[stage][1])]
    if not baselines:
        return [*cells, "—", "—", "—"]
    theirs = mediane(baselines)
    return [
        *cells, duree(theirs.seconds), memoire(theirs.peak),
        f"{nombre(ours.seconds / theirs.seconds, 2)} ×",
    ]  # fmt: skip


def machine() -> str:
    """What the figures depend on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), "?")
    versions = [
        first_line("swift", "--version"), "SQLite " + first_line("sqlite3", "--version").split()[0],
        first_line("xmllint", "--version"), "Python " + platform.python_version(),
    ]  # fmt: skip
    return f"{os.cpu_count()} × {processor}, Linux {platform.release()} ; " + " ; ".join(versions)


def first_line(*command: str) -> str:
    """The first line a program says of itself, wherever it says it."""
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = done.stdout or done.stderr
    return said.splitlines()[0].removeprefix("xmllint: using ").strip()


def setting(name: str, default: int) -> int:
    return int(os.environ.get(name, default))


if __name__ == "__main__":
    main()
