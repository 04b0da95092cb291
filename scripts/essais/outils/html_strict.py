"""Refuses a page that HTML5 does not accept as it stands, or that reaches outside itself.

Emploi : html_strict.py PAGE.html…
"""

import sys
from pathlib import Path

import html5lib

REACHING = {"src", "srcset", "action", "formaction", "data", "poster"}


def faults(page: Path) -> list[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page.read_bytes(), transport_encoding="utf-8")
    found = [
        f"{page.name}:{place[0]} : {code} {values or ''}".rstrip()
        for place, code, values in parser.errors
    ]
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        outside = [
            value
            for name, value in element.attrib.items()
            if (name in REACHING or (element.tag == "link" and name == "href"))
            and not value.startswith(("data:", "#"))
        ]
        found += [f"{page.name} : <{element.tag}> va chercher « {value} »" for value in outside]
    if tree.get("lang") != "fr":
        found.append(f"{page.name} : <html lang=\"fr\"> est attendu")
    if not (tree.findtext("head/title") or "").strip():
        found.append(f"{page.name} : la page n’a pas de titre")
    return found


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    seen = [fault for name in sys.argv[1:] for fault in faults(Path(name))]
    print(*seen, sep="\n", end="\n" if seen else "")
    sys.exit(1 if seen else 0)
