public import Committee
public import Contract
import Dossiers
import Vocabulary

/// Where a session stands, on one screen of 100 columns, for the secretary or a projector.
///
/// Nothing is told by colour: bars and words carry it all.
public struct SessionBoard {
  /// Columns of the screen.
  static let width = 100
  private static let nextDossiers = 5
  private static let shownPurses = 12
  private static let barWidth = 20

  private let state: SessionState
  /// The funder whose purses alone are shown; `nil` for all of them.
  private let funder: FunderID?

  /// Shows a state.
  ///
  /// - Parameters:
  ///   - state: where the session stands.
  ///   - funder: the funder whose purses alone are shown.
  public init(_ state: SessionState, of funder: FunderID? = nil) {
    self.state = state
    self.funder = funder
  }

  /// The screen, without a final newline.
  public var text: String {
    guard let opening = state.opening else { return "Aucune séance." }
    let rule = String(repeating: "─", count: Self.width)
    let blocks = [
      head(opening), funder == nil ? called : [], purses(opening), next, progress,
    ].filter { !$0.isEmpty }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\(rule)\n")
  }

  private func head(_ opening: SessionOpening) -> [String] {
    let phase =
      switch state.phase {
      case .awaitingOpening: "NON OUVERTE"
      case .open: "OUVERTE"
      case .suspended: "SUSPENDUE"
      case .closed: "CLOSE"
      }
    let title = "COMITÉ DES FINANCEURS, appel \(opening.call), \(opening.day.french)"
    let reached = state.reachesQuorum ? "atteint" : "NON ATTEINT"
    let seats = opening.charter.members.count { $0.voice == .deliberative }
    var lines = [
      Self.line(title, "SÉANCE \(phase)"),
      "Présents\u{00A0}: \(state.seated.count) sur \(seats) (quorum \(state.quorum) \(reached))"
        + "\u{00A0}; \(state.present.keys.sorted().joined(separator: ", "))",
    ]
    if !state.proxies.isEmpty {
      let given = state.proxies.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }
      lines.append("Procurations\u{00A0}: \(given.joined(separator: ", "))")
    }
    return lines.flatMap(Self.wrapped)
  }

  private var called: [String] {
    guard let number = state.called, let dossier = state.applications[number] else { return [] }
    var lines = [
      Self.line(
        "DOSSIER APPELÉ  \(number.text)  rang \(dossier.rank)",
        "score \(Self.points(dossier.scoreTenths))"),
      "«\u{00A0}\(dossier.title)\u{00A0}», \(dossier.applicant)",
      "Besoin \(dossier.need.french)\u{00A0}; plancher \(dossier.floor.french)\u{00A0}; demandé\u{00A0}: "
        + dossier.requested.french,
    ]
    if let proposal = state.proposals[state.lastProposal] {
      let grants = proposal.grants.filter { $0.number == number }
        .map { PurseAmount(purse: $0.purse, amount: $0.amount) }
      lines.append("Proposition \(proposal.id)\u{00A0}: \(grants.french)")
    }
    for amendment in state.amendments.values.sorted(by: { $0.id < $1.id })
    where amendment.number == number {
      let outcome = state.carried[number] == amendment ? ", adopté" : ""
      lines.append("Amendement \(amendment.id)\(outcome)\u{00A0}: \(amendment.grants.french)")
    }
    lines += promises(on: number)
    for adjustment in (state.adjustments[number] ?? [:]).values.sorted(by: { $0.purse < $1.purse })
    {
      lines.append("Ajustement\u{00A0}: \(adjustment.purse) \(adjustment.french)")
    }
    if let aside = state.recused[number], !aside.isEmpty {
      lines.append("Déportés\u{00A0}: \(aside.sorted().joined(separator: ", "))")
    }
    if let decision = state.decisions[number] {
      lines.append("DÉCIDÉ\u{00A0}: \(decision.kind.french), \(decision.grants.french)")
    }
    return lines.flatMap(Self.wrapped)
  }

  private func promises(on number: DossierNumber) -> [String] {
    guard state.commitments[number]?.isEmpty == false else { return [] }
    let resolution = state.resolution(for: number)
    return resolution.kept.map { "Engagement\u{00A0}: \($0.french)" }
      + resolution.fallen.map { "Engagement sans effet\u{00A0}: \($0.commitment.french)" }
      + resolution.cycles.map {
        "Engagements qui se tiennent l’un l’autre\u{00A0}: \($0.joined(separator: ", "))"
      }
  }

  private func purses(_ opening: SessionOpening) -> [String] {
    let head = Self.row("ENVELOPPE", "MONTANT", "ACCORDÉ", "RESTE", "CONSOMMÉ")
    let all = opening.purses.filter { funder == nil || $0.funder == funder }
    let shown = shown(among: all)
    var rows = all.filter { shown.contains($0.id) }.map { purse in
      let granted = state.grantedByPurse[purse.id] ?? .zero
      return Self.row(purse.id, purse.amount, granted)
    }
    let others = all.filter { !shown.contains($0.id) }
    if !others.isEmpty {
      rows.append(
        Self.row(
          "\(others.count) autres", others.map(\.amount).total(),
          others.compactMap { state.grantedByPurse[$0.id] }.total()))
    }
    return [head] + rows
  }

  /// The purses asked by the dossier called, then the fullest used, as many as a screen holds.
  private func shown(among purses: [SessionPurse]) -> Set<String> {
    let asked = Set(
      (state.called.flatMap { state.applications[$0] }?.requested ?? []).map(\.purse))
    func used(_ purse: SessionPurse) -> Double {
      let granted = Double((state.grantedByPurse[purse.id] ?? .zero).rawValue)
      return granted / Double(max(purse.amount.rawValue, 1))
    }
    let order = purses.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if asked.contains(one.id) != asked.contains(other.id) { return asked.contains(one.id) }
      return (-used(one), left.offset) < (-used(other), right.offset)
    }
    return Set(order.prefix(Self.shownPurses).map(\.element.id))
  }

  private var next: [String] {
    let waiting = state.undecided().compactMap { state.applications[$0] }.inRankOrder()
      .filter { $0.number != state.called }
    guard !waiting.isEmpty else { return [] }
    return ["À SUIVRE"]
      + waiting.prefix(Self.nextDossiers).map { dossier in
        Self.fitted(
          "  \(dossier.number.text)  rang \(dossier.rank)  \(dossier.need.french)  «\u{00A0}"
            + "\(dossier.title)\u{00A0}», \(dossier.applicant)")
      }
  }

  private var progress: [String] {
    var line =
      "Décidés\u{00A0}: \(state.decisions.count) sur \(state.applications.count)"
      + (funder == nil
        ? "\u{00A0}; accordé\u{00A0}: \(state.grantedByPurse.values.total().french)" : "")
    if !state.dossiersToReview.isEmpty {
      line +=
        "\u{00A0}; À REVOIR\u{00A0}: "
        + state.dossiersToReview.map(\.text).joined(separator: ", ")
    }
    return Self.wrapped(line)
  }
}

