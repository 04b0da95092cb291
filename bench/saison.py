"""One measured season: the real program, stage by stage, each with its baseline beside it."""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from commande import Mesure, mesurer
from reperes import RANKING, count_rows, write_insertions, write_scores

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
        self._review()
        self._rank()
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
        mesurer([
            self.program, "banc", "generer", "--dossiers", self.dossiers, "--graine", self.seed,
            "--sortie", self.folder / "dossiers.jsonl", "--referentiel", REFERENCE, "--config", CALL,
        ], environment={"AAP_RESSOURCES": str(ROOT)})  # fmt: skip

    def _deposit(self):
        base, script = self.folder / "base.sqlite", self.folder / "insertions.sql"
        before = count_rows(base)
        ours = self._aap(
            DEPOSIT, "dossier", "importer", self.folder / "dossiers.jsonl",
            write=self.folder / "depot.txt", accepted=REFUSALS)  # fmt: skip
        rows = write_insertions(base, before, script, self.batch)
        theirs = mesurer(["sqlite3", "-bail", self.folder / "reprise.sqlite"], read=script)
        self.runs["dépôt"] = ours, theirs
        told = ", ".join(f"{name} {count}" for name, count in sorted(rows.items()))
        self.notes.append(f"lignes insérées : {told}")

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
        kept, cents = told.read_text().split()
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
