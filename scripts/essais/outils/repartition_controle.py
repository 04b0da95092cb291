"""Checks a result of `aap simuler` against its instance, in whole cents: no solver, no rounding.

Emploi : repartition_controle.py INSTANCE.json RESULTAT.json
"""

import json
import sys
from fractions import Fraction

Grants = dict[str, dict[str, int]]
"""What each retained project gets from each purse that pays it; a project absent is refused."""


def ranked(instance: dict) -> list[dict]:
    """The projects from the best ranked: `rang`, then the bytes of `id`."""
    return sorted(instance["projets"], key=lambda one: (one["rang"], one["id"].encode()))


def belongs(project: dict, rule: dict) -> bool:
    """Whether a rule with `selon` and `valeur` counts the project; one without counts them all."""
    if "selon" not in rule:
        return True
    if rule["selon"] == "quartier":
        return rule["valeur"] in project.get("quartiers", [])
    return project.get(rule["selon"]) == rule["valeur"]


def rules(instance: dict, kind: str) -> list[dict]:
    return [rule for rule in instance.get("contraintes", []) if rule["type"] == kind]


def available(instance: dict, purse: dict) -> int:
    """What a purse may give: a reserve that names no category is not given out."""
    kept = sum(
        rule["montant_centimes"] for rule in rules(instance, "reserve")
        if rule["enveloppe"] == purse["id"] and "selon" not in rule
    )  # fmt: skip
    return max(0, purse["montant_centimes"] - kept)


def is_barred(instance: dict, project: dict) -> bool:
    """Whether its band or its score keeps a project out, whatever the money."""
    threshold = instance.get("parametres", {}).get("seuil_score")
    below = threshold is not None and project["score"] < threshold
    return project.get("bande") == "jamais" or below


def demands(instance: dict) -> set[str]:
    """The projects that must be retained, those their applicants put before them left aside."""
    always = {one["id"] for one in instance["projets"] if one.get("bande") == "toujours"}
    pinned = {row["projet"] for row in instance.get("fixes", []) if row["montant_centimes"] > 0}
    return always | pinned


def preferred(instance: dict, project: dict) -> list[str]:
    """The projects that the applicant wants before this one."""
    if "ordre_porteur" not in project:
        return []
    return [
        other["id"] for other in instance["projets"]
        if other.get("porteur") == project["porteur"]
        and other.get("ordre_porteur", project["ordre_porteur"]) < project["ordre_porteur"]
    ]  # fmt: skip


