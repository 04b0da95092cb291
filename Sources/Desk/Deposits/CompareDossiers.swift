public import Dossiers
public import Forms
import Store
import Vocabulary

/// A renewal beside the dossier it continues.
public struct RenewalComparison: Sendable {
  public let number: DossierNumber
  /// Last year's dossier.
  public let previous: DossierNumber
  public let changes: [FormDifference]
}

extension Desk {
  /// What changed since the dossier that a renewal says it continues.
  ///
  /// - Throws: ``DeskError`` when the dossier is no renewal, or names one that this base does not hold.
  public func comparison(of number: DossierNumber) throws -> RenewalComparison {
    let dossier = try readable(number, "comparer à l’an dernier")
    let (received, library) = (dossier.received, dossier.context.library)
    let (now, edition) = try library.filledForm(in: received.sourceFile)
    guard case .text(let named) = now["projet.dossier_precedent"] else {
      throw DeskError.refused(
        "Le dossier \(number.text) n’est pas une reconduction.",
        remedy: "Il n’y a pas de dossier de l’an dernier à comparer.")
    }
    guard let previous = DossierNumber(named), let earlier = try store.dossier(previous) else {
      throw DeskError.refused(
        "Le dossier \(number.text) dit continuer « \(named) », qui n’est pas dans cette base.",
        remedy: "Demandez au porteur le numéro exact : aap instruire demander \(number.text).")
    }
    let (before, earlierEdition) = try callContext(previous.call).library
      .filledForm(in: earlier.sourceFile)
    let changes = now.differences(
      since: before, edition: edition, earlierEdition: earlierEdition, chart: library.chart)
    let isOneFunder = dossier.actor.onlyFunder != nil
    return RenewalComparison(
      number: number, previous: previous,
      changes: changes.filter { change in
        (dossier.actor.seesPersonalData || !change.path.isPersonal)
          // Requests and secured money are one answer each: they would tell of every funder.
          && !(isOneFunder && change.path.hasPrefix("financement."))
      })
  }
}
