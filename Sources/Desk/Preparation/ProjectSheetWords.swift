import Committee
import Contract
import Documents
import Dossiers
import Scoring
import Store
import Vocabulary

/// Words the page of one project, for the whole committee or for one funder.
struct ProjectSheetWords {
  let entry: SessionApplication
  let application: Application
  let facts: PreparationFacts

  private var project: Project { application.project }
  private var reference: ReferenceData { facts.context.reference }

  /// The page for the whole committee.
  ///
  /// - Parameters:
  ///   - card: the scorecard in the ranking in force.
  ///   - missingPieces: labels of the papers still to give.
  /// - Returns: the page.
  func page(_ card: Scorecard?, missingPieces: [String]) -> ProjectSheetView {
    let isRecused = facts.recused.contains(entry.number)
    var notes = renewalNotes
    if !missingPieces.isEmpty {
      notes.append("Pièces manquantes\u{00A0}: \(missingPieces.joined(separator: ", ")).")
    }
    if isRecused {
      notes.append(
        "Vous ne prenez pas part à ce dossier\u{00A0}: ses notes et ses avis ne sont pas montrés.")
    }
    let scored = isRecused ? nil : card
    return view(
      facts: rankFacts + projectFacts,
      tables: [requestTable(of: nil), securedTable].compactMap { $0 }
        + [scored.map(scoreTable), isRecused ? nil : opinionTable(of: nil)].compactMap { $0 },
      notes: notes, list: "../ordre-du-jour.html")
  }

  /// The page for one funder: its own amounts, and totals only of the others.
  func page(for funder: FunderID) -> ProjectSheetView {
    view(
      facts: rankFacts + projectFacts,
      tables: [requestTable(of: funder), opinionTable(of: funder)].compactMap { $0 },
      notes: renewalNotes, list: "../dossiers.html")
  }

  private func view(
    facts page: [PageFact], tables: [PageTable], notes: [String], list: String
  ) -> ProjectSheetView {
    ProjectSheetView(
      number: entry.number.text, title: project.title, applicant: application.applicant.name,
      context: "\(reference.contract.name) — \(facts.call.title)", facts: page,
      texts: [
        PageText(title: "Le besoin", project.need),
        PageText(title: "L’action", project.content),
        PageText(title: "Le public", project.audience.description),
        PageText(title: "La participation des habitants", project.participationText ?? ""),
      ], tables: tables, notes: notes, list: list)
  }

  private var rankFacts: [PageFact] {
    [
      PageFact("Rang", String(entry.rank)),
      PageFact("Score", "\(Points(tenths: entry.scoreTenths).french) sur 100"),
    ]
  }

  private var projectFacts: [PageFact] {
    let places = project.places
    let objective = reference.objective(project.objective)
    let axis = objective.flatMap { objective in
      reference.axes.first { $0.code == objective.axis }.map { "\($0.code) \($0.label)" }
    }
    let known: [(String, String?)] = [
      ("Porteur", "\(application.applicant.name) (\(application.applicant.kind))"),
      ("Objectif", facts.wording(ofObjective: project.objective)), ("Axe", axis),
      ("Objectifs secondaires", list(project.secondaryObjectives, facts.wording(ofObjective:))),
      ("Période", project.period?.french),
      ("Communes", list(places.communes) { reference.commune(insee: $0)?.name ?? $0 }),
      (
        "Quartiers",
        list(places.districts) { code in
          reference.district(code).map { "\(code) \($0.name)" } ?? code
        }
      ),
      ("Équipements", list(places.facilities) { $0 }),
      ("Personnes", project.audience.count.map { FrenchNumber.text($0) }),
      ("Habitants de QPV", project.audience.districtShare?.french),
      ("Coût", application.budget.cost.french),
      ("Ressources propres", application.budget.ownResources.french),
      ("Déjà acquis", application.plan.securedTotal.french),
      ("Demandé à tous", application.need.french), ("Plancher", entry.floor.french),
      ("Ordre du porteur", application.priority.map { String($0) }),
    ]
    return known.compactMap { name, value in value.map { PageFact(name, $0) } }
  }

  private func list(_ codes: [String], _ name: (String) -> String) -> String? {
    codes.isEmpty ? nil : codes.map(name).joined(separator: ", ")
  }

