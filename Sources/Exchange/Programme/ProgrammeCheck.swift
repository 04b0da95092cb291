import Vocabulary

/// The rules of a programme that bear on the whole document.
///
/// References to the catalogues, unique numbers, sums and totals; only the catalogues and one bit a
/// project are kept, where `xs:keyref` would keep every reference.
final class ProgrammeCheck: DocumentObserver {
  /// What has been counted so far.
  private(set) var totals = ProgrammeTotals()

  private struct Project {
    var number = ""
    var isRetained = false
    var requested: Cents?
    var granted: Cents?
    /// `nil` once a line cannot be read: the schema has already said so.
    var lines: Cents? = .zero
  }

  private let names: ProgrammeNames
  private let log: FindingLog
  private var purses: [String: Int] = [:]
  private var objectives: Set<String> = []
  private var numbers = NumberRegister()
  private var numbersAreChecked = true
  private var current = Project()
  private var isCountable = true
  private var announced: Set<String> = []

  init(names: ProgrammeNames, log: FindingLog) {
    self.names = names
    self.log = log
  }

  func opened(_ tag: XMLStartTag) {
    guard tag.namespace == names.namespace else { return }
    switch (tag.depth, tag.name) {
    case (4, names.financement): addLine(tag)
    case (4, names.montants): readAmounts(tag)
    case (4, names.principal), (4, names.secondary): checkObjective(tag)
    case (3, names.projet): begin(tag)
    case (3, names.enveloppe): addPurse(tag)
    case (3, names.objectif): addObjective(tag)
    case (2, names.totaux): compareTotals(tag)
    case (3, names.purseTotal): comparePurse(tag)
    default: break
    }
  }

  func closed(_ name: XMLName, depth: Int) {
    if depth == 3, name == names.projet { end() }
    if depth == 2, name == names.totaux { checkEveryPurseIsAnnounced() }
  }

  // MARK: Catalogues

  private func addPurse(_ tag: XMLStartTag) {
    guard let id = tag.text(names.id), hasRoom(purses.count), purses[id] == nil else { return }
    purses[id] = totals.purses.count
    totals.purses.append(ProgrammeTotals.Purse(id: id))
  }

  private func addObjective(_ tag: XMLStartTag) {
    guard let code = tag.text(names.code), hasRoom(objectives.count) else { return }
    objectives.insert(code)
  }

  private func hasRoom(_ count: Int) -> Bool {
    guard count == ProgrammeLimit.catalogue else { return count < ProgrammeLimit.catalogue }
    report(
      "catalogue_trop_long", field: nil,
      "Un catalogue dépasse \(FrenchNumber.text(ProgrammeLimit.catalogue)) entrées.",
      remedy: "Ne gardez au catalogue que ce que l’appel emploie.")
    return false
  }

  private func checkObjective(_ tag: XMLStartTag) {
    guard let code = tag.text(names.code), !objectives.contains(code) else { return }
    report(
      "objectif_inconnu", field: "objectif",
      "Projet \(current.number)\u{00A0}: l’objectif « \(code.prefix(80)) » n’est pas au catalogue.",
      remedy: "Ajoutez l’objectif au catalogue ou corrigez le projet.")
  }

  // MARK: Projects

  private func begin(_ tag: XMLStartTag) {
    current = Project()
    guard let number = tag.bytes(names.number) else { return }
    current.number = String(decoding: number.prefix(80), as: UTF8.self)
    let decision = tag.text(names.decision).flatMap(ProgrammeDecision.init(rawValue:))
    current.isRetained = decision?.isRetained == true
    guard numbersAreChecked, current.number.isProgrammeNumber else { return }
    switch numbers.note(number) {
    case .new: break
    case .seen:
      report(
        "numero_en_double", field: "projet.numero",
        "Le numéro \(current.number) figure deux fois.",
        remedy: "Gardez un seul projet par numéro.")
    case .full:
      numbersAreChecked = false
      report(
        "numeros_disperses", field: "projet.numero",
        "Les numéros de projet sont trop dispersés pour vérifier qu’ils sont uniques.",
        remedy: "Numérotez les dossiers dans l’ordre du dépôt.")
    }
  }

