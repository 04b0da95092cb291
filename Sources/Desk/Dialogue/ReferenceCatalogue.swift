import Contract
import Forms
import Vocabulary

/// What the contract offers to each kind of reference, given the answers already there.
struct ReferenceCatalogue: Sendable {
  /// Facilities are free text, yet the contract knows some of them.
  static let facilities: FieldID = "lieux.equipements"

  let reference: ReferenceData
  let call: Call

  /// The candidates of a field or column; empty when it takes no reference.
  func candidates(for field: Field, given answers: DraftAnswers) -> [ReferenceCandidate] {
    switch field.kind.single {
    case .reference(let kind): candidates(of: kind, given: answers)
    case .identifier(.commune): candidates(of: .commune, given: answers)
    case .choice(let choices):
      choices.map { ReferenceCandidate(code: $0.value, name: $0.label, showsCode: false) }
    case .text where field.id == Self.facilities: facilities(given: answers)
    default: []
    }
  }

  private func candidates(
    of kind: Field.Reference, given answers: DraftAnswers
  ) -> [ReferenceCandidate] {
    switch kind {
    case .objective:
      return reference.objectives.map { ReferenceCandidate(code: $0.code, name: $0.label) }
    case .funder:
      let paying = Set(call.purses.map(\.funder))
      return reference.funders.map {
        ReferenceCandidate(
          code: $0.id, name: $0.name, aliases: $0.aliases, isNear: paying.contains($0.id))
      }
    case .commune:
      let near = Set(chosenDistricts(answers).flatMap { reference.communeCodes(of: $0) })
      return reference.communes.map {
        ReferenceCandidate(
          code: $0.insee, name: $0.name, aliases: [$0.postalCode].compactMap { $0 },
          isNear: near.contains($0.insee))
      }
    case .district:
      let communes = Set(answers.references(.commune))
      return reference.districts.map {
        ReferenceCandidate(
          code: $0.code, name: $0.name,
          isNear: !communes.isDisjoint(with: reference.communeCodes(of: $0)))
      }
    case .watchTerritory:
      return reference.watchTerritories.map { ReferenceCandidate(code: $0.code, name: $0.name) }
    }
  }

  private func chosenDistricts(_ answers: DraftAnswers) -> [District] {
    answers.references(.district).compactMap { reference.district($0) }
  }

  private func facilities(given answers: DraftAnswers) -> [ReferenceCandidate] {
    var seen: Set<String> = []
    return chosenDistricts(answers).flatMap(\.facilities).filter { seen.insert($0.name).inserted }
      .map { ReferenceCandidate(code: $0.name, name: $0.name) }
  }

  /// The name of a code, for reading it back; `nil` when the contract does not have it.
  func name(of code: String, _ kind: Field.Reference) -> String? {
    switch kind {
    case .objective: reference.objective(code)?.label
    case .funder: reference.funder(code)?.name
    case .commune: reference.commune(insee: code)?.name
    case .district: reference.district(code)?.name
    case .watchTerritory: reference.watchTerritories.first { $0.code == code }?.name
    }
  }
}

extension Field.Kind {
  /// The kind of one value of a list; the kind itself otherwise.
  var single: Field.Kind {
    if case .list(let inner, _) = self { inner } else { self }
  }
}
