#!/usr/bin/env python3
"""No floating point where money is: amounts are whole cents everywhere.

Names of floating types are refused, and so are literals with a decimal point, which would make a
`Double` without naming it. Comments and text are not read; what a string interpolates is.
"""

import re
from pathlib import Path

from controle import Planted, append, main
from swift_source import code_of, swift_files

FREE = {
    "Sources/Matching": "les scores de rapprochement ne sont pas de l’argent",
    "Sources/Solver": "les prix d’un programme guident la recherche ; les montants y restent entiers",
}
"""Folders and files where floating point may live, and why."""

_TYPE = re.compile(
    r"\b(Double|Float(?:16|32|64|80)?|CGFloat|Decimal|NSDecimalNumber|NSNumber|TimeInterval)\b"
)
_LITERAL = re.compile(r"(?<![\w.$])\d[\d_]*(?:\.\d[\d_]*(?:[eE][-+]?\d+)?|[eE][-+]?\d+)\b(?!\.)")


def check(root: Path) -> list[str]:
    faults = []
    for file in swift_files(root, "Sources"):
        name = file.relative_to(root).as_posix()
        if any(name == free or name.startswith(f"{free}/") for free in FREE):
            continue
        code = code_of(file.read_text(encoding="utf-8"))
        for number, line in enumerate(code.splitlines(), start=1):
            found = [match[0] for match in (*_TYPE.finditer(line), *_LITERAL.finditer(line))]
            faults += [f"{name}:{number} : « {word} » : un montant est en centimes" for word in found]
    faults += [
        f"verifier-argent.py : l’exception {free} ne désigne plus rien"
        for free in FREE
        if not (root / free).exists()
    ]
    return faults


def _planted(what: str, code: str, expected: str) -> Planted:
    return Planted(what, append("Sources/Vocabulary/Planted.swift", code), expected)


if __name__ == "__main__":
    main(
        "argent", check, ["Sources"],
        [
            _planted("Double", "let share: Double = 1\n", "Planted.swift:1 : « Double »"),
            _planted("Decimal", "\nlet amount = Decimal(12)\n", "Planted.swift:2 : « Decimal »"),
            _planted("un littéral à virgule", "let rate = 0.055\n", "« 0.055 »"),
            _planted(
                "un Double dans un texte interpolé",
                'let text = """\n  \\(Double(cents) / 100) € // "Float"\n  """\n',
                "Planted.swift:2 : « Double »"),
            _planted(
                "un Float après un commentaire et une expression régulière",
                'let quote = /["\']/ /* Double */\nlet x: Float = 1\n',
                "Planted.swift:2 : « Float »"),
        ],
    )  # fmt: skip
