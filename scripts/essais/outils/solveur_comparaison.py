"""What a result of the program and the answer of HiGHS must have in common, strategy by strategy."""

from collections import Counter
from fractions import Fraction

import repartition_controle as checker
import solveur
import solveur_enumeration as enumeration
from repartition_controle import Grants
from solveur_moteur import Engine, specific

SECONDS = 5
"""What HiGHS may spend on one value; past it, only its bound and its best count."""
SMALL = 9
"""How many projects at most for ties to be compared: beyond, values are only as close as promised."""
TINY = Fraction(1, 10**6)


def by_rank(instance: dict, result: dict, counts: Counter) -> list[str]:
    """The same list, the same totals, as much from specific purses."""
    unproven = unproven_of(result)
    answer, spent = solveur.rank_with_totals(instance, unproven)
    if found := _unlike(instance, result, answer):
        return found
    if answer.grants is None:
        return []
    grants = checker.grants_of(result)
    if found := _other_list(grants, answer):
        return found
    counts["rang, listes identiques"] += 1
    if result["statut"] != "optimal":
        gap = result["borne"] - result["objectif"]
        wrong = [f"écart {gap} pour {len(unproven)} refus non démontrés"]
        return [] if gap == len(unproven) else wrong
    totals = [_totals(instance, one) for one in (grants, answer.grants)]
    if totals[0] != totals[1]:
        return [f"totaux {totals[0]} au lieu de {totals[1]}"]
    counts["rang, totaux identiques"] += 1
    if specific(instance, grants) != spent:
        return [f"{specific(instance, grants)} de crédits spécifiques au lieu de {spent}"]
    return []


def by_value(instance: dict, result: dict, counts: Counter) -> list[str]:
    """The same shortfalls; values that agree within what each has proven; the same ties."""
    answer = solveur.value(instance, SECONDS)
    if found := _unlike(instance, result, answer):
        return found
    if answer.grants is None:
        return []
    grants = checker.grants_of(result)
    missing = [checker.shortfall(instance, one) for one in (grants, answer.grants)]
    if missing[0] != missing[1]:
        return [f"il manque {missing[0]} au lieu de {missing[1]}"]
    reached = checker.value(instance, grants)
    if reached > answer.bound + 1e-6:
        return [f"valeur {float(reached)} au-dessus de la borne de HiGHS, {answer.bound}"]
    if result["borne"] < (answer.objective - TINY).__floor__():
        return [f"borne {result['borne']} sous la valeur {float(answer.objective)} trouvée par HiGHS"]
    gap = result["borne"] - result["objectif"]
    if (result["statut"] == "optimal") != (gap * 10_000 <= result["objectif"] or gap == 0):
        return [f"statut {result['statut']} pour un écart de {gap} sur {result['objectif']}"]
    counts["valeur, bornes compatibles"] += 1
    if reached != answer.objective or result["statut"] != "optimal":
        counts["valeur, écart permis"] += reached != answer.objective
        return []
    counts["valeur, valeurs identiques"] += 1
    if len(instance["projets"]) > SMALL:
        return []
    places = solveur.best_ranked(instance, reached), solveur.places_of(instance, grants)
    return [] if places[0] == places[1] else [f"rangs {places[1]} au lieu de {places[0]}, à valeur égale"]


def by_share(instance: dict, result: dict, counts: Counter) -> list[str]:
    """The same list, the same smallest share; the other shares are counted when they agree too."""
    unproven = unproven_of(result)
    answer = solveur.proportional(instance, unproven)
    if found := _unlike(instance, result, answer):
        return found
    if answer.grants is None:
        return []
    grants = checker.grants_of(result)
    if found := _other_list(grants, answer):
        return found
    counts["proportionnel, listes identiques"] += 1
    least = checker.smallest_share(instance, grants)
    if least != answer.objective:
        if result["statut"] == "faisable" and least < answer.objective:
            bound = result["borne"] >= (answer.objective * 10_000).__floor__()
            return [] if bound else [f"borne {result['borne']} sous {float(answer.objective)}"]
        return [f"la plus petite part {least} au lieu de {answer.objective}"]
    counts["proportionnel, plus petites parts identiques"] += 1
    if len(instance["projets"]) <= SMALL and result["statut"] == "optimal":
        needing = [one for one in instance["projets"] if one["id"] in grants and one["besoin_centimes"]]
        shares = sorted(checker.share(one, grants[one["id"]]) for one in needing)
        same = shares == solveur.leximin(instance)
        counts[f"proportionnel, toutes les parts {'identiques' if same else 'différentes'}"] += 1
    return []


