#!/usr/bin/env python3
"""Writes, from a sound dossier in every format, the files that a form must survive.

Emploi : hostiles.py DOSSIER.yaml DOSSIER.json DOSSIER.xml DOSSIER.ods SORTIE
Prints a line a file: its name, the exit code expected, words that the message must hold.
"""

import re
import sys
import zipfile
from pathlib import Path

YAML, JSON, XML, ODS, FOLDER = map(Path, sys.argv[1:])
text, json, xml = (path.read_text(encoding="utf-8") for path in (YAML, JSON, XML))
written = []


def keep(name: str, content: bytes | str, code: int, *words: str):
    data = content.encode() if isinstance(content, str) else content
    (FOLDER / name).write_bytes(data)
    written.append((name, code, words))


def sparse(name: str, head: bytes, code: int, *words: str):
    """A file of 200 MB that takes no room on the disk."""
    with (FOLDER / name).open("wb") as file:
        file.write(head)
        file.truncate(200 << 20)
    written.append((name, code, words))


def replaced(old: str, new: str, within: str = text) -> str:
    changed = re.sub(old, lambda _: new, within, count=1, flags=re.MULTILINE)
    if changed == within:
        sys.exit(f"hostiles.py : « {old} » est absent du dossier sain")
    return changed


def workbook(name: str, change, code: int, *words: str):
    """The sound workbook with another content.xml."""
    with zipfile.ZipFile(ODS) as source, zipfile.ZipFile(FOLDER / name, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "content.xml":
                data = change(data.decode()).encode()
            target.writestr(entry, data)
    written.append((name, code, words))


keep("sain.yaml", text, 0)
keep("bom.yaml", b"\xef\xbb\xbf" + text.encode(), 0)
keep("windows.yaml", text.replace("\n", "\r\n"), 0)
keep("latin1.yaml", text.encode("latin-1", errors="replace"), 65, "UTF-8")
keep("utf16.yaml", text.encode("utf-16"), 65, "UTF-16")
keep("utf16.json", json.encode("utf-16"), 65, "UTF-16")
keep("latin1.xml", xml.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').encode("latin-1", "replace"), 65)
keep("nul.yaml", text.encode().replace(b"nom:", b"nom\0:", 1), 65, "caractère de contrôle")
keep("nul.json", json.encode().replace(b"porteur", b"por\0teur", 1), 65, "caractère de contrôle")
keep("nul.xml", xml.encode().replace(b"porteur", b"por\0teur", 1), 65)
bomb = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
keep("bombe.yaml", bomb, 65, "ancres")
keep("ancre.yaml", replaced(r"^  nom: .*$", "  nom: &n Élan\n  sigle: *n"), 65, "ancres")
entity = '<?xml version="1.0"?>\n<!DOCTYPE depot [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<depot>&b;</depot>'
keep("entites.xml", entity, 65, "DOCTYPE")
keep("dtd-externe.xml", '<?xml version="1.0"?>\n<!DOCTYPE depot SYSTEM "file:///etc/passwd">\n<depot/>', 65, "DOCTYPE")
keep("profond.yaml", "a: " + "[" * 3000 + "]" * 3000, 65, "niveaux")
keep("profond.json", '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", 65, "niveaux")
keep("profond.xml", "<depot>" * 100_000, 65)
sparse("geant.yaml", b"formulaire: x\n", 65, "dépasse")
sparse("geant.xml", b"<depot>", 65, "dépasse")
sparse("geant.ods", b"PK\x03\x04", 65, "dépasse")
keep("envers.yaml", replaced(r"^  nom: .*$", '  nom: "\u202eSemaL"'), 65, "invisible", "porteur.nom")
keep("largeur-nulle.yaml", replaced(r"^  nom: .*$", '  nom: "Él\u200ban"'), 65, "invisible")
keep("double.yaml", replaced(r"^  nom: (.*)$", "  nom: a\n  nom: b"), 65, "plusieurs fois")
keep("double.json", replaced(r'"nom": ', '"nom": "a", "nom": ', json), 65, "plusieurs fois")
keep("inconnu.yaml", replaced(r"^  siret:", "  sirette:"), 65, "vouliez-vous dire « siret »")
keep("date.yaml", replaced(r"^  debut: .*$", "  debut: 31/02/2026"), 65, "jour du calendrier", "projet.debut")
keep("negatif.yaml", replaced(r"^  plancher: .*$", "  plancher: -5"), 65, "négatif")
keep("seize.yaml", replaced(r"^  plancher: .*$", "  plancher: 1234567890123456"), 65, "limite")
keep("ambigu.yaml", replaced(r"^  plancher: .*$", "  plancher: 12,345"), 65, "milliers ou les centimes")
keep("vide.yaml", "", 65, "formulaire")
keep("texte.ods", "ceci n’est pas un classeur", 65)
keep("tronque.ods", ODS.read_bytes()[:2000], 65)
workbook("formule.ods", lambda content: re.sub(
    r'<table:table-cell([^>]*)office:value-type="float"([^>]*)office:value="(\d+)"',
    r'<table:table-cell\1table:formula="of:=1+\3" office:value-type="float"\2office:value="\3"',
    content, count=1), 65, "formule", "Collage spécial")
workbook("bombe.ods", lambda content: content.replace(
    "</office:spreadsheet>", " " * (64 << 20) + "</office:spreadsheet>"), 65)
workbook("entites.ods", lambda content: re.sub(
    r"(<\?xml[^>]*\?>)", r'\1<!DOCTYPE x [<!ENTITY a "b">]>', content, count=1), 65)

for name, code, words in written:
    print(name, code, "|".join(words), sep="\t")