extension SessionBoard {
  private static func points(_ tenths: Int) -> String { "\(tenths / 10),\(tenths % 10)" }

  private static func row(_ name: String, _ amount: Cents, _ granted: Cents) -> String {
    row(
      name, amount.french, granted.french, (amount - granted).french, bar(granted, of: amount))
  }

  private static func row(
    _ name: String, _ amount: String, _ granted: String, _ left: String, _ bar: String
  ) -> String {
    let cells = [(amount, 16), (granted, 16), (left, 16)].map { text, width in
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let name = fitted(name, to: 20)
    return name + String(repeating: " ", count: 20 - name.count)
      + cells.joined(separator: " ") + "  \(bar)"
  }

  private static func bar(_ granted: Cents, of amount: Cents) -> String {
    let whole = max(amount.rawValue, 1)
    let part = Int128(max(granted.rawValue, 0)) * 100 / Int128(whole)
    let filled = min(barWidth, Int(part) * barWidth / 100)
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "·", count: barWidth - filled)
    return "\(bar) \(part)\u{00A0}%"
  }

  private static func line(_ left: String, _ right: String) -> String {
    let blank = max(2, width - left.count - right.count)
    return left + String(repeating: " ", count: blank) + right
  }

  private static func fitted(_ text: String, to width: Int = width) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }

  /// The text on lines that fit; those after the first are indented.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while rest.count > width - (lines.isEmpty ? 0 : 2) {
      let room = width - (lines.isEmpty ? 0 : 2)
      let head = rest.prefix(room)
      let cut = head.lastIndex(of: " ") ?? head.endIndex
      lines.append((lines.isEmpty ? "" : "  ") + rest[..<cut])
      rest = rest[cut...].drop { $0 == " " }
    }
    lines.append((lines.isEmpty ? "" : "  ") + rest)
    return lines
  }
}

extension SessionState {
  /// The identifier of the proposal put forward last.
  fileprivate var lastProposal: String { "P\(proposals.count)" }
}
