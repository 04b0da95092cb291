import Committee
import Contract
import Dossiers
import Vocabulary

/// What the pages that list dossiers keep of each, once its own page is written.
struct PreparedDossier {
  let entry: SessionApplication
  let objective: String
  /// Labels of the papers still to give.
  let missingPieces: [String]
  let isDecided: Bool

  var number: DossierNumber { entry.number }

  init(_ entry: SessionApplication, _ application: Application, _ facts: PreparationFacts) {
    self.entry = entry
    objective = application.project.objective
    missingPieces = PieceInventory(
      application, attached: facts.pieces[entry.number.order] ?? [], rules: facts.call.pieces
    ).missing.map(\.requirement.rule.label)
    isDecided = facts.state.decisions[entry.number] != nil
  }

  /// What it may receive of each purse of a funder.
  func requested(of funder: String, _ facts: PreparationFacts) -> [PurseAmount] {
    entry.requested.filter { facts.call.purse($0.purse)?.funder == funder }
  }
}
