import Committee
import Contract
import Documents
public import Dossiers
public import Store
import Vocabulary

/// What is still missing before a session.
public struct MissingFacts: Sendable {
  /// The dossiers on which a purse has said nothing, for each purse that is asked.
  public let opinions: [(purse: String, dossiers: [DossierNumber])]
  /// The labels of the papers still to give, by dossier.
  public let pieces: [(number: DossierNumber, labels: [String])]
  /// The dossiers that wait for an answer, with what was asked.
  public let completions: [(number: DossierNumber, request: CompletionRequest?)]
  /// The dossiers whose admissibility is not judged, or that the ranking lacks.
  public let unready: [DossierLine]
  /// Conflicts of interest that nobody declared or dismissed.
  public let interests: [ReviewerInterest]

  /// How many opinions are not given.
  public var opinionCount: Int { opinions.reduce(0) { $0 + $1.dossiers.count } }
}

extension Desk {
  /// Gathers what is missing.
  func missingFacts(
    about dossiers: [PreparedDossier], _ facts: PreparationFacts
  ) throws -> MissingFacts {
    let call = facts.call.id
    var silent: [String: [DossierNumber]] = [:]
    for dossier in dossiers {
      for request in dossier.entry.requested
      where facts.opinion(of: request.purse, on: dossier.number) == nil {
        silent[request.purse, default: []].append(dossier.number)
      }
    }
    let pending = try store.pendingRequests(call: call)
    let lines = try store.dossierLines(
      call: call, stages: Stage.unjudged.union(facts.isOpen ? [] : Stage.rankable))
    return MissingFacts(
      opinions: facts.call.purses.compactMap { purse in
        silent[purse.id].map { (purse.id, $0.sorted()) }
      },
      pieces: dossiers.filter { !$0.missingPieces.isEmpty }
        .sorted { $0.number < $1.number }.map { ($0.number, $0.missingPieces) },
      completions: lines.filter { $0.stage == .incomplete }.map { ($0.number, pending[$0.number]) },
      unready: lines.filter { line in
        line.stage != .incomplete && facts.state.applications[line.number] == nil
      },
      interests: try interests(in: facts.context).filter(\.isOpen))
  }
}

extension MissingView {
  init(_ missing: MissingFacts, _ facts: PreparationFacts) {
    let tables = [
      Self.table(
        "Avis non donnés", ["Enveloppe", "Combien", "Dossiers"],
        missing.opinions.map {
          [$0.purse, FrenchNumber.text($0.dossiers.count), $0.dossiers.inShort]
        }),
      Self.table(
        "Pièces manquantes", ["Dossier", "Pièces"],
        missing.pieces.map {
          [$0.number.text, $0.labels.joined(separator: ", ")]
        }),
      Self.table(
        "Dossiers à compléter", ["Dossier", "Réponse avant le", "Demandé"],
        missing.completions.map {
          [$0.number.text, $0.request?.dueOn.french ?? "–", $0.request?.motive ?? "–"]
        }),
      Self.table(
        "Dossiers à juger ou à classer", ["Dossier", "Étape", "Titre"],
        missing.unready.map {
          [$0.number.text, $0.stage.french, $0.title]
        }),
      Self.table(
        "Conflits d’intérêts à trancher", ["Dossier", "Examinateur", "Constaté"],
        missing.interests.map {
          [$0.number.text, $0.reviewer, $0.found.map(\.french).joined(separator: "\u{00A0}; ")]
        }),
    ].compactMap { $0 }
    self.init(
      title: "Ce qui manque — \(facts.call.title)",
      notes: tables.isEmpty ? ["Rien ne manque."] : [], tables: tables)
  }

  private static func table(
    _ title: String, _ columns: [String], _ rows: [[String]]
  ) -> PageTable? {
    guard !rows.isEmpty else { return nil }
    return PageTable(
      title: title, note: nil, columns: columns.map { PageTable.Cell($0) },
      rows: rows.map { $0.map { PageTable.Cell($0) } })
  }
}

extension [DossierNumber] {
  /// All of them, one after the other.
  fileprivate var inShort: String { map(\.text).joined(separator: ", ") }
}
