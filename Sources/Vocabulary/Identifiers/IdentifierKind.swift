/// The identifiers the program can check alone, by the names users give them on the command line.
public enum IdentifierKind: String, CaseIterable, Sendable {
  case siren
  case siret
  case rna
  case frenchIBAN = "iban_fr"
  case rib
  case bic
  case commune = "insee_commune"
  case postalCode = "postal_code"
  case qpv2015 = "qpv_2015"
  case qpv2024 = "qpv_2024"
  case frenchPhone = "phone_fr"
  case email
  case objective = "objectif"

  /// The normalised text of an identifier of this kind.
  ///
  /// - Throws: ``InvalidIdentifier`` when the text is not such an identifier.
  public func normalized(_ typed: String) throws(InvalidIdentifier) -> String {
    try type.init(typed).text
  }

  /// What such an identifier is called in French, without article: « numéro SIRET ».
  public var frenchName: String { type.frenchName }

  /// The text or norm that fixes its form.
  public var source: LegalSource { type.source }

  /// A valid identifier of this kind, to show what is expected.
  public var example: String { type.example }

  private var type: any TypedIdentifier.Type {
    switch self {
    case .siren: SIREN.self
    case .siret: SIRET.self
    case .rna: RNA.self
    case .frenchIBAN: FrenchIBAN.self
    case .rib: RIB.self
    case .bic: BIC.self
    case .commune: CommuneCode.self
    case .postalCode: PostalCode.self
    case .qpv2015: QPV2015Code.self
    case .qpv2024: QPV2024Code.self
    case .frenchPhone: PhoneNumber.self
    case .email: EmailAddress.self
    case .objective: ObjectiveCode.self
    }
  }
}
