"""The baselines made from what the program itself wrote: the same rows, the same scores."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path


def count_rows(base: Path) -> dict[str, int]:
    """How many rows each table of a base holds."""
    with closing(_open(base)) as db:
        return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in _tables(db)}


def write_insertions(base: Path, before: dict[str, int], script: Path, batch: int) -> dict[str, int]:
    """Writes the SQL that inserts again the rows of every table that grew since `before`.

    Same columns, constraints and indexes, no trigger; the journal modes of the program; one
    transaction for `batch` rows of the first table. Gives how many rows each table receives.
    """
    with closing(_open(base)) as db, script.open("w", encoding="utf-8") as out:
        grown = {
            name: rows for name, rows in count_rows(base).items() if rows > before.get(name, 0)
        }
        out.write("PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\nPRAGMA foreign_keys=OFF;\n")
        for name in grown:
            out.writelines(f"{sql};\n" for sql in _definitions(db, name))
        sources = [(_insertions(db, name), grown[name]) for name in grown]
        most = max(grown.values(), default=0)
        for start in range(0, most, batch):
            out.write("BEGIN IMMEDIATE;\n")
            for rows, _ in sources:
                out.writelines(line for _, line in zip(range(batch), rows, strict=False))
            out.write("COMMIT;\n")
        return grown


def write_last_rows(base: Path, script: Path):
    """Writes the SQL that inserts the dossier deposited last and its line of the journal, in one commit."""
    with closing(_open(base)) as db, script.open("w", encoding="utf-8") as out:
        out.write("PRAGMA synchronous=FULL;\nBEGIN IMMEDIATE;\n")
        for table in ("dossier", "journal"):
            row = db.execute(f'SELECT * FROM "{table}" ORDER BY 1 DESC LIMIT 1').fetchone()
            out.write(f'INSERT INTO "{table}" VALUES({",".join(map(_literal, row))});\n')
        out.write("COMMIT;\n")


def write_scores(ranking: Path, base: Path) -> int:
    """Puts the scores of `aap classer --format json` into a fresh base; gives how many."""
    with ranking.open(encoding="utf-8") as file:
        rows = [(one["numero"], one["score"]) for one in json.load(file)["classement"]]
    with closing(sqlite3.connect(base)) as db:
        db.execute("CREATE TABLE score (numero TEXT PRIMARY KEY, score REAL NOT NULL) STRICT")
        # Shuffled by a hash of nothing but the number's own digits: the order must be worked out.
        rows.sort(key=lambda row: row[0][::-1])
        db.executemany("INSERT INTO score VALUES (?, ?)", rows)
        db.commit()
    return len(rows)


def write_texts(dossiers: Path, lot: Path):
    """Writes the titles and contents of generated dossiers as a batch to match."""
    with dossiers.open(encoding="utf-8") as source, lot.open("w", encoding="utf-8") as out:
        for index, line in enumerate(source):
            project = json.loads(line).get("projet") or {}
            text = {"id": str(index), "titre": str(project.get("titre") or "sans titre")}
            text["description"] = f"{project.get('besoin') or ''} {project.get('contenu') or ''}"
            out.write(json.dumps(text, ensure_ascii=False) + "\n")


def write_objectives_search(lot: Path, plan: Path, script: Path):
    """Writes the SQL that indexes the texts (FTS5) and searches the words of each objective in them."""
    labels = re.findall(r"^    label: (.+)$", plan.read_text(encoding="utf-8"), re.MULTILINE)
    with lot.open(encoding="utf-8") as source, script.open("w", encoding="utf-8") as out:
        out.write("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2');\nBEGIN;\n")
        for line in source:
            text = json.loads(line)
            out.write(f"INSERT INTO t VALUES({_literal(text['titre'] + ' ' + text['description'])});\n")
        out.write("COMMIT;\n")
        for label in labels:
            words = sorted(set(re.findall(r"\w{4,}", label)))
            if words:
                query = " OR ".join(words)
                out.write(f"SELECT rowid, bm25(t) FROM t WHERE t MATCH {_literal(query)} ORDER BY 2;\n")


RANKING = "SELECT row_number() OVER (ORDER BY score DESC, numero) AS rang, numero, score FROM score ORDER BY rang;"


def _open(base: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{base}?mode=ro", uri=True)


def _tables(db: sqlite3.Connection) -> list[str]:
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return [row[0] for row in db.execute(names)]


def _definitions(db: sqlite3.Connection, table: str) -> list[str]:
    query = (
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index')"
        " AND sql IS NOT NULL ORDER BY type DESC"
    )
    return [row[0] for row in db.execute(query, (table,))]


def _insertions(db: sqlite3.Connection, table: str) -> Iterator[str]:
    for row in db.execute(f'SELECT * FROM "{table}"'):
        yield f"INSERT INTO \"{table}\" VALUES({','.join(map(_literal, row))});\n"


def _literal(value) -> str:
    match value:
        case None:
            return "NULL"
        case bytes():
            return f"X'{value.hex()}'"
        case str():
            return "'" + value.replace("'", "''") + "'"
        case _:
            return repr(value)
