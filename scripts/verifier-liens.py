#!/usr/bin/env python3
"""Relative links of the Markdown files: the file exists, and so does the heading it points at."""

import re
from pathlib import Path
from urllib.parse import unquote

from controle import Planted, append, main

PAGES = ["*.md", "docs/**/*.md", "fixtures/**/*.md", "bench/**/*.md"]
_FENCE = re.compile(r"^ *(```|~~~)")
_CODE = re.compile(r"`+[^`]*`+")
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6} +(.*?) *#*$")
_ANCHOR = re.compile(r'<a +(?:id|name)="([^"]+)"')


def check(root: Path) -> list[str]:
    pages = sorted({page for pattern in PAGES for page in root.glob(pattern)})
    if not pages:
        raise SystemExit("verifier-liens.py : aucune page trouvée")
    faults = []
    for page in pages:
        name = page.relative_to(root).as_posix()
        for number, line in _prose(page):
            for link in _LINK.findall(_CODE.sub(_blank, line)):
                fault = _fault(root, page, link)
                faults += [f"{name}:{number} : {fault}"] if fault else []
    return faults


def _prose(page: Path):
    """The numbered lines of a page that are not in a code block."""
    inside = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if _FENCE.match(line):
            inside = not inside
        elif not inside:
            yield number, line


def _blank(code: re.Match) -> str:
    return "x" * len(code[0])


def _fault(root: Path, page: Path, link: str) -> str | None:
    if _ELSEWHERE.match(link):
        return None
    path, _, anchor = unquote(link).partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.is_relative_to(root.resolve()):
        return f"« {link} » sort du dépôt"
    if not target.exists():
        return f"« {link} » ne mène à rien"
    if anchor and target.suffix == ".md" and anchor not in _anchors(target):
        return f"« {link} » : pas de titre « {anchor} »"
    return None


def _anchors(page: Path) -> set[str]:
    """The names of a page's headings, as forges write them, a number added to repeated ones."""
    anchors: set[str] = set()
    for _, line in _prose(page):
        anchors.update(_ANCHOR.findall(line))
        if heading := _HEADING.match(line):
            slug = re.sub(r"[^\w\- ]", "", heading[1].lower()).replace(" ", "-")
            repeats = sum(1 for known in anchors if re.fullmatch(rf"{re.escape(slug)}(-\d+)?", known))
            anchors.add(f"{slug}-{repeats}" if repeats else slug)
    return anchors


def _planted(what: str, text: str, expected: str) -> Planted:
    return Planted(what, append("docs/plante.md", text), expected)


if __name__ == "__main__":
    main(
        "liens", check,
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs", "fixtures", "schemas"],
        [
            _planted("un fichier absent", "[ici](absent.md)\n", "docs/plante.md:1 : « absent.md » ne mène"),
            _planted("une image absente", "\n![vue](vues/a.png \"titre\")\n", "plante.md:2 : « vues/a.png »"),
            _planted("un titre absent", "# Là\n[ici](#la-bas)\n", "pas de titre « la-bas »"),
            _planted("un titre absent d’une autre page", "[x](../README.md#rien)\n", "pas de titre « rien »"),
            _planted("un lien hors du dépôt", "[x](../../ailleurs.md)\n", "sort du dépôt"),
            _planted(
                "un lien après un bloc de code", "```\n[x](faux.md)\n```\n`[y](faux.md)` [z](vrai.md)\n",
                "plante.md:4 : « vrai.md »"),
        ],
    )  # fmt: skip
