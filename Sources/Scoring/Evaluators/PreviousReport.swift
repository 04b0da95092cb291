import Dossiers
import Vocabulary

/// An action that goes on gives an account of the year before.
///
/// Source: Montpellier, appel à projets 2025 (bilan de l’année précédente exigé). A new action has
/// nothing to account for: it receives `nouvelle_bp`, which the grid chooses.
public enum PreviousReport: Evaluator {
  public static let name = "bilan_precedent"
  public static let settings: [EvaluatorSetting] = [.rate("nouvelle_bp")]

  public static func evaluate(_ facts: ScoringFacts, settings: [String: Int]) -> Evaluation {
    guard let renewal = facts.beside.renewal else {
      let share = settings["nouvelle_bp", default: 0]
      return Evaluation(
        ratio: share * 100,
        reason: "Action nouvelle\u{00A0}: aucun bilan à donner, "
          + "\(BasisPoints(Int64(share)).french) des points.", evidence: "")
    }
    let previous = renewal.previous.map { "reconduction de \($0)" } ?? "reconduction"
    guard renewal.hasReport else {
      return .nothing("Le bilan de l’action de l’an dernier n’est pas joint.", evidence: previous)
    }
    return Evaluation(
      ratio: Evaluation.whole, reason: "Le bilan de l’action de l’an dernier est joint.",
      evidence: previous)
  }
}
