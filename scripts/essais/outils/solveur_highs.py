"""HiGHS, asked many questions about one model: bounds and costs change, rows stay."""

import os

import highspy

INFINITY = highspy.kHighsInf
_STATUS = highspy.HighsModelStatus
_NONE_THERE = (_STATUS.kInfeasible, _STATUS.kUnboundedOrInfeasible)


def _silence_banner():
    """The first solver of a process says its name on the standard output, whatever its options."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    highspy.Highs()
    os.dup2(kept, 1)
    os.close(kept)
    os.close(nowhere)


_silence_banner()


class Unsettled(Exception):
    """The solver stopped on its time limit before it knew the answer."""


class Mip:
    """Columns and rows gathered first, then one HiGHS model whose bounds and costs change."""

    def __init__(self):
        self.lower, self.upper, self.whole = [], [], []
        self._rows = []
        self._costs = {}
        self._solver = None
        self.is_impossible = False
        """Something demanded contradicts itself: no solver is needed to know it."""

    def column(self, lower: float, upper: float, whole: bool = True) -> int:
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.lower) - 1

    def row(self, terms: dict[int, float], lower: float = -INFINITY, upper: float = INFINITY):
        self._rows.append((terms, lower, upper))

    def start(self, exact: bool):
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(self.lower), len(self._rows)
        programme.col_cost_ = [0.0] * len(self.lower)
        programme.col_lower_, programme.col_upper_ = self.lower, self.upper
        programme.row_lower_ = [lower for _, lower, _ in self._rows]
        programme.row_upper_ = [upper for _, _, upper in self._rows]
        starts, indices, values = [0], [], []
        for terms, _, _ in self._rows:
            indices += terms.keys()
            values += terms.values()
            starts.append(len(indices))
        matrix = programme.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_, matrix.index_, matrix.value_ = starts, indices, values
        kinds = highspy.HighsVarType
        programme.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        self._solver = solver = highspy.Highs()
        self.set("output_flag", False)
        solver.passModel(programme)
        self.set("threads", 1)
        self.set("random_seed", 1)
        if exact:
            for name in ("mip_feasibility_tolerance", "primal_feasibility_tolerance"):
                self.set(name, 1e-9)
            self.set("mip_rel_gap", 0.0)
            self.set("mip_abs_gap", 0.0)

    def set(self, name: str, value):
        self._solver.setOptionValue(name, value)

    def bound(self, column: int, lower: float | None = None, upper: float | None = None):
        """Narrows or widens one column; what is not given stays."""
        self.lower[column] = self.lower[column] if lower is None else lower
        self.upper[column] = self.upper[column] if upper is None else upper
        self._solver.changeColBounds(column, self.lower[column], self.upper[column])

    def solve(self, costs: dict[int, float], maximise: bool = True) -> list[float] | None:
        """The best values found, whole where they must be; `None` when there is no solution."""
        for column in self._costs.keys() - costs.keys():
            self._solver.changeColCost(column, 0.0)
        for column, cost in costs.items():
            self._solver.changeColCost(column, float(cost))
        self._costs = costs
        if self.is_impossible:
            return None
        sense = highspy.ObjSense
        self._solver.changeObjectiveSense(sense.kMaximize if maximise else sense.kMinimize)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status in _NONE_THERE:
            return None
        told = self._solver.getInfo()
        found = told.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if not found or status not in (_STATUS.kOptimal, _STATUS.kTimeLimit):
            raise Unsettled(str(status))
        self.is_proven = status == _STATUS.kOptimal
        # Without a whole column the problem is linear, and its optimum is its own bound.
        self.dual_bound = told.mip_dual_bound if any(self.whole) else told.objective_function_value
        values = self._solver.getSolution().col_value
        return [round(one) if whole else one for one, whole in zip(values, self.whole, strict=True)]
