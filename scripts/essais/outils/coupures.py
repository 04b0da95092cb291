"""Kills the program again and again, and checks that nothing it acknowledged was lost.

An answer is acknowledged when the next question is seen; a deposit, when its receipt is. After each
kill the base must hold exactly what was acknowledged, plus at most the one answer still in flight,
whole or not at all.
"""
import json
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from saisie_pty import Base, Dialogue, Lost, numbers_of, sha256

ROOT = Path(__file__).resolve().parents[3]
MODEL = ROOT / "fixtures/saisons/henin-carvin-2026/02-voisins-parisienne-bancs.yaml"
QUESTIONS = numbers_of(ROOT / "templates/formulaires", "association-2")
ACKNOWLEDGED, KILLED, RECEIPTS = "réponses acquittées", "processus tués", "récépissés"
WORDS = "été où l’œuvre banc – jardin « cité » 12-14 naïf ça 100 % habitants € là-bas".split()
COMPLETE = {
    "porteur.nom": ["Les Voisins"], "porteur.siret": ["299 815 894 00017"],
    "porteur.date_declaration": ["20/09/2016"], "porteur.adresse": ["12 rue des Acacias"],
    "porteur.code_postal": ["62320"], "porteur.commune_siege": ["62277"],
    "representant.nom": ["Duquesnoy"], "representant.prenom": ["Serge"],
    "representant.fonction": ["président"], "representant.telephone": ["03 53 01 48 80"],
    "representant.courriel": ["asso@voisins.example"], "banque.titulaire": ["Les Voisins"],
    "banque.iban": ["FR76 9830 5780 1574 3739 0997 268"], "projet.nature": ["nouvelle"],
    "projet.objectif_principal": ["B.1.1"], "projet.besoin": ["On ne se parle plus.", "."],
    "projet.contenu": ["Huit bancs.", "."], "projet.debut": ["04/04/2026"],
    "projet.fin": ["26/09/2026"], "projet.participation_niveau": ["consultation"],
    "public.description": ["habitants"], "public.nombre": ["130"], "public.part_qpv": ["95"],
    "lieux.communes": ["62277", ""], "lieux.quartiers": ["CAHC-Q6", ""],
    "evaluation.indicateurs": ["bancs", "8", "", ""], "budget.charges": ["601 3600", ""],
    "budget.produits": ["propres 600", ""],
    "financement.demandes": ["CAHC", "", "1500", "COMMUNE", "62277", "1500", ""],
    "attestations.exactitude": ["oui"], "attestations.obligations": ["oui"],
    "attestations.engagement_republicain": ["oui"],
}


