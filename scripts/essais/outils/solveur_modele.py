"""An instance of `aap simuler` as a mixed integer programme for HiGHS.

Exact: amounts are whole numbers of `arrondi_centimes`, tolerances are far below one of them, and
what is found is rounded, then checked. Loose (`exact=False`): amounts are reals in thousands of
euros, for large instances of which only the value and the time matter.
"""

from repartition_controle import available, belongs, demands, is_barred, preferred, ranked, rules
from solveur_highs import INFINITY, Mip


class Model:
    """The columns that the strategies speak of, by place in the ranking."""

    def __init__(self, instance: dict, *, exact: bool = True):
        self.instance, self.exact, self.mip = instance, exact, Mip()
        self.projects = ranked(instance)
        self.unit = instance.get("parametres", {}).get("arrondi_centimes", 1)
        self.scale = self.unit if exact else max(self.unit, 100_000)
        self.place = {one["id"]: place for place, one in enumerate(self.projects)}
        self.purses = [one["id"] for one in instance["enveloppes"]]
        self._amounts = {one["id"]: one["montant_centimes"] for one in instance["enveloppes"]}
        self._pins = {(row["projet"], row["enveloppe"]): row for row in instance.get("fixes", [])}
        self.retained, self.total = [], []
        self.paid: dict[tuple[str, str], int] = {}
        self._switches: dict[tuple[str, str], int] = {}
        self._add_projects()
        self._add_cells()
        self._add_totals()
        self._add_commitments()
        self._add_purses()
        self._add_retention()
        self._add_constraints()
        self._add_minima()
        self.worth = self._worth()
        if exact:
            self._add_share()
            self.value = self.mip.column(-INFINITY, INFINITY, whole=False)
            self.mip.row(self.worth | {self.value: -1.0}, 0.0, 0.0)
        self.mip.start(exact)

    def grants(self, values: list[float]) -> dict[str, dict[str, int]]:
        """The retained projects of a solution, with what each purse gives them, in cents."""
        found = {
            one["id"]: {} for one, column in zip(self.projects, self.retained, strict=True)
            if values[column]
        }  # fmt: skip
        for (name, purse), column in self.paid.items():
            if values[column] and name in found:
                found[name][purse] = round(values[column] * self.scale)
        return found

    def _down(self, cents: int) -> float:
        return cents // self.unit if self.exact else cents / self.scale

    def _up(self, cents: int) -> float:
        return -(-cents // self.unit) if self.exact else cents / self.scale

    def _add_projects(self):
        wanted = demands(self.instance)
        share = self.instance.get("parametres", {}).get("part_publique_max_bp")
        self.least, self.most = [], []
        for one in self.projects:
            most = one["besoin_centimes"]
            if share is not None:
                most = min(most, one["cout_centimes"] * share // 10_000)
            self.least.append(self._up(one["plancher_centimes"]))
            self.most.append(self._down(most))
            possible = not is_barred(self.instance, one) and self.least[-1] <= self.most[-1]
            self.mip.is_impossible |= one["id"] in wanted and not possible
            self.retained.append(self.mip.column(int(one["id"] in wanted and possible), int(possible)))

    def _add_cells(self):
        for cell in self.instance["cellules"]:
            name, purse = cell["projet"], cell["enveloppe"]
            place = self.place[name]
            pin = self._pins.get((name, purse))
            if pin is not None and not pin["montant_centimes"]:
                continue
            least = self._up(cell.get("min_centimes", 0))
            most = min(self._down(cell["max_centimes"]), self.most[place])
            if pin is not None:
                least = max(least, self._up(pin["montant_centimes"]))
                most = min(most, self._down(pin["montant_centimes"]))
            if most < max(least, self._up(1)):
                continue
            column = self.mip.column(least if pin else 0, most, whole=self.exact)
            self.paid[name, purse] = column
            if least > self._up(1):
                self._switch(name, purse, least)
            elif self.exact:
                # The total of a refused project is nil already: HiGHS does without on large instances.
                self.mip.row({column: 1.0, self.retained[place]: -most}, upper=0.0)
        for (name, purse), pin in self._pins.items():
            self.mip.is_impossible |= pin["montant_centimes"] > 0 and (name, purse) not in self.paid

    def _switch(self, name: str, purse: str, least: float | None = None) -> int | None:
        """The column that says whether a purse pays a project: 1 exactly when it gives something."""
        if (name, purse) not in self.paid:
            return None
        if (name, purse) not in self._switches:
            paid = self.paid[name, purse]
            switch = self._switches[name, purse] = self.mip.column(0, 1)
            smallest = max(least or 0, self._up(1))
            self.mip.row({paid: 1.0, switch: -self.mip.upper[paid]}, upper=0.0)
            self.mip.row({paid: 1.0, switch: -smallest}, lower=0.0)
            self.mip.row({switch: 1.0, self.retained[self.place[name]]: -1.0}, upper=0.0)
        return self._switches[name, purse]

    def _add_totals(self):
        cells = {one["id"]: {} for one in self.projects}
        for (name, _), column in self.paid.items():
            cells[name][column] = 1.0
        for place, one in enumerate(self.projects):
            total = self.mip.column(0, max(self.most[place], 0), whole=False)
            kept = self.retained[place]
            self.total.append(total)
            self.mip.row(cells[one["id"]] | {total: -1.0}, 0.0, 0.0)
            self.mip.row({total: 1.0, kept: -self.most[place]}, upper=0.0)
            self.mip.row({total: 1.0, kept: -self.least[place]}, lower=0.0)

    def _add_commitments(self):
        for row in self.instance.get("engagements", []):
            name, condition = row["projet"], row["si"]
            kept = self.retained[self.place[name]]
            threshold, amount = self._up(condition["au_moins_centimes"]), self._up(row["montant_centimes"])
            met = self.mip.column(0, 1)
            cause = self.paid.get((name, condition["enveloppe"]))
            self.mip.row({met: 1.0, kept: -1.0}, upper=0.0)
            if not condition["au_moins_centimes"]:
                self.mip.row({met: 1.0, kept: -1.0}, lower=0.0)
            elif cause is None:
                self.mip.row({met: 1.0}, upper=0.0)
            else:
                below = threshold - self.unit / self.scale
                room = max(self.mip.upper[cause] - below, 0)
                self.mip.row({cause: 1.0, met: -threshold}, lower=0.0)
                self.mip.row({cause: 1.0, met: -room}, upper=below)
            paid = self.paid.get((name, row["enveloppe"]))
            terms = {met: -float(amount)} | ({} if paid is None else {paid: 1.0})
            self.mip.row(terms, 0.0, 0.0)

    def _add_purses(self):
        self.given = {}
        specific = {}
        for purse in self.instance["enveloppes"]:
            column = self.mip.column(0, self._down(available(self.instance, purse)), whole=False)
            self.given[purse["id"]] = column
            cells = {paid: 1.0 for (_, payer), paid in self.paid.items() if payer == purse["id"]}
            self.mip.row(cells | {column: -1.0}, 0.0, 0.0)
            if purse["nature"] == "specifique":
                specific[column] = 1.0
        self.specific = self.mip.column(0, INFINITY, whole=False)
        self.mip.row(specific | {self.specific: -1.0}, 0.0, 0.0)

    def _add_retention(self):
        for group in self.instance.get("groupes_incompatibles", []):
            members = {self.retained[self.place[name]]: 1.0 for name in group}
            self.mip.row(members, upper=1.0)
        if any("ordre_porteur" in one for one in self.projects):
            for one, column in zip(self.projects, self.retained, strict=True):
                for other in preferred(self.instance, one):
                    before = self.retained[self.place[other]]
                    self.mip.row({column: 1.0, before: -1.0}, upper=0.0)

    def _category(self, rule: dict) -> dict[int, float]:
        """What the purse of a rule gives to the projects it counts."""
        return {
            self.paid[one["id"], rule["enveloppe"]]: 1.0 for one in self.projects
            if belongs(one, rule) and (one["id"], rule["enveloppe"]) in self.paid
        }  # fmt: skip

    def _counted(self, rule: dict) -> dict[int, float]:
        """The switches that a count adds up."""
        members = [one["id"] for one in self.projects if belongs(one, rule)]
        if "enveloppe" not in rule:
            return {self.retained[self.place[name]]: 1.0 for name in members}
        found = [self._switch(name, rule["enveloppe"]) for name in members]
        return {column: 1.0 for column in found if column is not None}

    def _add_constraints(self):
        for rule in rules(self.instance, "part_max"):
            most = self._down(self._amounts[rule["enveloppe"]] * rule["part_bp"] // 10_000)
            self.mip.row(self._category(rule), upper=most)
        for rule in rules(self.instance, "nombre_max"):
            self.mip.row(self._counted(rule), upper=rule["nombre"])
        for rule in rules(self.instance, "cofinancement_min"):
            # Nothing paid, nothing asked: the rule then holds by itself.
            own = 1 - rule["part_bp"] / 10_000
            for place, one in enumerate(self.projects):
                paid = self.paid.get((one["id"], rule["enveloppe"]))
                if paid is not None:
                    self.mip.row({self.total[place]: own, paid: -1.0}, lower=0.0)

    def _add_minima(self):
        """Shortfalls: what each soft minimum misses, and the two sums to make the least."""
        self.missing_projects = self.mip.column(0, INFINITY, whole=False)
        self.missing_money = self.mip.column(0, INFINITY, whole=False)
        projects, money = {}, {}
        for rule in rules(self.instance, "nombre_min"):
            missing = self.mip.column(0, rule["nombre"])
            self.mip.row(self._counted(rule) | {missing: 1.0}, lower=rule["nombre"])
            projects[missing] = 1.0
        for rule in rules(self.instance, "part_min"):
            target = -(-self._amounts[rule["enveloppe"]] * rule["part_bp"] // 10_000) / self.scale
            missing = self.mip.column(0, target, whole=False)
            self.mip.row(self._category(rule) | {missing: 1.0}, lower=target)
            money[missing] = 1.0
        self.has_minima = bool(projects or money)
        self.mip.row(projects | {self.missing_projects: -1.0}, upper=0.0)
        self.mip.row(money | {self.missing_money: -1.0}, upper=0.0)

    def _add_share(self):
        """The smallest share of need, in [0, 1], and the rate of the purse most drawn on."""
        self.share = self.mip.column(0, 1, whole=False)
        self.rate = self.mip.column(0, 1, whole=False)
        for one, kept, total in zip(self.projects, self.retained, self.total, strict=True):
            need = one["besoin_centimes"] / self.scale
            if need:
                self.mip.row({total: 1.0, kept: -need, self.share: -need}, lower=-need)
        for column in self.given.values():
            if room := self.mip.upper[column]:
                self.mip.row({column: 1.0, self.rate: -float(room)}, upper=0.0)

    def _worth(self) -> dict[int, float]:
        """What each column brings to the strategy `valeur`; nothing when a score is missing."""
        if any("score" not in one for one in self.projects):
            return {}
        kept = self.instance.get("parametres", {}).get("poids_retenu_bp", 10_000) / 10_000
        worth = {}
        for one, column, total in zip(self.projects, self.retained, self.total, strict=True):
            need = one["besoin_centimes"] / self.scale
            worth[column] = one["score"] * (kept if need else 1.0)
            if need and kept < 1:
                worth[total] = one["score"] * (1 - kept) / need
        return worth
