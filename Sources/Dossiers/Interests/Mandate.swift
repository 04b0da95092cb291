import Vocabulary

/// A tie of someone who acts on the base: what may make an interest in a dossier.
public struct Mandate: Hashable, Sendable {
  /// What the tie is to.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A legal person, by the nine digits of its SIREN.
    case siren
    /// A commune, by its INSEE code.
    case commune
    /// A body known by its name alone.
    case body = "organisme"
  }

  /// Who holds it.
  public let holder: String
  public let kind: Kind
  public let value: String
  /// What the holder does there, for readers, for instance `trésorière`.
  public let role: String

  /// States a tie.
  public init(holder: String, kind: Kind, value: String, role: String) {
    self.holder = holder
    self.kind = kind
    self.value = value
    self.role = role
  }
}

/// Why a reviewer may have an interest in a dossier.
public struct FoundInterest: Hashable, Sendable {
  /// What the tie touches.
  public enum Side: String, Hashable, Sendable {
    case applicant = "porteur"
    case partner = "partenaire"
  }

  public let mandate: Mandate
  public let side: Side
  /// Name of the applicant or of the partner.
  public let name: String

  /// For readers, without a final full stop.
  public var french: String {
    let tie =
      switch mandate.kind {
      case .siren: "au SIREN \(mandate.value)"
      case .commune: "à la commune \(mandate.value)"
      case .body: "à « \(mandate.value) »"
      }
    let role = mandate.role.isEmpty ? "" : " (\(mandate.role))"
    switch side {
    case .applicant: return "tenu \(tie)\(role), qui porte le dossier"
    case .partner: return "tenu \(tie)\(role), partenaire du projet"
    }
  }
}

extension Application {
  /// The interests that ties may make in this dossier, those in the applicant first.
  ///
  /// A commune is an interest in the dossiers it carries, itself or by its welfare office, and in those
  /// that name it as a partner; a place where an action happens is none.
  ///
  /// - Parameters:
  ///   - mandates: the ties of one person.
  ///   - communes: names of the communes, by INSEE code.
  /// - Returns: one for each tie that touches the dossier.
  public func interests(of mandates: [Mandate], communes: [String: String]) -> [FoundInterest] {
    let found = mandates.compactMap { mandate -> FoundInterest? in
      if touchesApplicant(mandate) {
        return FoundInterest(mandate: mandate, side: .applicant, name: applicant.name)
      }
      return partner(touchedBy: mandate, communes: communes).map {
        FoundInterest(mandate: mandate, side: .partner, name: $0)
      }
    }
    return found.filter { $0.side == .applicant } + found.filter { $0.side == .partner }
  }

  private func touchesApplicant(_ mandate: Mandate) -> Bool {
    switch mandate.kind {
    case .siren: applicant.siren == mandate.value
    case .commune:
      Applicant.municipalKinds.contains(applicant.kind) && applicant.commune == mandate.value
    case .body: applicant.name.lettersOnly == mandate.value.lettersOnly
    }
  }

  private func partner(touchedBy mandate: Mandate, communes: [String: String]) -> String? {
    let sought: [String]
    switch mandate.kind {
    case .siren: return nil
    case .commune:
      guard let name = communes[mandate.value] else { return nil }
      sought = [name, "commune de \(name)", "ville de \(name)", "mairie de \(name)"]
    case .body: sought = [mandate.value]
    }
    let letters = Set(sought.map(\.lettersOnly))
    return project.partners.map(\.name).first { letters.contains($0.lettersOnly) }
  }
}
