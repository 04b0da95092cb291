"""Tiny instances for `aap simuler` where every rule of the format may meet every other.

A few cents, a few projects: small enough for an exact answer by other means, and wild enough to
meet ties, impossible demands, circles of commitments, empty purses and amounts that do not divide.
"""

from random import Random

DISTRICTS, AXES, KINDS = ["Q1", "Q2", "Q3"], ["A1", "A2"], ["association", "commune"]
NAMES = ["P1", "P10", "P2", "p3", "É4", "Z5", "a6", "P07", "\N{GREEK SMALL LETTER OMEGA}8"]
"""Order by bytes is neither that of the alphabet nor that of the numbers."""


def wild(
    chance: Random,
    *,
    projects: int | None = None,
    purses: int | None = None,
    soft: bool = True,
    reserved: bool = False,
    most: int = 12,
) -> dict:
    """One instance. `soft` allows `part_min` and `nombre_min`, or `reserved` a reserve for a category.

    With either, an applicant's order never goes against the ranking: whether a project may be
    retained before those its applicant prefers would otherwise depend on who is asked first.
    """
    unit = chance.choice([1, 1, 1, 2, 5])
    count = projects or chance.randint(2, 9)
    payers = [f"E{number}" for number in range(1, 1 + (purses or chance.randint(1, 4)))]
    has_soft = soft and chance.random() < 0.6
    has_reserve = reserved and not has_soft and chance.random() < 0.5
    drawn = [_project(chance, name, most) for name in chance.sample(NAMES, count)]
    if has_soft or has_reserve:
        _follow_ranking(drawn)
    amounts = {payer: chance.randint(0, max(2, most * count // len(payers) // 2)) for payer in payers}
    instance = {
        "projets": drawn,
        "enveloppes": [
            {"id": payer, "montant_centimes": amounts[payer],
             "nature": chance.choice(["droit_commun", "specifique"])}
            for payer in payers
        ],
        "cellules": [
            _cell(chance, one["id"], payer, most)
            for one in drawn for payer in payers if chance.random() < 0.65
        ],
        "contraintes": _constraints(chance, payers, amounts, has_soft),
        "fixes": _pins(chance, drawn, payers, unit),
        "engagements": _commitments(chance, drawn, payers, unit),
        "parametres": {"arrondi_centimes": unit} | _settings(chance),
    }  # fmt: skip
    if has_reserve:
        _reserve_for_category(chance, instance, amounts)
    if chance.random() < 0.2 and count > 2:
        groups = [chance.sample([one["id"] for one in drawn], chance.randint(2, 3)) for _ in range(2)]
        instance["groupes_incompatibles"] = groups[: chance.randint(1, 2)]
    for rows in ("projets", "enveloppes", "cellules", "contraintes"):
        chance.shuffle(instance[rows])
    return instance


def _project(chance: Random, name: str, most: int) -> dict:
    need = chance.randint(0, most)
    floor = need if chance.random() < 0.35 else chance.randint(0, need)
    project = {
        "id": name, "rang": chance.randint(1, 9), "score": chance.choice([0, chance.randint(-5, 90)]),
        "besoin_centimes": need, "plancher_centimes": floor,
        "cout_centimes": need + chance.randint(0, most),
        "quartiers": chance.sample(DISTRICTS, chance.randint(0, 2)),
    }  # fmt: skip
    if chance.random() < 0.8:
        project["axe"] = chance.choice(AXES)
    if chance.random() < 0.8:
        project["type_porteur"] = chance.choice(KINDS)
    if chance.random() < 0.6:
        project["porteur"] = chance.choice(["X", "Y"])
        if chance.random() < 0.5:
            project["ordre_porteur"] = chance.randint(1, 3)
    if chance.random() < 0.1:
        project["bande"] = chance.choice(["toujours", "jamais", "libre"])
    return project


def _follow_ranking(projects: list[dict]):
    """Gives each applicant's orders again, the smallest to the best ranked."""
    ordered = [one for one in projects if "ordre_porteur" in one]
    ordered.sort(key=lambda one: (one["rang"], one["id"].encode()))
    for applicant in {one["porteur"] for one in ordered}:
        own = [one for one in ordered if one["porteur"] == applicant]
        for one, order in zip(own, sorted(one["ordre_porteur"] for one in own), strict=True):
            one["ordre_porteur"] = order


def _cell(chance: Random, project: str, payer: str, most: int) -> dict:
    least = chance.choice([0, 0, 0, chance.randint(1, 5)])
    return {
        "projet": project, "enveloppe": payer, "min_centimes": least,
        "max_centimes": chance.randint(least, max(least, most)),
    }  # fmt: skip


def _settings(chance: Random) -> dict:
    settings = {}
    if chance.random() < 0.2:
        settings["part_publique_max_bp"] = chance.choice([5_000, 8_000, 3_333, 10_000])
    if chance.random() < 0.15:
        settings["seuil_score"] = chance.choice([0, 10, 30])
    if chance.random() < 0.4:
        settings["poids_retenu_bp"] = chance.choice([0, 3_000, 5_000, 10_000])
    return settings


def _category(chance: Random) -> dict:
    criterion, values = chance.choice(
        [("quartier", DISTRICTS), ("axe", AXES), ("type_porteur", KINDS)])  # fmt: skip
    return {"selon": criterion, "valeur": chance.choice(values)}


def _constraints(chance: Random, payers: list[str], amounts: dict, soft: bool) -> list[dict]:
    rules = []
    if chance.random() < 0.5:
        rules += [
            {"type": "part_max", "enveloppe": chance.choice(payers), **_category(chance),
             "part_bp": chance.choice([2_500, 3_333, 5_000, 7_000])}
            for _ in range(chance.randint(1, 2))
        ]  # fmt: skip
    if chance.random() < 0.35:
        rules.append(_count(chance, payers, "nombre_max", chance.randint(0, 4)))
    if chance.random() < 0.3:
        rules.append({
            "type": "cofinancement_min", "enveloppe": chance.choice(payers),
            "part_bp": chance.choice([1_000, 2_000, 3_333, 5_000, 10_000]),
        })  # fmt: skip
    if chance.random() < 0.2:
        payer = chance.choice(payers)
        rules.append({
            "type": "reserve", "enveloppe": payer, "montant_centimes": chance.randint(0, amounts[payer]),
        })  # fmt: skip
    if soft:
        rules += _minima(chance, payers)
    return rules


def _count(chance: Random, payers: list[str], kind: str, number: int) -> dict:
    rule = {"type": kind, "nombre": number}
    if chance.random() < 0.5:
        rule["enveloppe"] = chance.choice(payers)
    if chance.random() < 0.6:
        rule |= _category(chance)
    return rule


def _minima(chance: Random, payers: list[str]) -> list[dict]:
    rules = []
    if chance.random() < 0.7:
        rules += [
            {"type": "part_min", "enveloppe": chance.choice(payers), **_category(chance),
             "part_bp": chance.choice([1_000, 3_333, 5_000, 9_000])}
            for _ in range(chance.randint(1, 2))
        ]  # fmt: skip
    if chance.random() < 0.6:
        rules += [
            _count(chance, payers, "nombre_min", chance.randint(1, 4))
            for _ in range(chance.randint(1, 2))
        ]
    return rules


def _pins(chance: Random, projects: list[dict], payers: list[str], unit: int) -> list[dict]:
    if chance.random() < 0.75:
        return []
    chosen = {(chance.choice(projects)["id"], chance.choice(payers)) for _ in range(chance.randint(1, 2))}
    return [
        {"projet": name, "enveloppe": payer, "montant_centimes": unit * chance.randint(0, 3)}
        for name, payer in sorted(chosen)
    ]


def _commitments(chance: Random, projects: list[dict], payers: list[str], unit: int) -> list[dict]:
    if chance.random() < 0.7:
        return []
    rows = {}
    for one in chance.sample(projects, min(len(projects), chance.randint(1, 3))):
        given = chance.sample(payers, chance.randint(1, min(2, len(payers))))
        for place, payer in enumerate(given):
            # With two commitments of one project, half of the time each waits for the other.
            circle = len(given) == 2 and chance.random() < 0.5
            condition = given[1 - place] if circle else chance.choice(payers)
            rows[one["id"], payer] = {
                "projet": one["id"], "enveloppe": payer, "montant_centimes": unit * chance.randint(0, 4),
                "si": {"enveloppe": condition, "au_moins_centimes": chance.randint(0, 6)},
            }  # fmt: skip
    return list(rows.values())


def _reserve_for_category(chance: Random, instance: dict, amounts: dict):
    """A reserve that serves a category first, on a purse that no share bounds and nothing holds back."""
    payer = chance.choice(sorted(amounts))
    instance["contraintes"] = [
        rule for rule in instance["contraintes"]
        if rule.get("enveloppe") != payer or rule["type"] not in ("part_max", "reserve")
    ]  # fmt: skip
    instance["contraintes"].append({
        "type": "reserve", "enveloppe": payer, **_category(chance),
        "montant_centimes": chance.randint(0, amounts[payer]),
    })  # fmt: skip