def project_faults(instance: dict, project: dict, parts: dict[str, int]) -> list[str]:
    """What is wrong in the parts of a retained project, whatever the others get."""
    name, settings, total = project["id"], instance.get("parametres", {}), sum(parts.values())
    cells = {
        row["enveloppe"]: row for row in instance["cellules"] if row["projet"] == name
    }  # fmt: skip
    faults = []
    for purse, amount in parts.items():
        cell = cells.get(purse)
        if cell is None:
            faults.append(f"{name} : {purse} ne peut pas le payer")
        elif not cell.get("min_centimes", 0) <= amount <= cell["max_centimes"] or amount <= 0:
            faults.append(f"{name} : {amount} de {purse}, hors des bornes de la cellule")
        if amount % settings.get("arrondi_centimes", 1):
            faults.append(f"{name} : {amount} de {purse} n’est pas arrondi")
    most = project["besoin_centimes"]
    if "part_publique_max_bp" in settings:
        most = min(most, project["cout_centimes"] * settings["part_publique_max_bp"] // 10_000)
    if not project["plancher_centimes"] <= total <= most:
        faults.append(f"{name} : {total} entre {project['plancher_centimes']} et {most} attendu")
    if is_barred(instance, project):
        faults.append(f"{name} : retenu malgré sa bande ou son score")
    return faults + _settled_faults(instance, name, parts) + _cofunding_faults(instance, name, parts)


def _settled_faults(instance: dict, name: str, parts: dict[str, int]) -> list[str]:
    faults = [
        f"{name} : {row['enveloppe']} devait donner {row['montant_centimes']}"
        for row in instance.get("fixes", [])
        if row["projet"] == name and parts.get(row["enveloppe"], 0) != row["montant_centimes"]
    ]
    for row in instance.get("engagements", []):
        if row["projet"] != name:
            continue
        met = parts.get(row["si"]["enveloppe"], 0) >= row["si"]["au_moins_centimes"]
        due = row["montant_centimes"] if met else 0
        if parts.get(row["enveloppe"], 0) != due:
            faults.append(f"{name} : {row['enveloppe']} s’engageait à {due}")
    return faults


def _cofunding_faults(instance: dict, name: str, parts: dict[str, int]) -> list[str]:
    total = sum(parts.values())
    return [
        f"{name} : cofinancement de {rule['enveloppe']} insuffisant"
        for rule in rules(instance, "cofinancement_min")
        if (paid := parts.get(rule["enveloppe"], 0))
        and (total - paid) * 10_000 < rule["part_bp"] * total
    ]


def shared_faults(instance: dict, grants: Grants) -> list[str]:
    """What is wrong between the projects: purses, shares, counts, groups, orders, demands."""
    faults = [f"{name} : exigé et refusé" for name in sorted(demands(instance) - grants.keys())]
    for purse in instance["enveloppes"]:
        given = sum(parts.get(purse["id"], 0) for parts in grants.values())
        if given > available(instance, purse):
            faults.append(f"{purse['id']} : donne {given} pour {available(instance, purse)}")
    amounts = {purse["id"]: purse["montant_centimes"] for purse in instance["enveloppes"]}
    for rule in rules(instance, "part_max"):
        most = amounts[rule["enveloppe"]] * rule["part_bp"] // 10_000
        if (given := _given(instance, rule, grants)) > most:
            faults.append(f"part_max de {rule['enveloppe']} : {given} pour {most}")
    for rule in rules(instance, "nombre_max"):
        if (count := _count(instance, rule, grants)) > rule["nombre"]:
            faults.append(f"nombre_max : {count} pour {rule['nombre']}")
    for group in instance.get("groupes_incompatibles", []):
        if sum(name in grants for name in group) > 1:
            faults.append(f"incompatibles : {', '.join(group)}")
    for project in instance["projets"]:
        if project["id"] in grants and not grants.keys() >= set(preferred(instance, project)):
            faults.append(f"{project['id']} : retenu avant un projet que son porteur préfère")
    return faults


def _given(instance: dict, rule: dict, grants: Grants) -> int:
    return sum(
        grants[project["id"]].get(rule["enveloppe"], 0) for project in instance["projets"]
        if project["id"] in grants and belongs(project, rule)
    )  # fmt: skip


def _count(instance: dict, rule: dict, grants: Grants) -> int:
    members = [one["id"] for one in instance["projets"] if belongs(one, rule)]
    if "enveloppe" in rule:
        return sum(grants.get(name, {}).get(rule["enveloppe"], 0) > 0 for name in members)
    return sum(name in grants for name in members)


def minima(instance: dict, grants: Grants) -> list[dict]:
    """The soft minima as the result tells them, in the order of the instance."""
    amounts = {purse["id"]: purse["montant_centimes"] for purse in instance["enveloppes"]}
    told = []
    for rule in instance.get("contraintes", []):
        if rule["type"] == "part_min":
            target = -(-amounts[rule["enveloppe"]] * rule["part_bp"] // 10_000)
            reached, suffix = _given(instance, rule, grants), "_centimes"
        elif rule["type"] == "nombre_min":
            target, reached, suffix = rule["nombre"], _count(instance, rule, grants), ""
        else:
            continue
        kept = dict(rule)
        missing = max(0, target - reached)
        told.append(kept | {
            "cible" + suffix: target, "atteint" + suffix: reached, "manque" + suffix: missing,
        })  # fmt: skip
    return told


def shortfall(instance: dict, grants: Grants) -> tuple[int, int]:
    """How many projects, then how many cents the soft minima miss."""
    told = minima(instance, grants)
    return sum(one.get("manque", 0) for one in told), sum(one.get("manque_centimes", 0) for one in told)


def share(project: dict, parts: dict[str, int]) -> Fraction:
    """The part of its need that a project gets; a project that needs nothing is served whole."""
    need = project["besoin_centimes"]
    return Fraction(sum(parts.values()), need) if need else Fraction(1)


def value(instance: dict, grants: Grants) -> Fraction:
    """What the strategy `valeur` makes the greatest."""
    kept = Fraction(instance.get("parametres", {}).get("poids_retenu_bp", 10_000), 10_000)
    return sum(
        (
            one["score"] * (kept + (1 - kept) * share(one, grants[one["id"]]))
            for one in instance["projets"] if one["id"] in grants
        ),
        Fraction(0),
    )  # fmt: skip


def smallest_share(instance: dict, grants: Grants) -> Fraction | None:
    """What the strategy `proportionnel` raises first; nothing when no retained project has a need."""
    shares = [
        share(one, grants[one["id"]])
        for one in instance["projets"] if one["id"] in grants and one["besoin_centimes"]
    ]  # fmt: skip
    return min(shares, default=None)


def grants_of(result: dict) -> Grants:
    return {
        line["id"]: {part["enveloppe"]: part["montant_centimes"] for part in line["parts"]}
        for line in result["projets"] if line["retenu"]
    }  # fmt: skip


def faults(instance: dict, grants: Grants) -> list[str]:
    """Every hard rule that these grants break."""
    own = [
        fault for project in instance["projets"] if project["id"] in grants
        for fault in project_faults(instance, project, grants[project["id"]])
    ]  # fmt: skip
    return own + shared_faults(instance, grants)


def result_faults(instance: dict, result: dict) -> list[str]:
    """Every rule a result breaks, and every figure of it that does not add up."""
    if result["statut"] == "infaisable":
        return [] if result["retenus"] == 0 else ["infaisable, et des projets sont retenus"]
    grants = grants_of(result)
    found = faults(instance, grants)
    found += [
        f"{line['id']} : total faux" for line in result["projets"]
        if line["retenu"] and line["total_centimes"] != sum(grants[line["id"]].values())
    ]  # fmt: skip
    if [line["id"] for line in result["projets"]] != [one["id"] for one in ranked(instance)]:
        found.append("les projets ne sont pas tous là, par rang")
    given = sum(sum(parts.values()) for parts in grants.values())
    if (result["retenus"], result["attribue_centimes"]) != (len(grants), given):
        found.append("« retenus » ou « attribue_centimes » est faux")
    return found + _purse_faults(instance, result, grants) + _objective_faults(instance, result, grants)


def _purse_faults(instance: dict, result: dict, grants: Grants) -> list[str]:
    unit = instance.get("parametres", {}).get("arrondi_centimes", 1)
    expected = []
    for purse in sorted(instance["enveloppes"], key=lambda one: one["id"].encode()):
        given = sum(parts.get(purse["id"], 0) for parts in grants.values())
        room = available(instance, purse)
        expected.append({
            "id": purse["id"], "consomme_centimes": given,
            "reste_centimes": purse["montant_centimes"] - given,
            "saturee": given >= room - room % unit,
        })  # fmt: skip
    told = [{key: line.get(key) for key in expected[0]} for line in result["enveloppes"]]
    return [] if told == expected else ["l’emploi des enveloppes est mal dit"]


def _objective_faults(instance: dict, result: dict, grants: Grants) -> list[str]:
    found = []
    wanted = {"rang": len(grants)}.get(result["strategie"])
    if result["strategie"] == "valeur":
        wanted = value(instance, grants).__floor__()
    elif result["strategie"] == "proportionnel":
        least = smallest_share(instance, grants)
        wanted = None if least is None else (least * 10_000).__floor__()
    if wanted is not None and result["objectif"] != wanted:
        found.append(f"objectif {result['objectif']} au lieu de {wanted}")
    if result["borne"] < result["objectif"]:
        found.append("la borne est sous l’objectif")

    def order(lines: list[dict]) -> list[str]:
        return sorted(json.dumps(line, sort_keys=True) for line in lines)

    if order(result.get("minima", [])) != order(minima(instance, grants)):
        found.append(f"minima {result.get('minima')} au lieu de {minima(instance, grants)}")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    read = []
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            read.append(json.load(file))
    seen = result_faults(*read)
    print(*seen, sep="\n", end="\n" if seen else "")
    sys.exit(1 if seen else 0)
