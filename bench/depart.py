#!/usr/bin/env python3
"""Start-up: `aap --help` beside `sqlite3 --version`, spawned in turn so that both share the noise.

Emploi : depart.py [PROGRAMME]     (DEPARTS=200)
"""

import os
import shutil
import statistics
import sys
import time
from pathlib import Path

from texte import duree, nombre, tableau

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 3
"""How many times `sqlite3 --version` the start may last."""


def seconds_to_run(path: str, *arguments: str) -> float:
    """One start, with its output thrown away, waited for to its end."""
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    begin = time.perf_counter()
    child = os.posix_spawn(path, [path, *arguments], os.environ, file_actions=silent)
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - begin
    if code := os.waitstatus_to_exitcode(status):
        raise SystemExit(f"« {path} {' '.join(arguments)} » a rendu {code}.")
    return seconds


def found(name: str) -> str:
    """The program itself: a wrapper found first in the PATH would be measured in its place."""
    path = shutil.which(name, path="/usr/bin:/bin") or shutil.which(name)
    return path or sys.exit(f"{name} est introuvable : make setup-verif.")


def report(program: Path, starts: int) -> str:
    commands = [
        (str(program), "--help"), (found("sqlite3"), "--version"), (found("true"),),
    ]  # fmt: skip
    for command in commands:
        seconds_to_run(*command)
    times = [[] for _ in commands]
    for _ in range(starts):
        for taken, command in zip(times, commands, strict=True):
            taken.append(seconds_to_run(*command))
    medians = [statistics.median(taken) for taken in times]
    rows = [
        [
            " ".join([Path(command[0]).name, *command[1:]]), duree(median),
            duree(min(taken)), duree(max(taken)), f"{nombre(median / medians[1], 2)} ×",
        ]
        for command, median, taken in zip(commands, medians, times, strict=True)
    ]  # fmt: skip
    verdict = "tenu" if medians[0] <= LIMIT * medians[1] else "dépassé"
    heads = ["démarrage", "médiane", "minimum", "maximum", "rapport à sqlite3"]
    return f"{tableau(heads, rows)}\n\nBut : {LIMIT} × sqlite3 au plus, {verdict} ({starts} départs)."


if __name__ == "__main__":
    program = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".build/release/aap"
    if not program.is_file():
        sys.exit(f"« {program} » est absent : make build.")
    print(report(program.resolve(), int(os.environ.get("DEPARTS", "200"))))
