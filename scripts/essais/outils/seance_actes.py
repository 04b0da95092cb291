"""Writes the acts of a whole session on the opening that a base holds, one a line (docs/formats/actes.md).

Emploi : seance_actes.py BASE FICHIER

Three proxies, two recusals, five amendments (some carried), four promises on a condition, two by two
holding each other up, an adjustment, a scenario, votes by name, a pause, and a promise taken back once its
dossier is decided.
"""
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path


def opening_of(base):
    with closing(sqlite3.connect(f"file:{base}?mode=ro", uri=True)) as db:
        (text,) = db.execute("SELECT event FROM sessionEvent WHERE sequence = 1").fetchone()
    return json.loads(text)


class Session:
    """Who is there, and the acts so far."""

    def __init__(self, opening):
        self.opening = opening
        members = opening["charte"]["membres"]
        self.voting = [one["id"] for one in members if one.get("voix") != "consultative"]
        self.delegates = [one["id"] for one in members if one.get("voix") == "consultative"]
        self.payers = {one["id"]: one["financeur"] for one in opening["enveloppes"]}
        self.ranked = sorted(opening["dossiers"], key=lambda one: (one["rang"], one["numero"]))
        self.there, self.recused, self.acts = set(), {}, []
        self.minutes = 0

    def act(self, kind, **keys):
        self.minutes += 1
        at = f"2016-03-22T{9 + self.minutes // 60:02}:{self.minutes % 60:02}:00+01:00"
        self.acts.append({"type": kind, **keys, "a": at})

    def ballots(self, choices, number=None, purses=()):
        """One ballot a member entitled: `choices` by member, in favour for the others."""
        aside = self.recused.get(number, set())
        payers = {self.payers[one] for one in purses}
        entitled = [
            one for one in self.voting
            if one in self.there and one not in aside and (not purses or one in payers)]
        return [{"membre": one, "choix": choices.get(one, "pour")} for one in entitled]


def write(base, path):
    session = Session(opening_of(base))
    act, voting = session.act, session.voting
    absent = voting[-3:]
    for member in voting[:-3]:
        act("presence", membre=member, personne=f"Représentant de {member}", suppleant=member == voting[1])
    for member in session.delegates:
        act("presence", membre=member, personne=f"Habitant, {member}")
    for giver, holder in zip(absent, voting):
        act("procuration", mandant=giver, mandataire=holder)
    session.there = set(voting)
    dossiers = [one for one in session.ranked if len(one["demandes"]) >= 2]
    numbers = [one["numero"] for one in dossiers]
    for member, number in zip(voting[:2], numbers[:2]):
        act("deport", membre=member, dossier=number, motif="Siège au conseil d’administration du porteur")
        session.recused.setdefault(number, set()).add(member)
    act("proposition")
    act("scenario", nom="Sans rien changer", hypothese="Tel que le classement le donne")
    promise(session, dossiers[2], dossiers[3])
    for dossier in dossiers[4:9]:
        amend(session, dossier, len(session.acts) % 3 != 0)
    adjusted = dossiers[9]
    act("appel_dossier", dossier=adjusted["numero"])
    act("ajustement", dossier=adjusted["numero"], enveloppe=adjusted["demandes"][0]["enveloppe"],
        mesure="plafond", montant_centimes=adjusted["demandes"][0]["montant_centimes"] // 200 * 100,
        motif="Le droit commun d’abord")
    act("suspension", motif="Déjeuner")
    act("reprise")
    act("depart", membre=session.delegates[0] if session.delegates else voting[4])
    if not session.delegates:
        session.there.discard(voting[4])
    act("proposition", strategie="rang")
    act("vote", sujet={"proposition": "P2"},
        bulletins=session.ballots({voting[2]: "abstention", voting[3]: "contre"}))
    for number in numbers[:2]:
        apart(session, next(one for one in dossiers if one["numero"] == number))
    withdraw(session, dossiers[2])
    act("observation", membre=voting[0], texte="Souhaite un point d’étape en septembre.")
    act("cloture")
    lines = (json.dumps(one, ensure_ascii=False) for one in session.acts)
    Path(path).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def promise(session, first, second):
    """On each dossier, two promises that hold each other up."""
    def share(dossier, place):
        asked = dossier["demandes"][place]
        # A quarter of what was asked: within the need, whatever the floor.
        return asked["enveloppe"], max(100, asked["montant_centimes"] // 400 * 100)

    for dossier in (first, second):
        (one, amount), (other, least) = share(dossier, 0), share(dossier, 1)
        session.act("engagement", dossier=dossier["numero"], enveloppe=one, montant_centimes=amount,
                    si={"enveloppe": other, "au_moins_centimes": least})
        session.act("engagement", dossier=dossier["numero"], enveloppe=other, montant_centimes=least,
                    si={"enveloppe": one, "au_moins_centimes": amount})


def amend(session, dossier, is_carried):
    number, asked = dossier["numero"], dossier["demandes"][0]
    amount = min(asked["montant_centimes"], dossier["besoin_centimes"]) // 200 * 100
    identifier = f"A{1 + sum(one['type'] == 'amendement' for one in session.acts)}"
    session.act("appel_dossier", dossier=number)
    session.act("amendement", dossier=number, auteur=session.voting[0],
                montants=[{"enveloppe": asked["enveloppe"], "montant_centimes": amount}],
                motif="Une première tranche, puis un bilan")
    against = {} if is_carried else dict.fromkeys(session.voting, "contre")
    session.act("vote", sujet={"amendement": identifier}, bulletins=session.ballots(against, number))


def apart(session, dossier):
    """A dossier from which somebody stands aside: called, voted on by those left, decided."""
    number = dossier["numero"]
    session.act("appel_dossier", dossier=number)
    session.act("vote", sujet={"dossier": number}, bulletins=session.ballots({}, number))
    session.act("decision", dossier=number, decision="ajourne", motif="À revoir avec le porteur")


def withdraw(session, dossier):
    """A promise taken back once its dossier is decided: the dossier is decided again without it."""
    number, asked = dossier["numero"], dossier["demandes"]
    session.act("retrait_engagement", dossier=number, enveloppe=asked[0]["enveloppe"],
                motif="Budget voté en baisse par l’assemblée")
    session.act("decision", dossier=number, decision="ajourne",
                motif="Le financeur principal s’est retiré : plan de financement à revoir")


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
