public import Dossiers
import Store
import Vocabulary

extension Desk {
  /// Sets a rule of admissibility aside for one dossier: its findings no longer block.
  ///
  /// - Parameters:
  ///   - rule: the code of the finding, as the judgement printed it.
  ///   - number: the dossier, which must still be judged, or be judged again.
  ///   - motive: why.
  ///   - source: the text that allows it.
  ///   - isSimulated: check, and write nothing.
  /// - Throws: ``DeskError``.
  public func setAside(
    _ rule: String, for number: DossierNumber, motive: String, source: String? = nil,
    isSimulated: Bool = false
  ) throws {
    _ = try permit("accorder une dérogation", to: .secretary, .chair)
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    guard Self.judgeable.contains(received.stage) else {
      throw DeskError.refused(
        "Le dossier \(number.text) est « \(received.stage.french) » : sa recevabilité ne se juge plus.",
        remedy: "En séance, une dérogation va avec la décision : aap comite decider --derogation.")
    }
    guard !motive.trimmedOfSpaces.isEmpty else {
      throw DeskError.refused("Une dérogation se motive.", remedy: "Donnez --motif.")
    }
    let context = try callContext(number.call)
    var found: [Finding] = []
    try judgeAdmissibility(of: number, in: context, isSimulated: true) { found += $0.findings }
    guard found.contains(where: { $0.code == rule && $0.severity == .blocking }) else {
      let blocking = Set(found.filter { $0.severity == .blocking }.map(\.code)).sorted()
      throw DeskError.refused(
        "Rien ne bloque le dossier \(number.text) sous le code « \(rule) ».",
        remedy: blocking.isEmpty
          ? "Rien ne le bloque." : "Ce qui le bloque : \(blocking.joined(separator: ", ")).")
    }
    guard !isSimulated else { return }
    _ = try store.setAside(
      rule, for: number, motive: motive, source: source,
      act: journalAct("dérogation", subject: number.text, detail: rule))
  }
}

extension [Finding] {
  /// The same findings, those set aside telling why they no longer block.
  func settingAside(_ derogations: [RuleDerogation]) -> [Finding] {
    guard !derogations.isEmpty else { return self }
    return map { finding in
      guard finding.severity == .blocking,
        let derogation = derogations.first(where: { $0.rule == finding.code })
      else { return finding }
      let source = derogation.source.map { " (\($0))" } ?? ""
      return Finding(
        code: finding.code, severity: .warning, family: finding.family, place: finding.place,
        message:
          "\(finding.message) Dérogation de \(derogation.actor) : \(derogation.motive)\(source)",
        remedy: finding.remedy, source: finding.source)
    }
  }
}
