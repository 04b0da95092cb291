"""Plays the acts of a session one command at a time, killing many of them, and compares with a quiet run.

Emploi : seance_coupures.py AAP BASE DOSSIER COUPURES

An act is acknowledged when its command ends with 0. A killed act is asked for again: a file already
applied has no effect, so that nothing is written twice whether or not it had been.
"""
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path


def copy(source, target):
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def ledger(base):
    with closing(sqlite3.connect(base)) as db:
        return db.execute("SELECT sequence, at, event FROM sessionEvent ORDER BY sequence").fetchall()


def play(program, base, files, chance, cuts):
    """Each file until it is acknowledged; the number of kills."""
    killed = 0
    for file in files:
        while True:
            process = subprocess.Popen(
                [program, "comite", "jouer", file, "--appliquer", "--base", base],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if killed < cuts:
                time.sleep(chance.uniform(0, 0.25))
                if process.poll() is None:
                    process.send_signal(signal.SIGKILL)
            code = process.wait()
            if code == 0:
                break
            if code != -signal.SIGKILL:
                sys.exit(f"{file} : code {code}")
            killed += 1
    return killed


def main(program, base, folder, cuts):
    folder = Path(folder)
    lines = (folder / "actes.jsonl").read_text(encoding="utf-8").splitlines()
    files = []
    for number, line in enumerate(lines):
        file = folder / f"acte-{number:03}.jsonl"
        file.write_text(f"{line}\n", encoding="utf-8")
        files.append(file)
    quiet, cut = folder / "calme.sqlite", folder / "coupee.sqlite"
    copy(base, quiet)
    copy(base, cut)
    play(program, quiet, files, random.Random(1), 0)
    killed = play(program, cut, files, random.Random(1), int(cuts))
    if ledger(quiet) != ledger(cut):
        sys.exit("les deux registres diffèrent")
    print(f"  {len(files)} actes, {killed} processus tués : le registre est celui d’une séance sans coupure")
    if killed == 0:
        sys.exit("aucun processus n’a été tué à temps")


if __name__ == "__main__":
    main(*sys.argv[1:])
