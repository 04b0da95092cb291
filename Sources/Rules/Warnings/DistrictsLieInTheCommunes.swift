import Contract
import Dossiers
import Forms
import Vocabulary

/// A district named by the project lies in one of the communes it names.
struct DistrictsLieInTheCommunes: AdmissibilityRule {
  static let code = "quartier_hors_communes"
  static let title = "Chaque quartier cité se trouve dans une des communes où l’action se déroule."
  static let explanation = """
    Un quartier à cheval sur plusieurs communes se contente de l’une d’elles ; celui dont le référentiel ne connaît \
    aucune commune n’est pas jugé.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.warning
  static let source: LegalSource = "Territoires du contrat de ville"
  static let wholes = [FieldName.communes]

  func judge(_ facts: Facts) -> Verdict {
    let communes = Set(facts.project.places.communes)
    guard !communes.isEmpty, !facts.project.places.districts.isEmpty else { return .notApplicable }
    return .judged(
      facts.project.places.districts.enumerated().compactMap { index, code in
        guard let district = facts.reference.district(code) else { return nil }
        let home = facts.reference.communeCodes(of: district)
        guard !home.isEmpty, communes.isDisjoint(with: home) else { return nil }
        return breach(district, home: home, at: index, facts)
      })
  }

  private func breach(
    _ district: District, home: [String], at index: Int, _ facts: Facts
  ) -> Breach {
    let names = home.map { facts.reference.commune(insee: $0)?.name ?? $0 }
    let codes = home.map { "\"\($0)\"" }.joined(separator: " ou ")
    return Breach(
      field: "\(FieldName.districts)[\(index + 1)]",
      line: facts.answers.line(of: FieldName.districts),
      message: "Le quartier \(district.code) (\(district.name)) se trouve à "
        + "\(FrenchPhrase.list(names)), hors des communes de l’action.",
      remedy: "Ajoutez la commune (\(codes)) aux lieux, ou corrigez le quartier.")
  }
}
