public import Vocabulary

/// An event that comes too early, too late or out of its place in the ledger.
public enum OrderFault: Error, Hashable, Sendable {
  case notOpened
  case alreadyOpened
  case alreadyClosed
  /// Nothing is recorded while the session is suspended.
  case suspended
  case notSuspended
  /// The ledger has a gap or a repetition.
  case sequence(expected: Int, found: Int)
  /// An event is dated before the one it follows.
  case backInTime(last: Instant, found: Instant)

  var wording: FaultWording {
    switch self {
    case .notOpened:
      FaultWording(
        code: "seance_non_ouverte", message: "La séance n’est pas ouverte.",
        remedy: "Ouvrez-la avant d’y inscrire quoi que ce soit.")
    case .alreadyOpened:
      FaultWording(
        code: "seance_deja_ouverte", message: "La séance est déjà ouverte.",
        remedy: "Poursuivez-la : un appel n’a qu’une séance.")
    case .alreadyClosed:
      FaultWording(
        code: "seance_close", message: "La séance est close : son registre ne change plus.",
        remedy: "Les dossiers ajournés se présentent à un prochain appel.")
    case .suspended:
      FaultWording(
        code: "seance_suspendue", message: "La séance est suspendue.",
        remedy: "Reprenez-la d’abord\u{00A0}: aap comite reprendre.")
    case .notSuspended:
      FaultWording(
        code: "seance_non_suspendue", message: "La séance n’est pas suspendue.",
        remedy: "Poursuivez-la.")
    case .sequence(let expected, let found):
      FaultWording(
        code: "registre_rompu",
        message: "Le registre de séance est rompu\u{00A0}: "
          + "événement n°\u{00A0}\(found) lu, n°\u{00A0}\(expected) attendu.",
        remedy: "Reprenez le registre complet, sans trou ni répétition.")
    case .backInTime(let last, let found):
      FaultWording(
        code: "seance_avant_le_dernier_evenement",
        message: "L’heure donnée, \(found.french), précède le dernier événement de la séance, "
          + "inscrit le \(last.french).",
        remedy: "Vérifiez la date et l’heure de la machine : le registre ne remonte pas le temps.")
    }
  }
}
