public import Contract
import Dossiers
import Forms
import Store
import Vocabulary

extension Listing {
  /// One dossier, a line for each thing known of it; bank details are not shown.
  public init(sheet: DossierSheet, _ reference: ReferenceData) {
    self.init([Column("rubrique", "Rubrique"), Column("valeur", "Valeur")])
    let application = sheet.application
    let project = application.project
    append([.text("numéro"), .text(sheet.receipt.number.text)])
    append([.text("étape"), .text(sheet.stage.french)])
    append([.text("déposé le"), .text(sheet.depositedAt.french)])
    if sheet.receipt.version > 1 {
      let received = sheet.receipt.receivedAt.french
      append([.text("version"), .text("\(sheet.receipt.version), reçue le \(received)")])
    }
    if sheet.stage == .incomplete, let asked = sheet.requests.last?.request {
      append([
        .text("complément demandé"),
        .text("\(asked.motive) — réponse jusqu’au \(asked.dueOn.french)"),
      ])
      append([.text("pièces demandées"), .texts(asked.pieces)])
    }
    append([.text("empreinte"), .text(sheet.receipt.fingerprint)])
    append([.text("porteur"), .text(application.applicant.name)])
    append([.text("type de porteur"), .text(application.applicant.kind)])
    append([.text("SIRET"), application.applicant.siret.map { .text($0) } ?? .none])
    append([.text("titre"), .text(project.title)])
    append([.text("objectif"), .text(Self.wording(of: project.objective, reference))])
    for code in project.secondaryObjectives {
      append([.text("objectif secondaire"), .text(Self.wording(of: code, reference))])
    }
    append([.text("période"), project.period.map { .text($0.french) } ?? .none])
    append([
      .text("communes"),
      .texts(
        project.places.communes.map { insee in
          reference.commune(insee: insee)?.name ?? insee
        }),
    ])
    append([
      .text("quartiers"),
      .texts(
        project.places.districts.map { code in
          reference.district(code).map { "\(code) \($0.name)" } ?? code
        }),
    ])
    append([.text("public"), .text(project.audience.description)])
    append([.text("personnes"), project.audience.count.map { .number($0) } ?? .none])
    append([
      .text("habitants de QPV"), project.audience.districtShare.map { .text($0.french) } ?? .none,
    ])
    append([.text("coût"), .amount(application.budget.cost)])
    append([.text("déjà acquis"), .amount(application.plan.securedTotal)])
    append([.text("demandé"), .amount(application.need)])
    for request in sheet.shownRequests {
      let commune = request.commune.map { " (\($0))" } ?? ""
      append([.text("  demandé à \(request.funder)\(commune)"), .amount(request.amount)])
    }
    if let card = sheet.rankedCard { append([.text("rang"), .number(card.rank)]) }
    for line in sheet.fundingLines where line.granted > .zero {
      append([.text("  accordé par \(line.purse)"), .amount(line.granted)])
    }
    appendPieces(of: sheet.pieces)
    for finding in sheet.findings ?? [] {
      append([.text("constat \(finding.code)"), .text("\(finding.message) \(finding.remedy)")])
    }
  }

  private mutating func appendPieces(of sheet: PieceSheet) {
    for line in sheet.inventory.lines {
      if case .present(let piece) = line.state {
        append([.text("pièce \(piece.kind.rawValue)"), .text("\(piece.name) (n° \(piece.id))")])
      } else {
        append([
          .text("pièce manquante"),
          .text("\(line.requirement.rule.label), jusqu’au \(sheet.deadline.lastDay.french)"),
        ])
      }
    }
    for piece in sheet.inventory.others {
      append([.text("pièce \(piece.kind.rawValue)"), .text("\(piece.name) (n° \(piece.id))")])
    }
  }

  private static func wording(of code: String, _ reference: ReferenceData) -> String {
    reference.objective(code).map { "\(code) \($0.label)" } ?? code
  }
}
