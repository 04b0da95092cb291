public import Dossiers
import Store
import Vocabulary

extension Desk {
  /// Withdraws a dossier at its applicant's wish; for good.
  ///
  /// - Throws: ``DeskError`` when no reason is given or the dossier is before the committee.
  public func withdraw(
    _ number: DossierNumber, motive: String, isSimulated: Bool = false
  ) throws {
    _ = try permit("retirer un dossier", to: .applicant, .instructor, .secretary)
    let motive = try Self.motive(motive)
    try move([number], by: .withdrawn, motive: motive, isSimulated: isSimulated)
  }

  /// A reason on one line, as the journal keeps it.
  static func motive(_ text: String) throws -> String {
    let motive = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmedOfSpaces
    guard !motive.isEmpty else {
      throw DeskError.misused("Le motif est vide.", remedy: "Dites pourquoi : --motif \"…\".")
    }
    guard motive.count <= 2000 else {
      throw DeskError.refused(
        "Le motif compte \(FrenchNumber.text(motive.count)) caractères, 2 000 au plus.",
        remedy: "Résumez-le.")
    }
    return motive
  }

  /// Moves dossiers, or says whether they could be.
  func move(
    _ numbers: [DossierNumber], by event: DossierEvent, motive: String = "", isSimulated: Bool
  ) throws {
    for number in numbers {
      guard let line = try store.dossierLine(number) else {
        throw DeskError.unknownDossier(number.text)
      }
      try moving(number) { _ = try line.stage.applying(event) }
    }
    guard let first = numbers.first, !isSimulated else { return }
    try moving(first) {
      try store.move(numbers, by: event, motive: motive, actor: actorID, at: surroundings.now())
    }
  }
}
