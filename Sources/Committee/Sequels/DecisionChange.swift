public import Dossiers
public import Vocabulary

/// What changes a decision once the session that took it is sealed: an act of its own, never an edit.
public struct DecisionChange: Hashable, Sendable, Codable {
  /// What is done to the decision.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case withdrawn = "retrait"
    case modified = "modification"

    /// For readers.
    public var french: String { rawValue }
  }

  /// What allows it, since a decision that gives money creates rights.
  ///
  /// Source: CRPA, art. L. 242-1 and after.
  public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
    /// The decision was illegal: within four months of it (CRPA, art. L. 242-1).
    case illegality = "illegalite"
    /// The grant's conditions are not respected: at any time (CRPA, art. L. 242-2, 2°).
    case conditions = "conditions_non_respectees"
    /// Its beneficiary asks for it: at any time (CRPA, art. L. 242-4).
    case request = "demande_du_beneficiaire"
    /// It gives more than before, and takes nothing from anybody.
    case increase = "augmentation"

    /// The text that allows it.
    public var source: LegalSource? {
      switch self {
      case .illegality: "Code des relations entre le public et l’administration, art. L. 242-1"
      case .conditions: "Code des relations entre le public et l’administration, art. L. 242-2, 2°"
      case .request: "Code des relations entre le public et l’administration, art. L. 242-4"
      case .increase: nil
      }
    }
  }

  public let number: DossierNumber
  public let kind: Kind
  public let ground: Ground
  /// What each purse gives from now on; empty for a withdrawal.
  public let grants: [PurseAmount]
  /// In French, as it will be told to the applicant.
  public let motive: String

  /// Changes a decision.
  ///
  /// - Parameters:
  ///   - number: the dossier.
  ///   - kind: what is done.
  ///   - ground: what allows it.
  ///   - grants: what each purse gives from now on.
  ///   - motive: why.
  public init(
    number: DossierNumber, kind: Kind, ground: Ground, grants: [PurseAmount] = [], motive: String
  ) {
    self.number = number
    self.kind = kind
    self.ground = ground
    self.grants = grants
    self.motive = motive
  }

  /// What the dossier receives in all from now on.
  public var total: Cents { grants.lazy.map(\.amount).total() }

  private enum CodingKeys: String, CodingKey {
    case number = "dossier"
    case kind = "acte"
    case ground = "fondement"
    case grants = "montants"
    case motive = "motif"
  }
}

/// A decision as it stands when somebody means to change it.
public struct StandingDecision: Hashable, Sendable {
  public let application: SessionApplication
  public let grants: [PurseAmount]
  /// The day it was taken.
  public let day: Day
  /// What each purse holds, beside what it gives this dossier.
  public let left: [String: Cents]
  /// Purses that have paid something already.
  public let paid: Set<String>

  /// Describes where a decision stands.
  ///
  /// - Parameters:
  ///   - application: the dossier as the session knew it.
  ///   - grants: what each purse gives.
  ///   - day: the day it was taken.
  ///   - left: what each purse of the session holds, beside what it gives this dossier.
  ///   - paid: purses that have paid something already.
  public init(
    application: SessionApplication, grants: [PurseAmount], day: Day, left: [String: Cents],
    paid: Set<String>
  ) {
    self.application = application
    self.grants = grants
    self.day = day
    self.left = left
    self.paid = paid
  }
}

extension DecisionChange {
  /// Months within which an illegal decision may be withdrawn.
  ///
  /// Source: CRPA, art. L. 242-1.
  public static let monthsToWithdraw = 4

  /// What speaks against the change.
  ///
  /// - Parameters:
  ///   - standing: the decision as it stands.
  ///   - today: the day of the change.
  /// - Returns: every finding; those that block it, and a warning about what is paid already.
  public func findings(on standing: StandingDecision, today: Day) -> [Finding] {
    motiveFindings + amountFindings(standing) + groundFindings(standing, today: today)
      + paidFindings(standing)
  }

  private func finding(
    _ code: String, _ message: String, remedy: String,
    severity: Finding.Severity = .blocking, source: LegalSource? = nil
  ) -> Finding {
    Finding(
      code: code, severity: severity, place: Finding.Place(field: number.text), message: message,
      remedy: remedy, source: source)
  }

