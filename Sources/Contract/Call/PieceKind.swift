/// What a paper of a dossier is: the enclosures that calls ask for.
///
/// The list is that of the enclosures of the common form (Cerfa n° 12156, « pièces à joindre ») and of
/// the calls that go with it.
public enum PieceKind: String, Hashable, Sendable, Codable, CaseIterable {
  case statutes = "statuts"
  case bankDetails = "rib"
  case accounts = "comptes"
  /// Accounts with the report of an auditor (Code de commerce, art. L. 612-4).
  case certifiedAccounts = "comptes_certifies"
  /// The budget of the whole applicant, not of the action.
  case applicantBudget = "budget_structure"
  /// The power given to someone other than the legal representative to sign.
  case delegation = "delegation"
  case officers = "liste_dirigeants"
  case activityReport = "rapport_activite"
  case sireneNotice = "avis_siren"
  /// The decision of an assembly to ask for the grant.
  case deliberation = "deliberation"
  /// The report on last year's action (Cerfa n° 15059).
  case report = "bilan"
  case other = "autre"

  /// For readers, with a small initial.
  public var french: String {
    switch self {
    case .statutes: "statuts en vigueur"
    case .bankDetails: "relevé d’identité bancaire"
    case .accounts: "comptes annuels approuvés"
    case .certifiedAccounts: "comptes annuels certifiés par un commissaire aux comptes"
    case .applicantBudget: "budget prévisionnel de la structure"
    case .delegation: "délégation de signature"
    case .officers: "liste des dirigeants"
    case .activityReport: "rapport d’activité"
    case .sireneNotice: "avis de situation au répertoire SIRENE"
    case .deliberation: "délibération"
    case .report: "bilan de l’action de l’an dernier"
    case .other: "autre pièce"
    }
  }
}

/// How a paper is written.
public enum PieceFormat: String, Hashable, Sendable, Codable, CaseIterable {
  case pdf
  case png
  case jpeg
  case odt
  case ods
  case docx
  case xlsx
  case txt
  case csv

  /// For readers: `PDF`, `image JPEG`.
  public var french: String {
    switch self {
    case .pdf: "PDF"
    case .png: "image PNG"
    case .jpeg: "image JPEG"
    case .odt: "texte OpenDocument (odt)"
    case .ods: "classeur OpenDocument (ods)"
    case .docx: "texte Word (docx)"
    case .xlsx: "classeur Excel (xlsx)"
    case .txt: "texte UTF-8 (txt)"
    case .csv: "tableau CSV en UTF-8 (csv)"
    }
  }

  /// The name registered at the IANA.
  public var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .txt: "text/plain"
    case .csv: "text/csv"
    }
  }

  /// The endings of file names that announce it, the usual one first.
  public var extensions: [String] { self == .jpeg ? ["jpg", "jpeg", "jpe"] : [rawValue] }
}
