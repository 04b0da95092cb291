public import Contract
public import Vocabulary

extension FormEdition {
  /// Reads a form edition; everything wrong is reported with its line.
  public static func load(_ file: SourceFile) -> (form: FormEdition?, findings: [Finding]) {
    let findings = FindingList(file: file.name)
    do {
      let node = try YAMLSource.read(file.bytes, limits: .reference)
      let record = RecordReader(node, path: "", findings: findings)
      record.requireSchema("formulaire/1")
      let form = record.formEdition()
      FormCoherence(form: form, record: record).check()
      return (form, findings.findings)
    } catch {
      return (nil, [error.finding(file: file.name, source: findings.source)])
    }
  }
}

extension RecordReader {
  fileprivate func formEdition() -> FormEdition {
    allowOnly(["schema", "edition", "titre", "porteurs", "source", "sections"])
    let source = requiredRecord("source")
    return FormEdition(
      edition: text("edition"), title: text("titre"), applicantKinds: texts("porteurs"),
      source: LegalSource(source.text("citation"), link: source.optionalText("lien")),
      sections: records("sections").map { $0.section() })
  }

  private func section() -> FormEdition.Section {
    allowOnly(["id", "titre", "champs"])
    return FormEdition.Section(
      id: text("id"), title: text("titre"), fields: records("champs").map { $0.field() })
  }

  private func field() -> Field {
    allowOnly([
      "id", "libelle", "aide", "type", "obligatoire", "si", "exemple", "longueur_max", "choix",
      "minimum", "maximum", "identifiant", "multiple", "nombre_max", "colonnes", "cote",
      "reconduction",
    ])
    var kind = fieldKind()
    if flag("multiple") { kind = .list(of: kind, maximum: optionalInteger("nombre_max")) }
    return Field(
      id: text("id"), label: text("libelle"), help: optionalText("aide"), kind: kind,
      isRequired: flag("obligatoire"), condition: child("si").flatMap { condition($0) },
      example: child("exemple").map { FlowText.write($0) },
      renewal: renewal(of: kind))
  }

  /// What the edition says, else asked again: nothing is carried without a word.
  private func renewal(of kind: Field.Kind) -> Field.Renewal {
    guard let name = optionalText("reconduction") else { return .ask }
    guard let renewal = Field.Renewal(rawValue: name) else {
      reportUnknownValue("reconduction", name, known: Field.Renewal.allCases.map(\.rawValue))
      return .ask
    }
    if renewal == .keep, kind.isOfTheYear {
      findings.add(
        "reconduction_interdite", line: line(of: "reconduction"), field: joined("reconduction"),
        "Un montant, une date ou une déclaration ne se reconduit pas sans être redemandé.",
        remedy: "Écrivez « redemander » ou « vider ».")
      return .ask
    }
    return renewal
  }

  private func fieldKind() -> Field.Kind {
    let name = text("type")
    if let reference = Field.Reference(rawValue: name) { return .reference(reference) }
    switch name {
    case "texte": return .text(maximum: optionalInteger("longueur_max") ?? 200)
    case "texte_long": return .longText(maximum: optionalInteger("longueur_max") ?? 8000)
    case "choix":
      return .choice(
        records("choix").map { Field.Choice(value: $0.text("valeur"), label: $0.text("libelle")) })
    case "oui_non": return .yesNo
    case "entier": return .integer(integerBounds())
    case "pourcentage": return .percentage
    case "montant": return .amount
    case "date": return .day
    case "identifiant": return .identifier(identifierKind())
    case "tableau": return .table(columns: records("colonnes").map { $0.field() })
    case "comptes": return .accounts(accountSide())
    default:
      reportUnknownValue("type", name, known: FormReadingNames.types)
      return .text(maximum: 200)
    }
  }

  private func integerBounds() -> ClosedRange<Int> {
    let low = optionalInteger("minimum") ?? 0
    let high = optionalInteger("maximum") ?? Int(Int32.max)
    guard low <= high else {
      wrongType("maximum", node, expected: "un nombre au moins égal au minimum")
      return low...low
    }
    return low...high
  }

  private func identifierKind() -> IdentifierKind {
    let name = text("identifiant")
    guard let kind = IdentifierKind(rawValue: name) else {
      reportUnknownValue("identifiant", name, known: IdentifierKind.allCases.map(\.rawValue))
      return .email
    }
    return kind
  }

  private func accountSide() -> AccountSide {
    let name = text("cote")
    guard let side = AccountSide(rawValue: name) else {
      reportUnknownValue("cote", name, known: AccountSide.allCases.map(\.rawValue))
      return .charges
    }
    return side
  }

  private func reportUnknownValue(_ key: String, _ value: String, known: [String]) {
    let hint = value.nearest(among: known).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    findings.add(
      "valeur_inconnue", line: line(of: key), field: joined(key),
      "« \(value) » n’est pas une valeur de « \(key) »\(hint)",
      remedy: "Valeurs possibles : \(known.joined(separator: ", ")).")
  }

  private func condition(_ node: SourceNode) -> Condition? {
    let record = RecordReader(node, path: joined("si"), findings: findings)
    record.allowOnly(["champ", "egal", "au_moins", "tous", "au_moins_un", "non"])
    if let field = record.optionalText("champ") {
      if let least = record.child("au_moins") {
        guard record.child("egal") == nil else {
          record.wrongType("egal", least, expected: "egal ou au_moins, pas les deux")
          return nil
        }
        return record.optionalInteger("au_moins").map { .atLeast(field, $0) }
      }
      return record.optionalText("egal").map { .equals(field, $0) } ?? .answered(field)
    }
    if let inner = record.child("non") { return condition(inner).map { .not($0) } }
    if let list = record.child("tous")?.elements { return .every(list.compactMap(condition)) }
    if let list = record.child("au_moins_un")?.elements { return .any(list.compactMap(condition)) }
    record.wrongType("si", node, expected: "champ, tous, au_moins_un ou non")
    return nil
  }
}

private enum FormReadingNames {
  static let types =
    [
      "texte", "texte_long", "choix", "oui_non", "entier", "pourcentage", "montant", "date",
      "identifiant", "tableau", "comptes",
    ] + Field.Reference.allCases.map(\.rawValue)
}
