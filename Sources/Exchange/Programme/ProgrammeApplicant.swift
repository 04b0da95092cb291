/// A commune or a district: its code and its name.
public struct ProgrammePlace: Hashable, Sendable {
  /// INSEE code of a commune, opaque code of a district.
  public var code: String
  public var name: String

  /// Names a place.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// Who carries a project; no personal data.
public struct ProgrammeApplicant: Hashable, Sendable {
  public var name: String
  /// Kind of applicant, an opaque token such as `association`.
  public var kind: String
  public var siret: String?
  public var rna: String?
  /// Commune of the registered office.
  public var commune: ProgrammePlace?

  /// Builds an applicant.
  public init(
    name: String, kind: String, siret: String? = nil, rna: String? = nil,
    commune: ProgrammePlace? = nil
  ) {
    self.name = name
    self.kind = kind
    self.siret = siret
    self.rna = rna
    self.commune = commune
  }
}
