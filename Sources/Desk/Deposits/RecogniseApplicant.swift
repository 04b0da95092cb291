public import Dossiers
public import Store
import Vocabulary

/// The other dossiers of an applicant, and those of others with the same name.
public struct ApplicantFile: Sendable {
  /// Same SIREN or same RNA, in every call of the base, in order of number.
  public let others: [DossierLine]
  /// Same name, accents and case apart, another SIREN.
  public let homonyms: [DossierLine]
}

extension Desk {
  /// Who an applicant is for this base: known by its SIREN or its RNA, never by its name alone.
  public func applicantFile(of number: DossierNumber) throws -> ApplicantFile {
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let applicant = try application(of: received, in: callContext(number.call)).applicant
    let same = try store.dossierLines(siren: applicant.siren, rna: applicant.rna)
    let known = Set(same.map(\.number))
    return ApplicantFile(
      others: same.filter { $0.number != number },
      homonyms: try store.homonyms(of: applicant.name, siren: applicant.siren)
        .filter { !known.contains($0.number) })
  }

  /// The dossiers of the applicant known by this SIREN, SIRET or RNA, in every call.
  ///
  /// - Throws: ``DeskError`` for anything else.
  public func dossiers(ofApplicant text: String) throws -> [DossierLine] {
    let compact = text.filter { !$0.isWhitespace }
    if let siret = try? IdentifierKind.siret.normalized(compact) {
      return try store.dossierLines(siren: String(siret.prefix(9)), rna: nil)
    }
    if let siren = try? IdentifierKind.siren.normalized(compact) {
      return try store.dossierLines(siren: siren, rna: nil)
    }
    if let rna = try? IdentifierKind.rna.normalized(compact) {
      return try store.dossierLines(siren: nil, rna: rna)
    }
    throw DeskError.refused(
      "« \(text) » n’est ni un SIREN, ni un SIRET, ni un numéro RNA.",
      remedy: "Recopiez celui d’un dossier du porteur : aap dossier montrer NUM.")
  }
}

extension ApplicantFile {
  /// What to tell whoever has just deposited; empty when there is nothing to.
  public var french: [String] {
    var lines: [String] = []
    if !others.isEmpty {
      let told = others.suffix(5).map { "\($0.number.text) (\($0.stage.french))" }
      lines.append("Autres dossiers de ce porteur : \(told.joined(separator: ", ")).")
    }
    if !homonyms.isEmpty {
      let told = homonyms.prefix(5).map { "\($0.number.text) (\($0.applicant))" }
      lines.append(
        "Même nom, autre SIREN : \(told.joined(separator: ", ")). Vérifiez que ce n’est pas la "
          + "même structure.")
    }
    return lines
  }
}
