#!/usr/bin/env python3
"""Compares the `import` lines of every target with what Package.swift declares, both ways.

A module reached only through another one must be declared too; a declared dependency that no file
of the target imports must go, unless UNUSED says why it stays.
"""

import json
import re
import subprocess
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from controle import Planted, append, main, replace
from swift_source import code_of, swift_files

TOOLCHAIN = {
    "Dispatch", "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "RegexBuilder",
    "Swift", "Synchronization", "Testing",
}  # fmt: skip
"""Modules that come with the compiler and are never declared."""

UNUSED = {
    ("*Tests", "TestKit"): "donné à toutes les cibles d’essais par tests(of:)",
    ("CommandTests", "aap"): "le programme doit être construit avant d’être lancé par ces essais",
}
"""Declared dependencies that a target may leave unused, and why."""

_IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Target:
    name: str
    folder: Path
    declared: frozenset[str]


def targets(root: Path) -> list[Target]:
    """The Swift targets of the package, as SwiftPM itself understands the manifest."""
    dump = subprocess.run(
        ["swift", "package", "dump-package", "--package-path", str(root)],
        check=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    return [
        Target(target["name"], root / _folder(target), frozenset(_declared(target)))
        for target in json.loads(dump.stdout)["targets"]
        if target["type"] != "system"
    ]


def _folder(target: dict) -> str:
    parent = "Tests" if target["type"] == "test" else "Sources"
    return target.get("path") or f"{parent}/{target['name']}"


def _declared(target: dict) -> list[str]:
    return [
        dependency[kind][0]
        for dependency in target["dependencies"]
        for kind in ("byName", "target", "product")
        if kind in dependency
    ]


def imports(file: Path) -> dict[str, int]:
    """The modules a file imports, with the line of the first import of each."""
    code = code_of(file.read_text(encoding="utf-8"))
    found: dict[str, int] = {}
    for match in _IMPORT.finditer(code):
        found.setdefault(match[1], code.count("\n", 0, match.start(1)) + 1)
    return found


def check(root: Path) -> list[str]:
    known = targets(root)
    return (
        [fault for target in known for fault in _faults(target, root)]
        + _orphans(known, root)
        + _stale_exceptions(known)
    )


def _faults(target: Target, root: Path) -> list[str]:
    files = swift_files(root, str(target.folder.relative_to(root)))
    if not files:
        return [f"{target.name} : cible sans fichier Swift"]
    faults, used = [], set()
    for file in files:
        for module, line in imports(file).items():
            used.add(module)
            if module not in target.declared | TOOLCHAIN | {target.name}:
                place = f"{file.relative_to(root)}:{line}"
                faults.append(
                    f"{place} : import {module}, que Package.swift ne déclare pas pour {target.name}"
                )
    for module in sorted(target.declared - used):
        if not any(_allows(rule, target, module) for rule in UNUSED):
            faults.append(
                f"Package.swift : {target.name} déclare {module}, qu’aucun de ses fichiers n’importe"
            )
    return faults


def _allows(rule: tuple[str, str], target: Target, module: str) -> bool:
    return fnmatchcase(target.name, rule[0]) and module == rule[1]


def _orphans(known: list[Target], root: Path) -> list[str]:
    folders = [target.folder for target in known]
    return [
        f"{file.relative_to(root)} : ce fichier n’appartient à aucune cible"
        for file in swift_files(root, "Sources", "Tests")
        if not any(file.is_relative_to(folder) for folder in folders)
    ]


def _stale_exceptions(known: list[Target]) -> list[str]:
    return [
        f"verifier-imports.py : l’exception {rule} ne sert plus"
        for rule in UNUSED
        if not any(_allows(rule, target, module) for target in known for module in target.declared)
    ]


if __name__ == "__main__":
    main(
        "imports", check, ["Package.swift", "Sources", "Tests"],
        [
            Planted(
                "un import non déclaré",
                append("Sources/Vocabulary/Planted.swift", "@preconcurrency public import GRDB\n"),
                "Sources/Vocabulary/Planted.swift:1 : import GRDB"),
            Planted(
                "un import d’un seul type",
                append("Sources/Vocabulary/Planted.swift", "import struct Contract.Call\n"),
                "import Contract, que Package.swift ne déclare pas pour Vocabulary"),
            Planted(
                "un module atteint seulement par un autre",
                append("Sources/Allocation/Planted.swift", "// rien\nimport Yams\n"),
                "Sources/Allocation/Planted.swift:2 : import Yams"),
            Planted(
                "une dépendance que rien n’importe",
                replace(
                    "Package.swift", 'module("Vocabulary")',
                    'module("Vocabulary", external: [.mustache])'),
                "Vocabulary déclare Mustache"),
            Planted(
                "un import en commentaire ne compte pas comme emploi",
                lambda root: (
                    append("Sources/Vocabulary/Planted.swift", "// import Yams\n")(root),
                    replace(
                        "Package.swift", 'module("Vocabulary")',
                        'module("Vocabulary", external: [.yams])')(root),
                ),
                "Vocabulary déclare Yams"),
        ],
    )  # fmt: skip