class Typist:
    """Draws what to type, and foretells what each line leaves in the base."""

    def __init__(self, chance):
        self.chance = chance
        self.makers = [
            self.text, self.number, self.amount, self.day, self.choice, self.several, self.lines,
            self.accounts, self.table, self.erasing]

    def step(self, kept):
        """A few lines at one question; each with the changes it makes (`None` erases)."""
        return self.chance.choice(self.makers)(kept)

    def at(self, field):
        return (f":aller {QUESTIONS[field]}", {})

    def phrase(self, count):
        return " ".join(self.chance.choices(WORDS, k=count)) + f" {self.chance.randrange(10**6)}"

    def text(self, _):
        field = self.chance.choice(["porteur.nom", "porteur.adresse", "projet.titre"])
        said = self.phrase(4)
        return [self.at(field), (said, {field: said})]

    def number(self, _):
        field = self.chance.choice(["porteur.adherents", "public.nombre"])
        value = self.chance.randrange(1, 100_000)
        typed = f"{value:,}".replace(",", self.chance.choice([" ", ""]))
        return [self.at(field), ("beaucoup", {}), (typed, {field: str(value)})]

    def amount(self, _):
        euros, cents = self.chance.randrange(10**6), self.chance.randrange(1, 100)
        typed = f"{euros:,}".replace(",", " ") + f",{cents:02}"
        return [self.at("porteur.budget_annuel"),
                (typed, {"porteur.budget_annuel": f"{euros}.{cents:02}"})]

    def day(self, _):
        day, month = self.chance.randrange(1, 29), self.chance.randrange(1, 13)
        return [self.at("projet.debut"),
                (f"{day:02}/{month:02}/2026", {"projet.debut": f"2026-{month:02}-{day:02}"})]

    def choice(self, _):
        values = ["aucune", "information", "consultation", "co_construction"]
        index = self.chance.randrange(4)
        return [self.at("projet.participation_niveau"),
                (str(index + 1), {"projet.participation_niveau": values[index]})]

    def several(self, _):
        field = "lieux.communes"
        codes = self.chance.sample(["62277", "62427", "62215", "62250", "62274"], 3)
        lines = [self.at(field), (":effacer", {field: None})]
        return lines + [(code, {field: codes[:n + 1]}) for n, code in enumerate(codes)] + [("", {})]

    def lines(self, kept):
        field = self.chance.choice(["projet.besoin", "projet.contenu"])
        begun = field + "#suite"
        text = kept.get(begun)
        steps = [self.at(field)]
        for _ in range(self.chance.randrange(1, 4)):
            line = self.phrase(12)
            text = line if text is None else f"{text}\n{line}"
            steps.append((line, {begun: text}))
        if len(text) > 1_500 or self.chance.random() < 0.5:
            steps.append((".", {field: text, begun: None}))
        return steps

    def accounts(self, kept):
        field = "budget.charges"
        amounts = dict(kept.get(field) or {})
        steps = [self.at(field)]
        for _ in range(self.chance.randrange(1, 5)):
            code = self.chance.choice(["601", "604", "613", "641", "645", "fixes"])
            if code in amounts and self.chance.random() < 0.3:
                del amounts[code]
                steps.append((f"{code} -", {field: dict(amounts) or None}))
            else:
                euros = self.chance.randrange(1, 20_000)
                amounts[code] = f"{euros}.50"
                steps.append((f"{code} = {euros},5", {field: dict(amounts)}))
        return steps + [("", {})]

    def table(self, kept):
        field = "evaluation.indicateurs"
        steps = [self.at(field)]
        rows = [dict(row) for row in kept.get(field) or []]
        if len(rows) > 4:
            rows = []
            steps.append((":effacer", {field: None}))
        rows.append({"libelle": self.phrase(3)})
        steps.append((rows[-1]["libelle"], {field: [dict(row) for row in rows]}))
        rows[-1]["cible"] = str(self.chance.randrange(100))
        steps.append((rows[-1]["cible"], {field: [dict(row) for row in rows]}))
        return steps + [("", {}), ("", {})]

    def erasing(self, _):
        field = self.chance.choice(["porteur.adherents", "projet.titre", "projet.besoin"])
        return [self.at(field), (":effacer", {field: None, field + "#suite": None})]


