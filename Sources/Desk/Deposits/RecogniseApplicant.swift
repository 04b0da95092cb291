public import Dossiers
public import Store
import Vocabulary

/// The other dossiers of an applicant, and those of others with the same name.
public struct ApplicantFile: Sendable {
  /// Same SIREN or same RNA, in every call of the base, in order of number.
  public let others: [DossierLine]
  /// Same name, accents and case apart, another SIREN.
  public let homonyms: [DossierLine]
  /// The dossier itself.
  let line: DossierLine

  /// The other dossiers of the same call that may still be funded.
  private var rivals: [DossierLine] {
    others.filter {
      $0.number.call == line.number.call
        && ![.withdrawn, .inadmissible, .refused, .withoutObject].contains($0.stage)
    }
  }
}

extension Desk {
  /// Who an applicant is for this base: known by its SIREN or its RNA, never by its name alone.
  ///
  /// - Parameters:
  ///   - number: one of its dossiers.
  ///   - known: the call of this dossier, when it is already at hand.
  /// - Returns: the other dossiers, and those of homonyms.
  /// - Throws: ``DeskError/unknownDossier(_:)``.
  public func applicantFile(
    of number: DossierNumber, in known: CallContext? = nil
  ) throws -> ApplicantFile {
    guard let received = try store.dossier(number), let line = try store.dossierLine(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    let applicant = try application(of: received, in: known ?? callContext(number.call)).applicant
    let same = try store.dossierLines(siren: applicant.siren, rna: applicant.rna)
    let known = Set(same.map(\.number))
    return ApplicantFile(
      others: same.filter { $0.number != number },
      homonyms: try store.homonyms(of: applicant.name, siren: applicant.siren)
        .filter { !known.contains($0.number) },
      line: line)
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
  /// What is missing for the funders to know which dossier its applicant prefers.
  private var priorityAdvice: String? {
    guard !rivals.isEmpty else { return nil }
    let change = "aap dossier completer \(line.number.text) FICHIER, question projet.ordre."
    guard let priority = line.priority else {
      return "Dites aux financeurs dans quel ordre vous préférez vos dossiers : \(change)"
    }
    let same = rivals.filter { $0.priority == priority }.map(\.number.text)
    return same.isEmpty
      ? nil
      : "L’ordre \(priority) est déjà celui de \(same.joined(separator: ", ")) : \(change)"
  }

  /// What to tell whoever has just deposited; empty when there is nothing to.
  public var french: [String] {
    var lines: [String] = []
    if !others.isEmpty {
      let told = others.suffix(5).map { "\($0.number.text) (\($0.stage.french))" }
      lines.append("Autres dossiers de ce porteur : \(told.joined(separator: ", ")).")
    }
    let twins = rivals.filter { $0.title.folded == line.title.folded }
    if let twin = twins.last {
      lines.append(
        "Une action de ce titre est déjà déposée (\(twin.number.text)) : s’il s’agit de la même, "
          + "retirez l’un des deux (aap dossier retirer \(line.number.text) --motif \"doublon\").")
    }
    if let advice = priorityAdvice { lines.append(advice) }
    if !homonyms.isEmpty {
      let told = homonyms.prefix(5).map { "\($0.number.text) (\($0.applicant))" }
      lines.append(
        "Même nom, autre SIREN : \(told.joined(separator: ", ")). Vérifiez que ce n’est pas la "
          + "même structure.")
    }
    return lines
  }
}
