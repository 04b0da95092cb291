"""Proves the engine of `solveur.py` on tiny instances, against the enumeration of all solutions."""

import json
import sys

import repartition_controle as checker
import solveur
import solveur_enumeration as enumeration
from repartition_controle import Grants
from solveur_moteur import specific


def prove(seed: int, count: int = 100):
    """Compares them on `count` instances; stops at the first difference, the instance written out."""
    seen = []
    for number in range(count):
        instance, found = enumeration.tiny(seed * 1_000_003 + number)
        if differences := compare(instance, found):
            print(json.dumps(instance, ensure_ascii=False))
            sys.exit(f"solveur : l’essai a échoué : {' ; '.join(differences)}.")
        seen.append(len(found))
    print(
        f"solveur : {count} instances énumérées ({sum(seen)} solutions, {seen.count(0)} infaisables), "
        "les trois stratégies d’accord."
    )


def compare(instance: dict, found: list[Grants]) -> list[str]:
    """What the engine says otherwise than the list of all solutions."""
    answers = {
        "rang": solveur.rank_with_totals(instance)[0], "valeur": solveur.value(instance),
        "proportionnel": solveur.proportional(instance),
    }  # fmt: skip
    wrong = [name for name, answer in answers.items() if (answer.grants is None) != (not found)]
    if wrong or not found:
        return [f"{name} : {len(found)} solutions, et le contraire est dit" for name in wrong]
    return [
        *_by_rank(instance, found, answers["rang"]), *_by_value(instance, found, answers["valeur"]),
        *_by_share(instance, found, answers["proportionnel"]),
    ]  # fmt: skip


def _by_rank(instance: dict, found: list[Grants], answer: solveur.Answer) -> list[str]:
    expected = enumeration.by_rank(instance, found)[0]
    key = enumeration.totals([one["id"] for one in checker.ranked(instance)])
    if answer.retained != expected.keys():
        return [f"rang : {sorted(answer.retained)} au lieu de {sorted(expected)}"]
    if key(answer.grants) != key(expected):
        return [f"rang : totaux {key(answer.grants)} au lieu de {key(expected)}"]
    spent = solveur.rank_with_totals(instance)[1]
    wanted = specific(instance, expected)
    return [] if spent == wanted else [f"rang : {spent} de spécifique au lieu de {wanted}"]


def _by_value(instance: dict, found: list[Grants], answer: solveur.Answer) -> list[str]:
    expected = enumeration.by_value(instance, found)[0]
    wanted = checker.value(instance, expected)
    if answer.objective != wanted:
        return [f"valeur : {answer.objective} au lieu de {wanted}"]
    if answer.bound < wanted - 1e-6:
        return [f"valeur : borne {answer.bound} sous {wanted}"]
    places = solveur.best_ranked(instance, wanted), solveur.places_of(instance, expected)
    return [] if places[0] == places[1] else [f"valeur : rangs {places[0]} au lieu de {places[1]}"]


def _by_share(instance: dict, found: list[Grants], answer: solveur.Answer) -> list[str]:
    expected = enumeration.by_share(instance, found)[0]
    needing = [one for one in instance["projets"] if one["id"] in expected and one["besoin_centimes"]]
    shares = sorted(checker.share(one, expected[one["id"]]) for one in needing)
    if answer.objective != checker.smallest_share(instance, expected):
        return [f"proportionnel : {answer.objective} au lieu de {shares[:1]}"]
    reached = solveur.leximin(instance)
    return [] if reached == shares else [f"proportionnel : parts {reached} au lieu de {shares}"]