class Trial:
    """One base, many kills."""

    def __init__(self, program, base, scratch, seed):
        self.program, self.base, self.scratch = program, Base(base), Path(scratch)
        self.chance = random.Random(seed)
        self.typist = Typist(self.chance)
        self.draft, self.kept, self.flying, self.isDue = None, {}, {}, False
        self.counts = dict.fromkeys(
            [ACKNOWLEDGED, "en vol gardées", "en vol perdues", RECEIPTS, KILLED], 0)
        self.mean = 0.2
        self.texts = 0

    # MARK: answers

    def fill(self):
        """Types until killed, at a question or between two."""
        if self.draft is None or self.chance.random() < 0.01:
            self.settle()
            self.draft, self.kept = self.start(), {}
        dialogue = Dialogue([self.program, "dossier", "saisir", "--reprendre", str(self.draft)])
        if self.chance.random() < 0.1:
            time.sleep(self.chance.uniform(0, self.mean))
            dialogue.kill()
            self.counts[KILLED] += 1
            self.settle()
            return
        dialogue.wait(1)
        self.settle()
        typed = []
        planned = dict(self.kept)
        goal = self.chance.randrange(1, 12)
        while len(typed) < goal:
            for line, changes in self.typist.step(planned):
                dialogue.type(line)
                typed.append(changes)
                apply(planned, changes)
                if len(typed) >= goal:
                    break
                dialogue.wait(len(typed) + 1)
        time.sleep(self.chance.choice([0, 0, self.chance.uniform(0, 0.004), self.chance.uniform(0, 0.03)]))
        self.settle_after(dialogue.kill(), typed)

    def start(self, lines=()):
        """A new draft through a pipe; its number."""
        run = subprocess.run(
            [self.program, "dossier", "saisir", "--type", "association"],
            input="".join(f"{line}\n" for line in lines), capture_output=True, text=True)
        if run.returncode != 0:
            raise Lost(f"le brouillon ne commence pas : {run.stderr[-300:]}")
        return int(re.search(r"--reprendre (\d+)", run.stderr).group(1))

    def settle_after(self, seen, typed):
        """What was acknowledged is due; the answer after it may be there or not."""
        self.counts[KILLED] += 1
        handled = max(0, min(seen - 1, len(typed)))
        for changes in typed[:handled]:
            apply(self.kept, changes)
            self.counts[ACKNOWLEDGED] += bool(changes)
        self.flying = {}
        for changes in typed[handled:]:
            self.flying.update(changes)
        self.isDue = True
        # Half of the time the next run of the program is the first to open the base again.
        if self.chance.random() < 0.5:
            self.settle()

    def settle(self):
        """Compares the base with what is due."""
        if not self.isDue:
            return
        found = self.base.answers(self.draft)
        late = dict(self.kept)
        apply(late, self.flying)
        if found not in (self.kept, late):
            raise Lost(difference(self.kept, late, found))
        if late != self.kept:
            self.counts["en vol gardées" if found == late else "en vol perdues"] += 1
        self.kept, self.flying, self.isDue = found, {}, False

    # MARK: deposits

    def file(self):
        """A dossier that no other is."""
        self.texts += 1
        text = MODEL.read_text(encoding="utf-8")
        varied = text.replace("titre: \"Bancs,", f"titre: \"{self.texts} bancs,", 1)
        if varied == text:
            raise Lost("le dossier d’essai ne varie plus")
        path = self.scratch / f"d{self.texts % 50}.yaml"
        path.write_text(varied, encoding="utf-8")
        return str(path), sha256(varied.encode())

    def run_killed(self, arguments, within):
        """Runs a command, killed at a random moment; what it printed."""
        process = subprocess.Popen(
            [self.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        time.sleep(self.chance.uniform(0, within))
        process.send_signal(signal.SIGKILL)
        output, _ = process.communicate()
        self.counts[KILLED] += process.returncode == -signal.SIGKILL
        return output[:output.rfind("\n") + 1]

    def deposit(self):
        """Deposits a file, or five at once."""
        if self.chance.random() < 0.5:
            path, fingerprint = self.file()
            output = self.run_killed(["dossier", "deposer", path, "--format", "csv"], self.mean)
            numbers = re.findall(r"(?m)^(2026-\d{4,}),", output)
            self.check([(number, fingerprint) for number in numbers])
        else:
            files = [self.file() for _ in range(5)]
            output = self.run_killed(
                ["dossier", "importer", *[path for path, _ in files], "--format", "csv"],
                self.mean * 1.5)
            given = {Path(path).name: fingerprint for path, fingerprint in files}
            printed = re.findall(r"(?m)^([^,\n]+),(2026-\d{4,}),", output)
            self.check([(number, given.get(Path(name).name)) for name, number in printed])

    def check(self, receipts):
        """Every number printed names the very bytes given."""
        for number, fingerprint in receipts:
            if fingerprint is None or self.base.fingerprint(number) != fingerprint:
                raise Lost(f"le récépissé {number} n’est pas dans la base avec son empreinte")
            self.counts[RECEIPTS] += 1

    def deposit_draft(self):
        """Deposits a complete draft from the dialogue itself."""
        self.texts += 1
        lines = [f":aller {QUESTIONS['projet.titre']}", f"Saisi {self.texts}"]
        for field, typed in COMPLETE.items():
            lines += [f":aller {QUESTIONS[field]}", *typed]
        draft = self.start(lines)
        before = self.base.count()
        dialogue = Dialogue([self.program, "dossier", "saisir", "--reprendre", str(draft)])
        dialogue.wait(1)
        dialogue.type(":deposer")
        if "Déposer maintenant ?" not in dialogue.wait(2):
            raise Lost(f"le brouillon complet ne se dépose pas : {dialogue.said[-2000:]}")
        dialogue.type("oui")
        time.sleep(self.chance.uniform(0, 0.08))
        dialogue.kill()
        self.counts[KILLED] += 1
        said = re.findall(r"sous le numéro (2026-\d{4,})\.", dialogue.said)
        number = self.base.number_of(draft)
        if self.base.count() - before != (number is not None):
            raise Lost(f"le brouillon {draft} et son dossier ne vont pas ensemble")
        if said and said != [number]:
            raise Lost(f"le dépôt annoncé {said} n’est pas celui du brouillon {draft} : {number}")
        self.counts[RECEIPTS] += bool(said)

    # MARK: the whole

    def calibrate(self):
        """How long one command lasts, so that kills fall anywhere in it."""
        start = time.monotonic()
        path, _ = self.file()
        subprocess.run(
            [self.program, "dossier", "deposer", path], check=True, capture_output=True)
        self.mean = (time.monotonic() - start) * 1.2

    def verify(self):
        """The program's own verdict on the base."""
        self.settle()
        run = subprocess.run([self.program, "verifier"], capture_output=True, text=True)
        if run.returncode != 0:
            raise Lost(f"aap verifier : {run.stdout}{run.stderr}")

    def run(self, kills):
        self.calibrate()
        self.draft = self.start(["Les Voisins"])
        self.kept = {"porteur.nom": "Les Voisins"}
        self.prove()
        start = time.monotonic()
        for round_ in range(1, kills + 1):
            draw = self.chance.random()
            if draw < 0.85:
                self.fill()
            elif draw < 0.97:
                self.deposit()
            else:
                self.deposit_draft()
            if round_ % 500 == 0:
                self.verify()
                print(f"  {round_} coupures, {self.told(start, round_)}", flush=True)
        self.verify()
        print(f"  {kills} coupures : {self.told(start, kills)}")
        # Kills that always came too late, or too early, would prove nothing.
        if self.counts[KILLED] < kills * 0.8 or self.counts[ACKNOWLEDGED] < kills:
            raise Lost("trop peu de coupures en plein travail pour rien prouver")
        if self.counts[RECEIPTS] < kills // 20:
            raise Lost("trop peu de récépissés relus pour rien prouver")

    def prove(self):
        """On a copy of the base, a lost answer and a lost receipt are seen."""
        copy = self.scratch / "copie.sqlite"
        with closing(sqlite3.connect(self.base.path)) as one, closing(sqlite3.connect(copy)) as two:
            one.backup(two)
            field = two.execute(
                "SELECT field FROM draftAnswer WHERE draft = ?", [self.draft]).fetchone()
            two.execute(
                "DELETE FROM draftAnswer WHERE draft = ? AND field = ?", [self.draft, *field])
            two.commit()
        true, self.base, self.isDue = self.base, Base(str(copy)), True
        for look in (self.settle, lambda: self.check([("2026-0001", sha256(b""))])):
            try:
                look()
            except Lost:
                continue
            raise Lost("une faute plantée n’est pas vue")
        self.base, self.isDue = true, False
        print("  2 fautes plantées, vues")

    def told(self, start, rounds):
        words = ", ".join(f"{count} {name}" for name, count in self.counts.items())
        return f"{words} ; {(time.monotonic() - start) / rounds * 1000:.0f} ms chacune"


def apply(answers, changes):
    for field, value in changes.items():
        if value is None:
            answers.pop(field, None)
        else:
            answers[field] = value


def difference(kept, late, found):
    fields = sorted(set(kept) | set(late) | set(found))
    wrong = {
        field: {"attendu": kept.get(field), "ou": late.get(field), "trouve": found.get(field)}
        for field in fields if found.get(field) not in (kept.get(field), late.get(field))}
    return "réponses perdues ou à moitié : " + json.dumps(wrong or found, ensure_ascii=False)


def main():
    program, base, scratch, kills, seed = sys.argv[1:]
    try:
        Trial(program, base, scratch, int(seed)).run(int(kills))
    except Lost as lost:
        print(f"graine {seed} : {lost}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