  private var motiveFindings: [Finding] {
    guard motive.trimmedOfSpaces.isEmpty else { return [] }
    return [
      finding(
        "suite_sans_motif", "L’acte sur le dossier \(number.text) n’est pas motivé.",
        remedy: "Indiquez le motif : la lettre le dira (CRPA, art. L. 211-2).")
    ]
  }

  private func amountFindings(_ standing: StandingDecision) -> [Finding] {
    var findings: [Finding] = []
    if total > standing.application.need {
      findings.append(
        finding(
          "suite_au_dela_du_besoin",
          "Le total de \(total.french) dépasse le besoin de \(standing.application.need.french).",
          remedy: "Réduisez les montants."))
    }
    if kind == .modified, total == .zero {
      findings.append(
        finding(
          "suite_sans_montant", "Une modification donne quelque chose.",
          remedy: "Pour ne plus rien donner\u{00A0}: aap decision retirer."))
    }
    if standing.grants.isEmpty {
      findings.append(
        finding(
          "suite_sans_accord",
          "La décision sur le dossier \(number.text) n’accorde rien : il n’y a rien à retirer ni à modifier.",
          remedy: "Le dossier se présente à un prochain appel."))
    }
    let amounts = Dictionary(grouping: grants, by: \.purse)
    for (purse, repeated) in amounts.sorted(by: { $0.key < $1.key }) where repeated.count > 1 {
      findings.append(
        finding(
          "suite_enveloppe_double", "L’enveloppe \(purse) figure deux fois.",
          remedy: "Inscrivez un seul montant par enveloppe."))
    }
    if kind == .modified, Set(grants) == Set(standing.grants) {
      findings.append(
        finding(
          "suite_sans_effet", "Ces montants sont déjà ceux de la décision.", remedy: "Vérifiez-les."
        ))
    }
    for grant in grants {
      guard let left = standing.left[grant.purse] else {
        findings.append(
          finding(
            "suite_enveloppe_inconnue", "L’enveloppe \(grant.purse) est inconnue de la séance.",
            remedy: "Vérifiez l’identifiant."))
        continue
      }
      guard grant.amount >= .zero, grant.amount <= left else {
        findings.append(
          finding(
            "suite_au_dela_de_l_enveloppe",
            "L’enveloppe \(grant.purse) n’a que \(left.french) pour ce dossier.",
            remedy: "Réduisez ce montant."))
        continue
      }
    }
    return findings
  }

  private func groundFindings(_ standing: StandingDecision, today: Day) -> [Finding] {
    let before = standing.grants.reduce(into: [String: Cents]()) { $0[$1.purse] = $1.amount }
    let after = grants.reduce(into: [String: Cents]()) { $0[$1.purse] = $1.amount }
    let takes = before.contains { (after[$0.key] ?? .zero) < $0.value }
    switch ground {
    case .increase where takes:
      return [
        finding(
          "suite_fondement",
          "Cet acte retire de l’argent au dossier \(number.text) : une augmentation n’en retire pas.",
          remedy: "Choisissez illegalite, conditions_non_respectees ou demande_du_beneficiaire.")
      ]
    case .illegality
    where takes && today > standing.day.addingRoundingDown(months: Self.monthsToWithdraw):
      return [
        finding(
          "suite_hors_delai",
          "La décision du \(standing.day.french) a plus de quatre mois : elle ne se retire plus pour "
            + "illégalité.",
          remedy:
            "Seuls le non-respect des conditions ou la demande du bénéficiaire le permettent.",
          source: ground.source)
      ]
    default: return []
    }
  }

  private func paidFindings(_ standing: StandingDecision) -> [Finding] {
    let after = grants.reduce(into: [String: Cents]()) { $0[$1.purse] = $1.amount }
    return standing.grants.filter {
      standing.paid.contains($0.purse) && (after[$0.purse] ?? .zero) < $0.amount
    }.map {
      finding(
        "suite_deja_versee", "\($0.purse) a déjà versé tout ou partie de \($0.amount.french).",
        remedy: "Un titre de recettes sera à émettre pour le trop-perçu.", severity: .warning)
    }
  }
}
