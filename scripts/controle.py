"""What every check shares: its report, and the proof that it sees a planted fault."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

Check = Callable[[Path], list[str]]
"""Takes the root of a repository, gives one French sentence a fault."""


@dataclass(frozen=True)
class Planted:
    """A fault to put in a copy of the repository, and the words its report must hold."""

    what: str
    plant: Callable[[Path], None]
    expected: str


def append(path: str, text: str) -> Callable[[Path], None]:
    """Adds text at the end of a file of the copy, which is made when it does not exist."""

    def plant(root: Path):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)

    return plant


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Replaces the first occurrence of a text in a file of the copy."""

    def plant(root: Path):
        file = root / path
        text = file.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"essai impossible : « {old} » est absent de {path}")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return plant


def main(title: str, check: Check, folders: list[str], planted: list[Planted]):
    """Runs the check, or with `--essai` proves that it sees every planted fault."""
    arguments = sys.argv[1:]
    if arguments not in ([], ["--essai"]):
        sys.exit(f"emploi : {Path(sys.argv[0]).name} [--essai]")
    if arguments:
        _prove(title, check, folders, planted)
        return
    faults = check(ROOT)
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(f"{title} : {len(faults)} faute(s).")
    print(f"{title} : rien à redire.")


def _prove(title: str, check: Check, folders: list[str], planted: list[Planted]):
    for fault in planted:
        with tempfile.TemporaryDirectory(prefix="aap-essai-") as scratch:
            copy = Path(scratch)
            _copy(folders, copy)
            before = set(check(copy))
            fault.plant(copy)
            seen = [line for line in check(copy) if line not in before]
        if not any(fault.expected in line for line in seen):
            sys.exit(f"{title} : l’essai a échoué, {fault.what} n’est pas vu ({seen}).")
    print(f"{title} : {len(planted)} fautes plantées, toutes vues.")


def _copy(folders: list[str], to: Path):
    for name in folders:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name)
        else:
            shutil.copy2(source, to / name)