  private func addLine(_ tag: XMLStartTag) {
    guard let requested = amount(names.requested, of: tag),
      let granted = amount(names.granted, of: tag)
    else {
      current.lines = nil
      return
    }
    if let sum = current.lines { current.lines = sum.isWithinLimit ? sum + granted : nil }
    guard let id = tag.text(names.purse) else { return }
    guard let index = purses[id] else {
      return report(
        "enveloppe_inconnue", field: "financement.enveloppe",
        "Projet \(current.number)\u{00A0}: l’enveloppe « \(id.prefix(80)) » n’est pas au catalogue.",
        remedy: "Ajoutez l’enveloppe au catalogue ou corrigez la ligne.")
    }
    if isCountable {
      tell(unlessFits: totals.add(line: index, requested: requested, granted: granted))
    }
  }

  private func readAmounts(_ tag: XMLStartTag) {
    current.requested = amount(names.requested, of: tag)
    current.granted = amount(names.granted, of: tag)
  }

  private func end() {
    guard let granted = current.granted, let requested = current.requested else {
      // The schema has refused the amounts: the totals would only repeat it.
      isCountable = false
      return
    }
    if let lines = current.lines, lines != granted {
      report(
        "somme_des_lignes", field: "montants.attribue",
        "Projet \(current.number)\u{00A0}: les lignes attribuent \(lines.french), le projet "
          + "\(granted.french).",
        remedy: "Corrigez les lignes ou le montant attribué.")
    }
    if !current.isRetained, granted != .zero {
      report(
        "attribution_sans_decision", field: "montants.attribue",
        "Projet \(current.number)\u{00A0}: un montant est attribué alors que la décision ne retient "
          + "pas le projet.",
        remedy: "Corrigez la décision ou le montant attribué.")
    }
    guard isCountable else { return }
    tell(
      unlessFits: totals.add(
        requested: requested, granted: granted, isRetained: current.isRetained))
  }

  private func tell(unlessFits fits: Bool) {
    guard !fits else { return }
    isCountable = false
    report(
      "total_hors_limites", field: "totaux",
      "Avec le projet \(current.number), un total dépasse \(Cents.limit.french).",
      remedy: "Vérifiez les montants du fichier.")
  }

  // MARK: Totals

  private func compareTotals(_ tag: XMLStartTag) {
    compare("nombre_projets", tag.text(names.projects), String(totals.projects))
    compare("retenus", tag.text(names.retained), String(totals.retained))
    compare("demande", tag.text(names.requested), totals.requested.decimal)
    compare("attribue", tag.text(names.granted), totals.granted.decimal)
  }

  private func comparePurse(_ tag: XMLStartTag) {
    guard let id = tag.text(names.purse) else { return }
    guard let index = purses[id] else {
      return report(
        "enveloppe_inconnue", field: "total_enveloppe.enveloppe",
        "Totaux\u{00A0}: l’enveloppe « \(id.prefix(80)) » n’est pas au catalogue.",
        remedy: "Retirez ce total ou ajoutez l’enveloppe au catalogue.")
    }
    announced.insert(id)
    compare("\(id).demande", tag.text(names.requested), totals.purses[index].requested.decimal)
    compare("\(id).attribue", tag.text(names.granted), totals.purses[index].granted.decimal)
  }

  private func checkEveryPurseIsAnnounced() {
    for purse in totals.purses where !announced.contains(purse.id) {
      report(
        "total_manquant", field: "totaux",
        "Les totaux ne disent rien de l’enveloppe « \(purse.id.prefix(80)) ».",
        remedy: "Ajoutez un « total_enveloppe » par enveloppe du catalogue.")
    }
  }

  private func compare(_ field: String, _ announced: String?, _ counted: String) {
    guard isCountable, let announced, announced != counted else { return }
    report(
      "total_inexact", field: "totaux.\(field)",
      "Le total « \(field) » annonce \(announced.prefix(40)), le fichier contient \(counted).",
      remedy: "Produisez de nouveau le fichier : des projets manquent ou ont été modifiés.")
  }

  private func report(
    _ code: String, field: String?, _ message: String, remedy: String
  ) {
    log.add(code, family: .rule, field: field, message, remedy: remedy)
  }

  /// An amount as the schema writes it; `nil` for anything else.
  private func amount(_ name: XMLName, of tag: XMLStartTag) -> Cents? {
    guard let bytes = tag.bytes(name), (4...17).contains(bytes.count),
      bytes[bytes.count - 3] == UInt8(ascii: ".")
    else { return nil }
    var cents: Int64 = 0
    for (index, byte) in bytes.enumerated() where index != bytes.count - 3 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      cents = cents * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return Cents(cents).isWithinLimit ? Cents(cents) : nil
  }
}
