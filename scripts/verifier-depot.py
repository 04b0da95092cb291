#!/usr/bin/env python3
"""What no source file may hold: excess length, unfinished work, crashes, machine paths, a territory.

The names of the territories are read from `fixtures/`: a contract is data, and no code knows one.
"""

import re
import unicodedata
from pathlib import Path

import yaml
from controle import Planted, append, main
from swift_source import code_of, swift_files

LINES = 350
_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
_CRASH = re.compile(r"\bfatalError\b|\btry!|\bas!")
_MACHINE_PATH = re.compile(r"(?<![\w.~/)}])/(?:home|root|work|Users|opt|tmp|mnt|srv)/\w[\w./-]*")
_SHORTEST_NAME = 5
_SHORTEST_CODE = 4

COMMON_WORDS = {"avion"}
"""Names of places that are also ordinary words, folded: alone, they prove nothing."""


def check(root: Path) -> list[str]:
    territories = Territories(root)
    faults = []
    for file in swift_files(root, "Sources"):
        name = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        lines, code = text.splitlines(), code_of(text).splitlines()
        if len(lines) > LINES:
            faults.append(f"{name} : {len(lines)} lignes, {LINES} au plus")
        for number, line in enumerate(lines, start=1):
            bare = code[number - 1] if number <= len(code) else ""
            found = _found(line, bare) + [
                f"« {word} » : le code ne connaît aucun territoire" for word in territories.named(line)
            ]
            faults += [f"{name}:{number} : {fault}" for fault in found]
    return faults


def _found(line: str, bare: str) -> list[str]:
    return (
        [f"« {match[0]} » : travail inachevé" for match in _UNFINISHED.finditer(line)]
        + [f"« {match[0]} » : arrêt brutal interdit" for match in _CRASH.finditer(bare)]
        + [f"« {match[0]} » : chemin d’une machine" for match in _MACHINE_PATH.finditer(line)]
    )


class Territories:
    """The names and codes that belong to the territories of `fixtures/`."""

    def __init__(self, root: Path):
        self.names: set[str] = set()
        self.codes: set[str] = set()
        plans = sorted(root.glob("fixtures/*/plan-actions.yaml"))
        for plan in plans:
            self._add_contract(plan)
            self._add_places(plan.parent)
        if not self.names:
            raise SystemExit("verifier-depot.py : aucun territoire trouvé dans fixtures/")
        self._name_pattern = self._alternatives(self.names)
        self._code_pattern = self._alternatives(self.codes)

    def named(self, line: str) -> list[str]:
        """The territory names a line holds: case and accents do not matter, except in codes."""
        return self._name_pattern.findall(folded(line)) + self._code_pattern.findall(line)

    def _add_contract(self, plan: Path):
        contract = self._read(plan)["contract"]
        epci = contract["epci"]
        self._add(name=plan.parent.name, code=contract["id"])
        self._add(name=contract["name"], code=epci["id"])
        self._add(name=epci["name"])

    def _add_places(self, folder: Path):
        for commune in self._read(folder / "communes.yaml")["communes"]:
            self._add(name=commune["name"])
        for district in self._read(folder / "quartiers.yaml")["quartiers"]:
            self._add(name=district["name"])

    def _add(self, name: str | None = None, code: str | None = None):
        if name and len(name) >= _SHORTEST_NAME and folded(name) not in COMMON_WORDS:
            self.names.add(folded(name))
        if code and len(code) >= _SHORTEST_CODE:
            self.codes.add(code)

    @staticmethod
    def _read(file: Path) -> dict:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    @staticmethod
    def _alternatives(words: set[str]) -> re.Pattern:
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


def folded(text: str) -> str:
    """Lower case, no accents, one kind of separator: « Lès-Lens » and « les lens » are the same."""
    bare = "".join(
        mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark)
    )
    return re.sub(r"[-_’'\s]+", " ", bare.lower()).strip()


def _planted(what: str, code: str, expected: str) -> Planted:
    return Planted(what, append("Sources/Vocabulary/Planted.swift", code), expected)


def _first_commune(root: Path):
    """Names in the code a commune read from the data, so that the proof knows none either."""
    communes = yaml.safe_load(next(root.glob("fixtures/*/communes.yaml")).read_text("utf-8"))
    long_names = [one["name"] for one in communes["communes"] if len(one["name"]) > 9]
    append("Sources/Vocabulary/Planted.swift", f"// {long_names[0].upper()}\n")(root)


def _first_epci(root: Path):
    plan = yaml.safe_load(next(root.glob("fixtures/*/plan-actions.yaml")).read_text("utf-8"))
    code = plan["contract"]["epci"]["id"]
    append("Sources/Vocabulary/Planted.swift", f'let funder = "{code}"\n')(root)


if __name__ == "__main__":
    main(
        "dépôt", check, ["Sources", "fixtures"],
        [
            _planted("un fichier trop long", "\n" * (LINES + 1), f"{LINES + 1} lignes"),
            _planted("un travail inachevé", "// TO" + "DO plus tard\n", "travail inachevé"),
            _planted("fatalError", 'func stop() -> Never { fatalError("x") }\n', "« fatalError »"),
            _planted("try!", "let x = try! f()\n", "« try! »"),
            _planted("as!", "let x = y as! Int\n", "« as! »"),
            _planted("un chemin de machine", 'let x = "/ho' + 'me/moi/aap"\n', "chemin d’une machine"),
            Planted("le nom d’une commune", _first_commune, "aucun territoire"),
            Planted("le sigle d’une agglomération", _first_epci, "aucun territoire"),
        ],
    )  # fmt: skip
