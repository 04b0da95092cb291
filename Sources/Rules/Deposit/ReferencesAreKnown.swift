import Contract
import Forms
import Vocabulary

/// Every code of objective, funder, commune or territory is one of the contract's.
struct ReferencesAreKnown: AdmissibilityRule {
  static let code = "references_connues"
  static let title =
    "Les objectifs, financeurs, communes et quartiers cités existent dans le contrat de ville."
  static let explanation = """
    Un code n’est valable que parce que le contrat le contient. Pour une commune donnée par son nom ou son code \
    postal, le constat donne son code Insee ; sinon il propose le code le plus proche.
    """
  static let moment = Moment.deposit
  static let severity = Finding.Severity.blocking
  static let source: LegalSource = "Plan d’action, territoires et signataires du contrat de ville"

  func judge(_ facts: Facts) -> Verdict {
    .judged(facts.form.fields.flatMap { breaches(in: $0, facts) })
  }

  private func breaches(in field: Field, _ facts: Facts) -> [Breach] {
    switch field.kind {
    case .reference(let kind):
      [facts.answers.text(field.id)].compactMap { $0 }.compactMap {
        breach($0, kind, at: field.id, line: nil, facts)
      }
    case .list(of: .reference(let kind), _):
      facts.answers.texts(field.id).enumerated().compactMap { index, code in
        breach(code, kind, at: "\(field.id)[\(index + 1)]", line: nil, facts)
          .map { placed($0, on: facts.answers.line(of: field.id)) }
      }
    case .table(let columns):
      facts.answers.rows(field.id).enumerated().flatMap { index, row in
        columns.compactMap { column -> Breach? in
          guard case .reference(let kind) = column.kind, let code = row.text(column.id) else {
            return nil
          }
          let path = "\(field.id)[\(index + 1)].\(column.id)"
          return breach(code, kind, at: path, line: row.line, facts)
        }
      }
    default: []
    }
  }

  private func placed(_ breach: Breach, on line: Int?) -> Breach {
    Breach(field: breach.field, line: line, message: breach.message, remedy: breach.remedy)
  }

  private func breach(
    _ code: String, _ kind: Field.Reference, at path: FieldID, line: Int?, _ facts: Facts
  ) -> Breach? {
    let register = ReferenceRegister(reference: facts.reference, kind: kind)
    guard !register.codes.contains(code) else { return nil }
    return Breach(
      field: path, line: line,
      message: "« \(code) » n’est pas \(register.noun) du contrat de ville.",
      remedy: register.advice(for: code))
  }
}

/// The codes of one kind that the reference data hold, and what to say of a wrong one.
private struct ReferenceRegister {
  let reference: ReferenceData
  let kind: Field.Reference

  var codes: [String] {
    switch kind {
    case .objective: reference.objectives.map(\.code)
    case .funder: reference.funders.map(\.id)
    case .commune: reference.communes.map(\.insee)
    case .district: reference.districts.map(\.code)
    case .watchTerritory: reference.watchTerritories.map(\.code)
    }
  }

  var noun: String {
    switch kind {
    case .objective: "un objectif"
    case .funder: "un financeur"
    case .commune: "le code Insee d’une commune"
    case .district: "un quartier prioritaire"
    case .watchTerritory: "un territoire en veille active"
    }
  }

  func advice(for text: String) -> String {
    let meant = codesMeant(by: text)
    if !meant.isEmpty { return "Écrivez \(meant.joined(separator: " ou "))." }
    if let near = text.nearest(among: codes) { return "Vouliez-vous dire « \(near) » ?" }
    return "Cherchez le code : \(command)"
  }

  /// What a name or a postcode stands for, each code followed by its name.
  private func codesMeant(by text: String) -> [String] {
    let folded = text.folded.trimmedOfSpaces
    switch kind {
    case .objective: return []
    case .funder: return reference.funder(meantBy: text).map { ["« \($0.id) » (\($0.name))"] } ?? []
    case .commune:
      return reference.communes
        .filter { $0.postalCode == text || $0.name.folded == folded }
        .map { "\"\($0.insee)\" (\($0.name))" }
    case .district:
      return reference.districts.filter { $0.name.folded == folded }.map {
        "\($0.code) (\($0.name))"
      }
    case .watchTerritory:
      return reference.watchTerritories.filter { $0.name.folded == folded }
        .map { "\($0.code) (\($0.name))" }
    }
  }

  private var command: String {
    switch kind {
    case .objective: "aap referentiel objectifs"
    case .funder: "aap referentiel financeurs"
    case .commune, .district, .watchTerritory: "aap referentiel quartiers"
    }
  }
}
