import Dossiers
import Store

extension Desk {
  /// Runs a write that moves a dossier, and words the refusal of its stage.
  func moving<Value>(_ number: DossierNumber, _ write: () throws -> Value) throws -> Value {
    do {
      return try write()
    } catch let refused as TransitionRefused {
      throw DeskError.stage(number, refused)
    } catch let failure as TransitionFailure {
      throw DeskError.stage(failure.number, failure.refused)
    }
  }
}

extension DeskError {
  fileprivate static func stage(
    _ number: DossierNumber, _ refused: TransitionRefused
  ) -> DeskError {
    .refused(
      "Le dossier \(number.text) est « \(refused.stage.french) ». \(refused.french)",
      remedy: "Son étape a pu changer entre-temps : aap dossier montrer \(number.text).")
  }
}
