public import Forms
public import Vocabulary

/// One line of a budget to look at first when charges and resources differ, and why.
///
/// A suspicion is arithmetic, never a judgement: the amount of the line, or a slip of the pen on it,
/// explains the gap to the cent.
public struct BudgetSuspicion: Hashable, Sendable {
  /// What makes a line suspect, the most plausible first.
  public enum Reason: Hashable, Sendable {
    /// A resource of the applicant has the amount of a request, and that amount is the gap.
    case countedAsOwn(payer: String)
    /// The amount is the gap.
    case equalsGap
    /// The amount is half the gap: it stands on the wrong side.
    case wrongSide
    /// Ten, a hundred or a thousand times too much or too little.
    case decimalSlip(likely: Cents)
    /// Two digits that were exchanged.
    case swappedDigits(likely: Cents)
  }

  /// Path of the amount in the form, for instance `budget.charges.641`.
  public let field: FieldID
  /// Its line in the file received.
  public let line: Int?
  public let amount: Cents
  public let reason: Reason
  /// The line as a sentence names it: `le compte 641`.
  public let name: String

  /// Why the line is suspect, without a capital nor a full stop.
  public var explanation: String {
    switch reason {
    case .countedAsOwn(let payer):
      "son montant est celui de l’écart et de la demande à \(payer), peut-être comptée deux fois"
    case .equalsGap: "son montant est exactement celui de l’écart"
    case .wrongSide:
      "son montant est la moitié de l’écart ; est-il inscrit du bon côté du budget ?"
    case .decimalSlip(let likely):
      "avec \(likely.french) au lieu de \(amount.french), le budget serait équilibré ; "
        + "un zéro ou une virgule a pu glisser"
    case .swappedDigits(let likely):
      "avec \(likely.french) au lieu de \(amount.french), le budget serait équilibré ; "
        + "deux chiffres ont pu être intervertis"
    }
  }

  /// A full French sentence.
  public var french: String {
    let place = line.map { ", ligne \($0)" } ?? ""
    let end = explanation.hasSuffix("?") ? "" : "."
    return "Regardez d’abord \(name)\(place) : \(explanation)\(end)"
  }
}

extension Application {
  /// Where to look first when the budget of a year does not balance, the most plausible line first.
  ///
  /// - Parameter year: rank of the year asked for, from 1.
  /// - Returns: an empty list when the year balances, or when nothing explains its gap.
  public func budgetSuspicions(year: Int = 1) -> [BudgetSuspicion] {
    let lines = BudgetLine.all(of: answers, in: YearSections(year: year))
    return BudgetSearch(lines: lines).suspicions
  }
}

/// Looks for the lines that explain the gap between charges and resources.
struct BudgetSearch {
  let lines: [BudgetLine]

  /// Charges less resources.
  private var gap: Cents {
    lines.reduce(.zero) { $1.side == .charge ? $0 + $1.amount : $0 - $1.amount }
  }

  var suspicions: [BudgetSuspicion] {
    let gap = gap
    guard gap != .zero else { return [] }
    var ranked: [(rank: Int, place: Int, suspicion: BudgetSuspicion)] = []
    for (place, line) in lines.enumerated() {
      guard let reason = reason(for: line, gap: gap) else { continue }
      let suspicion = BudgetSuspicion(
        field: line.field, line: line.line, amount: line.amount, reason: reason, name: line.name)
      ranked.append((rank(of: reason, line, gap: gap), place, suspicion))
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.suspicion)
  }

  /// The most plausible reason to suspect a line; `nil` when it explains nothing.
  private func reason(for line: BudgetLine, gap: Cents) -> BudgetSuspicion.Reason? {
    guard line.amount > .zero else { return nil }
    let width = gap < .zero ? -gap : gap
    if line.amount == width {
      let twin = line.side == .own && gap < .zero ? lines.first { $0.isRequest(of: width) } : nil
      return twin.map { .countedAsOwn(payer: $0.payer ?? "") } ?? .equalsGap
    }
    if line.amount + line.amount == width, line.isHeavy(gap: gap), line.isAccount {
      return .wrongSide
    }
    let likely = line.side == .charge ? line.amount - gap : line.amount + gap
    guard likely > .zero else { return nil }
    if Self.isDecimalSlip(line.amount, likely) { return .decimalSlip(likely: likely) }
    return SwappedDigits.explain(line.amount, likely) ? .swappedDigits(likely: likely) : nil
  }

  private static func isDecimalSlip(_ written: Cents, _ likely: Cents) -> Bool {
    let (small, large) = written < likely ? (written, likely) : (likely, written)
    guard large.rawValue.isMultiple(of: small.rawValue) else { return false }
    return [10, 100, 1_000].contains(large.rawValue / small.rawValue)
  }

  /// Lines on the side that is too large come first: removing is more often right than adding.
  private func rank(
    of reason: BudgetSuspicion.Reason, _ line: BudgetLine, gap: Cents
  ) -> Int {
    switch reason {
    case .countedAsOwn: 0
    case .equalsGap: line.isHeavy(gap: gap) ? 1 : 5
    case .wrongSide: 2
    case .decimalSlip: 3
    case .swappedDigits: 4
    }
  }
}

/// Whether one amount becomes another by exchanging two of its digits.
private enum SwappedDigits {
  static func explain(_ written: Cents, _ likely: Cents) -> Bool {
    // Nine divides what an exchange of digits changes: most pairs end here.
    guard (written.rawValue - likely.rawValue).isMultiple(of: 9) else { return false }
    let left = Array(String(written.rawValue).utf8)
    let right = Array(String(likely.rawValue).utf8)
    guard left.count == right.count else { return false }
    let places = left.indices.filter { left[$0] != right[$0] }
    guard places.count == 2 else { return false }
    return left[places[0]] == right[places[1]] && left[places[1]] == right[places[0]]
  }
}
