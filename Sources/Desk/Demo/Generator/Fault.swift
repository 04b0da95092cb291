/// A mistake put on purpose in a generated dossier, of the kinds real dossiers have.
enum Fault: CaseIterable, Hashable, Sendable {
  case unbalancedBudget
  case unbalancedVolunteering
  case requestAboveNeed
  case beyondExercise
  case tooManyIndicators
  case noDistrictPublic
  case missingField
  case wrongIBAN
  case unknownObjective
  case unsignedCommitment

  /// What is wrong, for readers.
  var french: String {
    switch self {
    case .unbalancedBudget: "budget déséquilibré"
    case .unbalancedVolunteering: "compte 86 différent du compte 87"
    case .requestAboveNeed: "demande supérieure au besoin"
    case .beyondExercise: "période hors de l’exercice"
    case .tooManyIndicators: "trop d’indicateurs"
    case .noDistrictPublic: "crédits spécifiques sans public de quartier prioritaire"
    case .missingField: "réponse obligatoire absente"
    case .wrongIBAN: "chiffre faux dans l’IBAN"
    case .unknownObjective: "objectif inconnu du contrat"
    case .unsignedCommitment: "contrat d’engagement républicain non souscrit"
    }
  }
}
