"""The engine behind `solveur.py`: one model, questions one after another, every answer checked."""

import repartition_controle as checker
from repartition_controle import Grants
from solveur_modele import Model


class Wrong(Exception):
    """The engine contradicts itself: what it found breaks a rule once rounded."""


class Engine:
    """One model, asked one question after another; every solution is checked in whole cents."""

    def __init__(self, instance: dict):
        self.instance = instance
        self.model = Model(instance)
        self.mip = self.model.mip
        self.witness: Grants = {}

    def ask(self, costs: dict[int, float], maximise: bool = True) -> bool:
        """Whether there is a solution; `witness` is then the best one."""
        values = self.mip.solve(costs, maximise)
        if values is None:
            return False
        self.witness = self.model.grants(values)
        if faults := checker.faults(self.instance, self.witness):
            raise Wrong("; ".join(faults))
        return True

    def settle_minima(self) -> bool:
        """Holds the shortfalls at their least; false when the demands cannot be met."""
        model = self.model
        if not model.has_minima:
            return self.ask({})
        if not self.ask({model.missing_projects: 1}, maximise=False):
            return False
        self.mip.bound(model.missing_projects, upper=checker.shortfall(self.instance, self.witness)[0])
        self.ask({model.missing_money: 1}, maximise=False)
        cents = checker.shortfall(self.instance, self.witness)[1]
        # Half a cent above: sums of whole cents need no finer limit.
        self.mip.bound(model.missing_money, upper=(cents + 0.5) / model.scale)
        return True

    def walk(self, order: list[str], unproven: set[str] = frozenset()) -> set[str]:
        """Goes down an order and retains whoever can be; `unproven` are refused without a question.

        Without a soft minimum a project waits for those its applicant prefers: they must be
        retained already. With one, a complete solution that retains them later is enough.
        """
        kept = self.demanded()
        for name in order:
            if name in kept:
                continue
            column = self.model.retained[self.model.place[name]]
            before = set(checker.preferred(self.instance, self.model.projects[self.model.place[name]]))
            waits = not self.model.has_minima and not before <= kept
            if name in unproven or waits or not self._can_join(name, column):
                self.mip.bound(column, upper=0)
            else:
                kept.add(name)
        return kept

    def _can_join(self, name: str, column: int) -> bool:
        if self.mip.upper[column] < 1:
            return False
        self.mip.bound(column, lower=1)
        if name in self.witness or self.ask({}):
            return True
        self.mip.bound(column, lower=0)
        return False

    def demanded(self) -> set[str]:
        """The projects demanded, and those that their applicants put before them."""
        projects = {one["id"]: one for one in self.instance["projets"]}
        kept, pending = set(), list(checker.demands(self.instance))
        while pending:
            name = pending.pop()
            if name not in kept:
                kept.add(name)
                pending += checker.preferred(self.instance, projects[name])
        return kept

    def served_first(self, rule: dict) -> list[str]:
        """Whom a reserve for a category serves first: a walk on what is reserved alone."""
        engine = Engine(self.instance)
        model = engine.model
        column = model.given[rule["enveloppe"]]
        reserved = rule["montant_centimes"] // model.unit
        engine.mip.bound(column, upper=min(engine.mip.upper[column], reserved))
        demanded = engine.demanded()
        members = [one["id"] for one in model.projects if checker.belongs(one, rule)]
        for one, retained in zip(model.projects, model.retained, strict=True):
            if one["id"] not in demanded and one["id"] not in members:
                engine.mip.bound(retained, upper=0)
        if not engine.ask({}):
            return []
        kept = engine.walk(members)
        return [name for name in members if name in kept]

    def raise_totals(self, order: list[str]):
        """The most for the first, then the most for the second..."""
        for name in order:
            place = self.model.place[name]
            total = self.model.total[place]
            given = sum(self.witness[name].values())
            if given // self.model.unit < self.model.most[place]:
                self.ask({total: 1})
                given = sum(self.witness[name].values())
            self.mip.bound(total, lower=given // self.model.unit)

    def least_specific(self) -> int:
        """The least drawn on specific purses once the totals are held, in cents."""
        self.ask({self.model.specific: 1}, maximise=False)
        return specific(self.instance, self.witness)


def specific(instance: dict, grants: Grants) -> int:
    """What the specific purses give, in cents."""
    names = {one["id"] for one in instance["enveloppes"] if one["nature"] == "specifique"}
    return sum(
        amount for parts in grants.values() for purse, amount in parts.items() if purse in names
    )  # fmt: skip


def by_rank(instance: dict, unproven: set[str] = frozenset()) -> tuple[Engine, set[str] | None]:
    """The retained list of `rang`, with the engine that found it; `None` when infeasible."""
    engine = Engine(instance)
    if not engine.settle_minima():
        return engine, None
    first = {
        name for rule in checker.rules(instance, "reserve") if "selon" in rule
        for name in engine.served_first(rule)
    }  # fmt: skip
    names = [one["id"] for one in engine.model.projects]
    order = [name for name in names if name in first] + [name for name in names if name not in first]
    return engine, engine.walk(order, unproven)
