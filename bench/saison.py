"""One measured season: the real program, stage by stage, each with its baseline beside it."""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from commande import Mesure, mediane, mesurer
from reperes import (
    RANKING,
    count_rows,
    write_insertions,
    write_last_rows,
    write_objectives_search,
    write_scores,
    write_texts,
)

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "fixtures/lens-lievin"
CALL = REFERENCE / "appel-2016/appel.yaml"
SCHEMA = ROOT / "schemas/programmation-1.0.xsd"

OPENING = "2015-11-09T09:00:00+01:00"
DEPOSIT = "2016-01-10T10:00:00+01:00"
REVIEW = "2016-02-01T10:00:00+01:00"
COMMITTEE = "2016-03-22T09:00:00+01:00"
REFUSALS = (0, 1, 65)
"""A batch with at least one refusal does not exit 0: the generator makes wrong dossiers too."""


ALONE = "dépôt d’un seul dossier"
ONE_BY_ONE = 40
"""Dossiers deposited one by one; the wrong ones are left out."""


@dataclass
class Season:
    """A base in a folder of its own, and what was measured on the way."""

    program: Path
    folder: Path
    dossiers: int
    seed: int
    batch: int
    runs: dict[str, tuple[Mesure, Mesure | None]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def play(self):
        self._open()
        self._deposit()
        self._deposit_one_by_one()
        self._review()
        self._match()
        self._rank()
        self._rescore()
        self._explain()
        self._allocate()
        self._export()

    def _aap(self, now: str, *words: str | Path, write: Path | None = None, accepted=(0,)) -> Mesure:
        return mesurer(
            [self.program, *words, "--base", self.folder / "base.sqlite", "--acteur", "secretariat"],
            environment={"AAP_MAINTENANT": now, "AAP_RESSOURCES": str(ROOT)},
            write=write, accepted=accepted,
        )  # fmt: skip

    def _open(self):
        self._aap(OPENING, "init", "--referentiel", REFERENCE, "--formation")
        self._aap(OPENING, "appel", "ouvrir", "--config", CALL)
        self._generate(self.dossiers, self.seed, self.folder / "dossiers.jsonl")

    def _generate(self, count: int, seed: int, output: Path):
        mesurer([
            self.program, "banc", "generer", "--dossiers", count, "--graine", seed,
            "--sortie", output, "--referentiel", REFERENCE, "--config", CALL,
        ], environment={"AAP_RESSOURCES": str(ROOT)})  # fmt: skip

    def _import(self) -> Mesure:
        return self._aap(
            DEPOSIT, "dossier", "importer", self.folder / "dossiers.jsonl",
            write=self.folder / "depot.txt", accepted=REFUSALS)  # fmt: skip

    def _deposit(self):
        base, script = self.folder / "base.sqlite", self.folder / "insertions.sql"
        before = count_rows(base)
        ours = self._import()
        rows = write_insertions(base, before, script, self.batch)
        theirs = mesurer(["sqlite3", "-bail", self.folder / "reprise.sqlite"], read=script)
        self.runs["dépôt"] = ours, theirs
        told = ", ".join(f"{name} {count}" for name, count in sorted(rows.items()))
        self.notes.append(f"lignes insérées : {told}")

    def deposit_alone(self) -> Mesure:
        """The deposit of the whole season and nothing else, without its baseline."""
        self._open()
        return self._import()

    def _deposit_one_by_one(self):
        """A file, a process, a commit: what someone waits for at the last minute."""
        base, others = self.folder / "base.sqlite", self.folder / "autres.jsonl"
        self._generate(ONE_BY_ONE, self.seed + 1, others)
        ours, theirs = [], []
        for line in others.read_text(encoding="utf-8").splitlines():
            one, script = self.folder / "un.json", self.folder / "un.sql"
            one.write_text(line, encoding="utf-8")
            run = self._aap(DEPOSIT, "dossier", "deposer", one, accepted=REFUSALS)
            if run.code == 0:
                write_last_rows(base, script)
                ours.append(run)
                theirs.append(mesurer(["sqlite3", "-bail", self.folder / "reprise.sqlite"], read=script))
        self.runs[ALONE] = mediane(ours), mediane(theirs)
        over = self.runs[ALONE][0].seconds - self.runs[ALONE][1].seconds
        self.notes.append(f"dépôt seul : {over * 1000:.1f} ms de plus que le repère ({len(ours)} dépôts)")

    def _review(self):
        self.runs["recevabilité"] = (
            self._aap(REVIEW, "instruire", "recevabilite", "--tous", accepted=REFUSALS), None,
        )  # fmt: skip

    def _rank(self):
        ranking, scores = self.folder / "classement.json", self.folder / "scores.sqlite"
        ours = self._aap(REVIEW, "classer", "--format", "json", write=ranking)
        ranked = write_scores(ranking, scores)
        theirs = mesurer(["sqlite3", "-json", scores, RANKING], write=self.folder / "rangs.json")
        self.runs["classement"] = ours, theirs
        self.notes.append(f"dossiers classés : {ranked}")

    def _match(self):
        lot, search = self.folder / "lot.jsonl", self.folder / "recherche.sql"
        write_texts(self.folder / "dossiers.jsonl", lot)
        write_objectives_search(lot, REFERENCE / "plan-actions.yaml", search)
        ours = self._aap(
            REVIEW, "correspondance", "--lot", lot, "--format", "json",
            write=self.folder / "correspondances.jsonl")  # fmt: skip
        theirs = mesurer(["sqlite3", "-bail", ":memory:"], read=search, write=self.folder / "bm25.txt")
        self.runs["correspondance (textes seuls)"] = ours, theirs

    def _rescore(self):
        grid = self.folder / "grille.yaml"
        lines = CALL.with_name("grille.yaml").read_text(encoding="utf-8").splitlines()
        first, second = [index for index, line in enumerate(lines) if line.startswith("    poids:")][:2]
        weights = [int(lines[index].split(":")[1]) for index in (first, second)]
        lines[first], lines[second] = f"    poids: {weights[0] - 1}", f"    poids: {weights[1] + 1}"
        version = next(index for index, line in enumerate(lines) if line.startswith("version:"))
        lines[version] = 'version: "mesure"'
        grid.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self._aap(REVIEW, "appel", "grille", "--config", grid, "--motif", "mesure")
        ours = self._aap(REVIEW, "classer", "--simuler")
        theirs = mesurer(["sqlite3", self.folder / "scores.sqlite", RANKING])
        self.runs["reclassement, un poids changé"] = ours, theirs

    def _explain(self):
        ranking = self.folder / "classement.json"
        head = ranking.read_text(encoding="utf-8")[:4000]
        number = head.split('"numero":"')[1].split('"')[0]
        explained = [self._aap(REVIEW, "classer", "expliquer", number) for _ in range(9)]
        matched = [self._aap(REVIEW, "correspondance", number) for _ in range(9)]
        self.runs["un dossier expliqué"] = mediane(explained), None
        self.runs["un dossier rapproché"] = mediane(matched), None

    def _allocate(self):
        instance, result = self.folder / "instance.json", self.folder / "repartition.json"
        self._aap(COMMITTEE, "comite", "ouvrir")
        self._aap(COMMITTEE, "comite", "presence", "--tous")
        ours = self._aap(COMMITTEE, "comite", "proposer", "--instance-vers", instance)
        alone = mesurer([self.program, "simuler", instance, "--format", "json"], write=result)
        told = self.folder / "glouton.txt"
        theirs = mesurer([sys.executable, ROOT / "bench/glouton.py", instance], write=told)
        self.runs["répartition (proposition)"] = ours, theirs
        self.runs["répartition (calcul seul)"] = alone, theirs
        kept, cents, _ = told.read_text().split()
        outcome = json.loads(result.read_text(encoding="utf-8"))
        self.notes.append(
            f"retenus : {outcome['retenus']} pour {outcome['attribue_centimes'] // 100} € ; "
            f"le glouton en retient {kept} pour {int(cents) // 100} €"
        )

    def _export(self):
        programme = self.folder / "programmation.xml"
        self._aap(COMMITTEE, "comite", "voter", "--proposition", "P1", "--unanimite")
        self._aap(COMMITTEE, "comite", "clore")
        ours = self._aap(
            COMMITTEE, "programmation", "exporter", "--pour", "xml", "-o", programme)
        theirs = mesurer([
            "xmllint", "--noout", "--huge", "--stream", "--schema", SCHEMA, programme,
        ])  # fmt: skip
        self.runs["export XML"] = ours, theirs
        self.notes.append(f"programmation.xml : {programme.stat().st_size} octets")
