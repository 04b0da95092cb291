import Allocation
import Committee
import Contract
import Documents
import Dossiers
import Scoring
import Vocabulary

/// Where the dossiers at the limit of what the money reaches stand on the agenda.
public enum BorderlinePlace: String, Sendable, CaseIterable {
  case first = "tete"
  case last = "queue"
}

/// Words the agenda.
struct AgendaWords {
  let facts: PreparationFacts
  /// The undecided dossiers, in the order of the ranking.
  let dossiers: [PreparedDossier]
  let outcome: Outcome
  let borderline: Set<DossierNumber>

  init(_ facts: PreparationFacts, dossiers: [PreparedDossier], outcome: Outcome) {
    self.facts = facts
    self.dossiers = dossiers
    self.outcome = outcome
    let retained = Set(outcome.projects.filter(\.isRetained).map(\.id))
    let entries = dossiers.map {
      Borderline.Entry(number: $0.number, isReached: retained.contains($0.number.text))
    }
    borderline = outcome.status == .infeasible ? [] : Borderline.numbers(among: entries)
  }

  func page(_ place: BorderlinePlace?) -> AgendaView {
    AgendaView(
      title: "Ordre du jour — \(facts.call.title)", notes: notes, sections: sections(place),
      tables: [purseTable])
  }

  private var notes: [String] {
    let decided = facts.state.decisions.count
    let count = FrenchNumber.count(dossiers.count, "dossier à décider", "dossiers à décider")
    return [
      "\(facts.context.reference.contract.name). \(count)"
        + (decided > 0 ? ", \(decided) déjà décidés" : "") + ".",
      "La colonne «\u{00A0}Calcul\u{00A0}» montre ce que donnerait la répartition de l’appel\u{00A0}; "
        + "elle ne décide rien.",
      outcome.status == .infeasible
        ? "Aucune répartition ne respecte tout ce que la séance demande\u{00A0}: levez un ajustement, un "
          + "engagement ou un amendement."
        : borderline.isEmpty
          ? "L’argent atteint tous les dossiers\u{00A0}: aucun n’est à la limite."
          : "Sont «\u{00A0}à la limite\u{00A0}» les dossiers autour des premiers que l’argent n’atteint "
            + "pas.",
    ]
  }

  private func sections(_ place: BorderlinePlace?) -> [AgendaView.Section] {
    guard let place, !borderline.isEmpty else {
      return [
        AgendaView.Section(
          title: "Dossiers, dans l’ordre du classement", items: items { _ in true })
      ]
    }
    let limit = AgendaView.Section(
      title: "Dossiers à la limite", items: items { borderline.contains($0) })
    let others = AgendaView.Section(
      title: "Autres dossiers, dans l’ordre du classement",
      items: items { !borderline.contains($0) })
    return place == .first ? [limit, others] : [others, limit]
  }

  private func items(_ isTaken: (DossierNumber) -> Bool) -> [AgendaView.Item] {
    let standings = Dictionary(
      outcome.projects.map { ($0.id, Self.standing($0)) }, uniquingKeysWith: { first, _ in first })
    return dossiers.filter { isTaken($0.number) }.map { dossier in
      let entry = dossier.entry
      return AgendaView.Item(
        number: entry.number.text, rank: String(entry.rank),
        score: Points(tenths: entry.scoreTenths).french, title: entry.title,
        applicant: entry.applicant, objective: facts.wording(ofObjective: dossier.objective),
        asked: entry.need.french, standing: standings[entry.number.text] ?? "–",
        opinions: opinions(on: entry.number), isBorderline: borderline.contains(entry.number))
    }
  }

  private func opinions(on number: DossierNumber) -> String {
    let opinions = facts.recused.contains(number) ? [] : facts.opinions[number] ?? []
    return opinions.isEmpty ? "–" : opinions.map(\.brief).joined(separator: "\u{00A0}; ")
  }

  private static func standing(_ project: Outcome.ProjectShare) -> String {
    project.isRetained
      ? "retenu, \(project.total.french)" : project.explanation?.french ?? "non retenu"
  }

  private var purseTable: PageTable {
    var asked: [String: (total: Cents, count: Int, opinions: Int)] = [:]
    for dossier in dossiers {
      for request in dossier.entry.requested {
        var tally = asked[request.purse] ?? (.zero, 0, 0)
        tally.total = tally.total + request.amount
        tally.count += 1
        if facts.opinion(of: request.purse, on: dossier.number) != nil { tally.opinions += 1 }
        asked[request.purse] = tally
      }
    }
    return PageTable(
      title: "Enveloppes", note: nil,
      columns: [
        .init("Enveloppe"), .init("Financeur"), .init("Nature"),
        .init("Montant", isNumber: true), .init("Reste", isNumber: true),
        .init("Demandé", isNumber: true), .init("Dossiers", isNumber: true),
        .init("Avis donnés", isNumber: true),
      ],
      rows: (facts.state.opening?.purses ?? []).map { purse in
        let tally = asked[purse.id] ?? (.zero, 0, 0)
        return [
          .init(purse.id), .init(purse.funder), .init(purse.nature.french),
          .init(purse.amount.french, isNumber: true),
          .init((facts.state.left(on: purse.id) ?? .zero).french, isNumber: true),
          .init(tally.total.french, isNumber: true),
          .init(FrenchNumber.text(tally.count), isNumber: true),
          .init(FrenchNumber.text(tally.opinions), isNumber: true),
        ]
      })
  }
}