  private var renewalNotes: [String] {
    guard let named = project.renews else {
      return project.isRenewal
        ? ["L’action est une reconduction, sans le numéro du dossier qu’elle continue."] : []
    }
    guard let number = DossierNumber(named), let earlier = facts.earlier[number] else {
      return ["Reconduction de \(named), qui n’est pas dans cette base."]
    }
    let granted = earlier.granted > .zero ? ", \(earlier.granted.french)" : ""
    return ["Reconduction de \(number.text)\u{00A0}: \(earlier.stage.french)\(granted)."]
  }

  /// What is asked, purse by purse; of one funder when it is named.
  private func requestTable(of funder: FunderID?) -> PageTable? {
    let outcomes = application.requestOutcomes(in: facts.call).filter {
      funder == nil || $0.request.funder == funder
    }
    let rows = outcomes.flatMap { outcome -> [[PageTable.Cell]] in
      let request = outcome.request
      guard !outcome.cells.isEmpty else {
        let obstacles = outcome.obstacles.sorted { $0.key < $1.key }.flatMap { purse, reasons in
          reasons.map { "\(purse)\u{00A0}: \($0.french)" }
        }
        let why = obstacles.isEmpty ? "aucune enveloppe" : obstacles.joined(separator: "\u{00A0}; ")
        return [row("aucune", request.funder, why, request.amount)]
      }
      return outcome.cells.map { cell in
        let purse = facts.call.purse(cell.purse)
        return row(cell.purse, request.funder, purse?.nature.french ?? "", cell.maximum)
      }
    }
    guard !rows.isEmpty else { return nil }
    return PageTable(
      title: funder == nil ? "Demandé, enveloppe par enveloppe" : "Demandé à vos enveloppes",
      note: nil,
      columns: [
        .init("Enveloppe"), .init("Financeur"), .init("Nature, ou obstacle"),
        .init("Montant", isNumber: true),
      ], rows: rows)
  }

  private func row(
    _ purse: String, _ funder: String, _ what: String, _ amount: Cents
  ) -> [PageTable.Cell] {
    [.init(purse), .init(funder), .init(what), .init(amount.french, isNumber: true)]
  }

  private var securedTable: PageTable? {
    guard !application.plan.secured.isEmpty else { return nil }
    return PageTable(
      title: "Déjà acquis", note: nil,
      columns: [.init("Organisme"), .init("Décidé le"), .init("Montant", isNumber: true)],
      rows: application.plan.secured.map { secured in
        [
          .init(secured.body), .init(secured.decidedOn?.french ?? "–"),
          .init(secured.amount.french, isNumber: true),
        ]
      })
  }

  private func scoreTable(_ card: Scorecard) -> PageTable {
    PageTable(
      title: "Score, critère par critère", note: "Grille \(card.grid).",
      columns: [
        .init("Critère"), .init("Points", isNumber: true), .init("Sur", isNumber: true),
        .init("Motif"), .init("Preuve"),
      ],
      rows: card.lines.map { line in
        [
          .init(line.label), .init(line.points.french, isNumber: true),
          .init(line.outOf.french, isNumber: true), .init(line.reason), .init(line.evidence),
        ]
      })
  }

  /// What funders think of it; one funder's own opinions when it is named.
  private func opinionTable(of funder: FunderID?) -> PageTable? {
    let opinions = (facts.opinions[entry.number] ?? []).filter { opinion in
      funder == nil || facts.call.purse(opinion.purse)?.funder == funder
    }
    guard !opinions.isEmpty else { return nil }
    return PageTable(
      title: funder == nil ? "Avis des financeurs" : "Votre avis", note: nil,
      columns: [
        .init("Enveloppe"), .init("Avis"), .init("Montant", isNumber: true), .init("Conditions"),
      ],
      rows: opinions.map { opinion in
        [
          .init(opinion.purse), .init(opinion.verdict.french),
          .init(opinion.amount?.french ?? "–", isNumber: true), .init(opinion.conditions ?? "–"),
        ]
      })
  }
}

extension Opinion {
  /// The opinion in a few words: the purse, what it thinks, what it would give.
  var brief: String {
    "\(purse) \(verdict.french)" + (amount.map { " (\($0.french))" } ?? "")
  }
}
