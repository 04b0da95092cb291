import Vocabulary

/// Looks for the least money on one purse that retains a refused project.
///
/// The extra money may first serve better ranked projects. While it lets none of them in, whoever was
/// retained still is and every earlier refusal keeps its proof, since its cut lies elsewhere or needs
/// more. Otherwise the walk is walked again from the first one let in, with a little more each time;
/// past a few rounds comes the amount that lets in all those a larger purse can let in (``PurseSweep``).
struct PurseAdvice {
  /// Admissions that may be replayed for all the advice of one run, looking for less than the sweeps.
  static let admissions = 2_500
  /// Admissions that may be replayed to prove what the sweeps found.
  static let provingAdmissions = 12_000
  private static let purses = 4
  private static let rounds = 3

  let instance: Instance
  let problem: Problem
  let refusals: [WalkRefusal]
  private var search = Rerun(admissions: Self.admissions)
  private var proof = Rerun(admissions: Self.provingAdmissions)
  /// Purses on which a walk may start again halfway: nothing but their own capacity depends on
  /// their amount.
  private let isPlain: [Bool]
  private var sweeps: [Int: PurseSweep] = [:]

  init(instance: Instance, problem: Problem, refusals: [WalkRefusal]) {
    self.instance = instance
    self.problem = problem
    self.refusals = refusals
    var isPlain = [Bool](
      repeating: problem.isPlainFlow(of: instance), count: problem.purses.count)
    for (cell, purse) in problem.cellPurse.enumerated()
    where problem.high[cell] == problem.purseCapacity[purse] {
      isPlain[purse] = false
    }
    for case .maximumShare(let id, _, _) in instance.constraints {
      if let purse = problem.purses.firstIndex(where: { $0.id == id }) { isPlain[purse] = false }
    }
    self.isPlain = isPlain
  }

  /// The purse and the least extra found, in units, whose walk retains the project of the refusal.
  mutating func cheapest(for refusal: Int) -> (purse: Int, extra: Int64)? {
    guard let shortage = refusals[refusal].shortage else { return nil }
    var best: (purse: Int, extra: Int64)?
    for candidate in shortage.remedies.prefix(Self.purses) {
      guard let extra = least(for: refusal, on: candidate, below: best?.extra ?? .max)
      else { continue }
      best = (candidate.purse, extra)
      if extra == shortage.missing { return best }
    }
    return swept(refusal, shortage, below: best?.extra ?? .max) ?? best
  }

  /// The least amount that a sweep gives, once it is proven.
  private mutating func swept(
    _ refusal: Int, _ shortage: Shortage, below most: Int64
  ) -> (purse: Int, extra: Int64)? {
    var found: [(purse: Int, extra: Int64)] = []
    for candidate in shortage.remedies where isPlain[candidate.purse] {
      let purse = candidate.purse
      let sweep = sweeps[purse] ?? PurseSweep(of: purse, past: refusals)
      sweeps[purse] = sweep
      guard let extra = sweep.extra[refusals[refusal].project], extra < most,
        isAllowed(extra, on: purse)
      else { continue }
      found.append((purse, extra))
    }
    guard let best = found.min(by: { $0.extra < $1.extra }), !proof.isExhausted,
      case .retained = resume(for: refusal, best.extra, on: best.purse, counting: &proof)
    else { return nil }
    return best
  }

  private mutating func least(
    for refusal: Int, on candidate: (purse: Int, extra: Int64), below most: Int64
  ) -> Int64? {
    let purse = candidate.purse
    var extra = candidate.extra
    for _ in 0..<Self.rounds where !search.isExhausted {
      guard extra < most, isAllowed(extra, on: purse) else { return nil }
      let admission =
        isPlain[purse] && refusals[refusal].walk != nil
        ? resume(for: refusal, extra, on: purse, counting: &search)
        : restart(for: refusal, extra, on: purse)
      if case .retained = admission { return extra }
      guard case .outOfMoney(let shortage) = admission,
        let more = more(on: purse, isPlain: isPlain[purse], shortage)
      else { return nil }
      extra += more
    }
    return nil
  }

  /// What would be enough beside those the last walk retained; on a plain purse, what may be.
  private func more(on purse: Int, isPlain: Bool, _ shortage: Shortage) -> Int64? {
    guard !isPlain else { return max(1, shortage.missing) }
    return shortage.remedies.first { $0.purse == purse }?.extra
  }

  private func isAllowed(_ extra: Int64, on purse: Int) -> Bool {
    let limit = Int128(Cents.limit.rawValue)
    return Int128(problem.purses[purse].amount.rawValue) + Int128(extra) * Int128(problem.unit)
      <= limit
  }

  /// Walks again from the first refusal that the extra money lifts.
  private func resume(
    for refusal: Int, _ extra: Int64, on purse: Int, counting rerun: inout Rerun
  ) -> RankWalk.Admission? {
    let project = refusals[refusal].project
    let first = refusals[..<refusal].first { $0.extra(on: purse) ?? .max <= extra }
    guard let first else { return .retained }
    guard var walk = first.walk else { return nil }
    walk.enlarge(purse, by: extra)
    rerun.admissions -= project - first.project + 1
    for other in first.project..<project where !problem.isMandatory[other] {
      _ = walk.admit(other, explain: false)
    }
    return walk.admit(project, explain: false)
  }

  /// Walks from the top on the enlarged instance.
  private mutating func restart(
    for refusal: Int, _ extra: Int64, on purse: Int
  ) -> RankWalk.Admission? {
    guard let row = instance.purses.firstIndex(where: { $0.id == problem.purses[purse].id }) else {
      return nil
    }
    var enlarged = instance
    enlarged.purses[row].amount += Cents(extra * problem.unit)
    return search.admission(of: problem.projects[refusals[refusal].project].id, in: enlarged)
  }
}