def among_all(instance: dict, result: dict, found: list[Grants], counts: Counter) -> list[str]:
    """The grants against the list of all solutions, down to the last tie: which purse pays."""
    if result["statut"] != "optimal":
        return []
    grants, strategy = checker.grants_of(result), result["strategie"]
    totals = _totals(instance, grants)
    # What each soft minimum lacks is settled with the list: the purses that pay do not change it.
    lacking = _lacking(instance, grants)
    alike = [
        one for one in found
        if one.keys() == grants.keys() and _totals(instance, one) == totals
        and all(here <= there for here, there in zip(_lacking(instance, one), lacking))
    ]  # fmt: skip
    if grants not in enumeration.spared(instance, alike):
        return ["à totaux égaux, les enveloppes pouvaient être moins ou mieux sollicitées"]
    counts[f"{strategy}, tirages démontrés par énumération"] += 1
    if strategy == "valeur":
        return _among_values(instance, grants, found, counts)
    oracle = enumeration.by_rank if strategy == "rang" else enumeration.by_share
    wanted = _totals(instance, oracle(instance, found)[0])
    same = totals == wanted
    if strategy == "proportionnel":
        counts[f"proportionnel, parts {'identiques' if same else 'différentes'} par énumération"] += 1
        return []
    return [] if same else [f"totaux {totals} au lieu de {wanted}"]


def _among_values(instance: dict, grants: Grants, found: list[Grants], counts: Counter) -> list[str]:
    """Same value and same list: the totals are then the raised ones."""
    best = enumeration.by_value(instance, found)[0]
    if checker.value(instance, grants) != checker.value(instance, best):
        counts["valeur, écart permis sous l’unité"] += 1
        return []
    alike = [one for one in found if one.keys() == grants.keys()]
    totals, wanted = (
        _totals(instance, one) for one in (grants, enumeration.by_value(instance, alike)[0])
    )  # fmt: skip
    return [] if totals == wanted else [f"totaux {totals} au lieu de {wanted}"]


COMPARISONS = {"rang": by_rank, "valeur": by_value, "proportionnel": by_share}


def unproven_of(result: dict) -> set[str]:
    """The refusals that the program says it has not proven: the list is compared given them."""
    return {
        line["id"] for line in result.get("projets", [])
        if not line["retenu"] and line["explication"]["motif"] == "non_demontre"
    }  # fmt: skip


def _unlike(instance: dict, result: dict, answer: solveur.Answer) -> list[str]:
    told, known = result["statut"] == "infaisable", answer.grants is None
    if told and known:
        return _conflict(instance, result)
    if told != known:
        return [f"statut {result['statut']}, alors que HiGHS {'ne trouve rien' if known else 'trouve'}"]
    return []


def _conflict(instance: dict, result: dict) -> list[str]:
    """What is named in conflict cannot hold together; without any one of them, the rest can."""
    named = result["conflit"]
    told = [one["message"] for one in named]
    if Engine(_demanding(instance, named)).ask({}):
        return [f"le conflit {told} n’en est pas un"]
    if not result.get("conflit_minimal", True):
        return []
    for one in named:
        if not Engine(_demanding(instance, [other for other in named if other is not one])).ask({}):
            return [f"le conflit {told} se passe de : {one['message']}"]
    return []


def _demanding(instance: dict, named: list[dict]) -> dict:
    """The instance with these demands and rules alone, soft minima aside."""
    kept: dict[str, list[dict]] = {}
    for one in named:
        kept.setdefault(one["type"], []).append(one)
    bands = {one["projet"] for one in kept.get("bande", [])}
    applicants = {one["porteur"] for one in kept.get("ordre_porteur", [])}
    pins = {(one["projet"], one["enveloppe"]) for one in kept.get("fixe", [])}
    rows = {
        kind: {one[key] for one in kept.get(kind, [])}
        for kind, key in (("engagement", "engagement"), ("contrainte", "contrainte"), ("groupe", "groupe"))
    }  # fmt: skip
    settings = {
        "seuil_score": "seuil", "part_publique_max_bp": "part_publique", "arrondi_centimes": "arrondi",
    }  # fmt: skip
    return instance | {
        "projets": [_free(one, one["id"] in bands, one.get("porteur") in applicants) for one in instance["projets"]],
        "fixes": [row for row in instance.get("fixes", []) if (row["projet"], row["enveloppe"]) in pins],
        "engagements": _rows(instance, "engagements", rows["engagement"]),
        "contraintes": _rows(instance, "contraintes", rows["contrainte"]),
        "groupes_incompatibles": _rows(instance, "groupes_incompatibles", rows["groupe"]),
        "parametres": {
            key: value for key, value in instance.get("parametres", {}).items()
            if settings.get(key, "") in kept or key not in settings
        },
    }  # fmt: skip


def _rows(instance: dict, key: str, kept: set[int]) -> list:
    return [row for index, row in enumerate(instance.get(key, [])) if index in kept]


def _free(project: dict, has_band: bool, has_order: bool) -> dict:
    left = set() if has_band else {"bande"}
    if not has_order:
        left.add("ordre_porteur")
    return {key: value for key, value in project.items() if key not in left}


def _other_list(grants: Grants, answer: solveur.Answer) -> list[str]:
    if grants.keys() == answer.retained:
        return []
    more, less = sorted(grants.keys() - answer.retained), sorted(answer.retained - grants.keys())
    return [f"liste différente : en plus {more}, en moins {less}"]


def _lacking(instance: dict, grants: Grants) -> list[int]:
    return [one.get("manque", 0) + one.get("manque_centimes", 0) for one in checker.minima(instance, grants)]


def _totals(instance: dict, grants: Grants) -> list[int]:
    return [sum(grants.get(one["id"], {}).values()) for one in checker.ranked(instance)]
