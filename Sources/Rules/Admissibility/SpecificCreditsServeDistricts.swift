import Contract
import Dossiers
import Vocabulary

/// Specific credits are asked for actions whose public lives, enough of it, in priority districts.
struct SpecificCreditsServeDistricts: AdmissibilityRule {
  static let code = "public_qpv"
  static let title =
    "Les crédits spécifiques vont à des actions dont le public habite en quartier prioritaire."
  static let explanation = """
    La part minimale (« part_qpv_min_bp ») est un choix de chaque appel : les seuils publiés varient. La règle regarde \
    les demandes que seules des enveloppes de crédits spécifiques peuvent servir au titre d’un quartier prioritaire ; \
    une enveloppe ouverte à la veille active n’exige pas cette part d’une action qui s’y déroule.
    """
  static let moment = Moment.admissibility
  static let severity = Finding.Severity.blocking
  static let source: LegalSource =
    "Règlement de l’appel : crédits spécifiques de la politique de la ville"
  static let wholes = FieldName.places

  func judge(_ facts: Facts) -> Verdict {
    let concerned = facts.requests.filter { needsDistrictPublic($0, facts) }
    guard !concerned.isEmpty else { return .notApplicable }
    guard let share = facts.project.audience.districtShare else {
      return .undecided(missing: "la part des habitants de quartiers prioritaires dans le public")
    }
    let parameter = facts.call.parameter(.minimumDistrictShare)
    let minimum = BasisPoints(Int64(max(1, parameter?.value ?? 1)))
    guard share < minimum else { return .satisfied }
    let funders = FrenchPhrase.list(concerned.map { facts.funderName(of: $0.request) })
    return .breached([
      Breach(
        field: FieldName.districtShare,
        message: share.count == 0
          ? "Aucun habitant de quartier prioritaire n’est attendu, or des crédits spécifiques sont "
            + "demandés (\(funders))."
          : "Le public compte \(share.french) d’habitants de quartiers prioritaires ; il en faut au "
            + "moins \(minimum.french) pour les crédits spécifiques demandés (\(funders)).",
        remedy: "Élargissez l’action aux habitants des quartiers, ou demandez des crédits de droit "
          + "commun.",
        source: parameter?.source)
    ])
  }

  /// Whether only specific credits may serve the request, and only through priority districts.
  private func needsDistrictPublic(_ placed: PlacedRequest, _ facts: Facts) -> Bool {
    let purses = facts.openPurses(for: placed)
    guard !purses.isEmpty else { return false }
    let touched = facts.application.territories
    return purses.allSatisfy { purse in
      purse.nature == .specific
        && touched.intersection(purse.territories) == [.priorityDistrict]
    }
  }
}
