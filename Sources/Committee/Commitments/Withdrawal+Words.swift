import Dossiers
import Vocabulary

extension WithdrawalPreview {
  /// What falls and what would repair it, line by line.
  public var french: [String] {
    guard loss > .zero else {
      return [
        "L’engagement «\u{00A0}\(commitment.french)\u{00A0}» était déjà sans effet : rien d’autre ne tombe."
      ]
    }
    var lines = ["Retrait\u{00A0}: \(commitment.french)."]
    for fall in falls {
      let given =
        fall.given > .zero ? "ne donne plus que \(fall.given.french)" : "ne donne plus rien"
      let condition = fall.commitment.condition?.purse ?? ""
      lines.append(
        "Tombe aussi (rang \(fall.wave))\u{00A0}: \(fall.commitment.french)\u{00A0}; \(condition) \(given)."
      )
    }
    lines.append("Le dossier \(commitment.number.text) perd \(loss.french).")
    return lines + repair
  }

  private var repair: [String] {
    var lines: [String] = []
    for lifted in conditionsToLift {
      lines.append(
        "Pour réparer\u{00A0}: \(lifted.purse) maintient \(lifted.amount.french) sans condition.")
    }
    if !replacements.isEmpty {
      lines.append("Pour réparer\u{00A0}: \(replacements.french), sur ce qu’il reste.")
    }
    if missing > .zero {
      lines.append(
        "Il manquerait encore \(missing.french), qu’aucune enveloppe sollicitée n’a plus.")
    }
    return lines
  }
}
