/// An event that comes too early, too late or out of its place in the ledger.
public enum OrderFault: Error, Hashable, Sendable {
  case notOpened
  case alreadyOpened
  case alreadyClosed
  /// The ledger has a gap or a repetition.
  case sequence(expected: Int, found: Int)

  var wording: FaultWording {
    switch self {
    case .notOpened:
      FaultWording(
        code: "seance_non_ouverte", message: "La séance n’est pas ouverte.",
        remedy: "Ouvrez-la avant d’y inscrire quoi que ce soit.")
    case .alreadyOpened:
      FaultWording(
        code: "seance_deja_ouverte", message: "La séance est déjà ouverte.",
        remedy: "Poursuivez-la, ou ouvrez une autre séance après sa clôture.")
    case .alreadyClosed:
      FaultWording(
        code: "seance_close", message: "La séance est close : son registre ne change plus.",
        remedy: "Revenez sur une décision par un acte postérieur, dans une nouvelle séance.")
    case .sequence(let expected, let found):
      FaultWording(
        code: "registre_rompu",
        message: "Le registre de séance est rompu\u{00A0}: "
          + "événement n°\u{00A0}\(found) lu, n°\u{00A0}\(expected) attendu.",
        remedy: "Reprenez le registre complet, sans trou ni répétition.")
    }
  }
}
