public import Dossiers
public import Store
import Vocabulary

extension Listing {
  /// Dossiers, one a line.
  public init(dossiers lines: [DossierLine]) {
    self.init([
      Column("numero", "Numéro"), Column("titre", "Titre"), Column("porteur", "Porteur"),
      Column("type_porteur", "Type"), Column("objectif", "Objectif"),
      Column("demande_centimes", "Demandé"), Column("cout_centimes", "Coût"),
      Column("etape", "Étape"), Column("depose_le", "Déposé le"),
      Column("ordre_porteur", "Ordre du porteur"),
    ])
    for line in lines {
      append([
        .text(line.number.text), .text(line.title), .text(line.applicant),
        .text(line.applicantKind), .text(line.objective), .amount(line.requested),
        .amount(line.cost), .word(line.stage.rawValue, french: line.stage.french),
        .instant(line.receivedAt), line.priority.map { .number($0) } ?? .none,
      ])
    }
  }

  /// Receipts, one a line.
  public init(receipts: [Receipt]) {
    self.init([
      Column("numero", "Numéro"), Column("version", "Version"), Column("recu_le", "Reçu le"),
      Column("empreinte", "SHA-256"),
      Column("octets", "Octets"), Column("titre", "Titre"), Column("deja_depose", "Déjà déposé"),
    ])
    for receipt in receipts {
      append([
        .text(receipt.number.text), .number(receipt.version), .instant(receipt.receivedAt),
        .text(receipt.fingerprint), .number(receipt.size), .text(receipt.title),
        .flag(receipt.isRepeated),
      ])
    }
  }

  /// Judgements of admissibility, one dossier a line.
  public init(admissibility records: [AdmissibilityRecord]) {
    self.init([
      Column("numero", "Numéro"), Column("recevable", "Recevable"), Column("constats", "Constats"),
    ])
    for record in records {
      append([
        .text(record.number.text), .flag(record.isAdmissible),
        .texts(record.findings.map { "\($0.code) (\($0.severity.rawValue))" }),
      ])
    }
  }
}
