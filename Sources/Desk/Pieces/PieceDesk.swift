import Contract
import Dossiers
import Store
import Vocabulary

/// One dossier whose papers are about to change, and who asks for it.
struct PieceDesk {
  /// The stages at which a dossier takes papers: until the committee decides.
  static let openStages = Set(Stage.allCases.filter { !$0.isDecided && $0 != .withdrawn })

  private let desk: Desk
  private let actor: Actor
  private let context: CallContext
  private let received: ReceivedDossier
  private let application: Application

  var rules: PieceRules { context.call.pieces }
  private var number: DossierNumber { received.number }

  /// - Throws: ``DeskError`` when the actor may not attach papers, or the dossier does not exist.
  init(_ desk: Desk, number: DossierNumber) throws {
    self.desk = desk
    actor = try desk.permit("joindre une pièce", to: .applicant, .instructor, .secretary)
    guard let received = try desk.store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    self.received = received
    context = try desk.callContext(number.call)
    application = try desk.application(of: received, in: context)
  }

  /// The paper of the dossier that already is this one.
  func twin(_ kind: PieceKind, fingerprint: String) throws -> AttachedPiece? {
    try desk.store.pieces(of: number).first {
      $0.kind == kind && $0.fingerprint == fingerprint
    }
  }

  /// Why the dossier takes no more papers from this actor now; empty when it does.
  func closingFindings() throws -> [Finding] {
    guard Self.openStages.contains(received.stage) else { return [closed(at: received.stage)] }
    let deadline = try desk.pieceDeadline(of: received, in: context)
    guard actor.role == .applicant, !deadline.isOpen(at: desk.surroundings.now()) else {
      return []
    }
    return [
      finding(
        "delai_des_pieces",
        "Le délai pour joindre des pièces au dossier \(number.text) a pris fin le "
          + "\(deadline.french).",
        "Envoyez la pièce au service instructeur, qui peut encore la joindre.")
    ]
  }

  /// What speaks against using an earlier paper in this dossier.
  func reuseFindings(_ earlier: AttachedPiece, as kind: PieceKind) throws -> [Finding] {
    var findings: [Finding] = []
    let own = application.applicant.siren
    let giver = try desk.store.dossier(earlier.dossier)?.siren
    if own == nil || own != giver {
      findings.append(
        finding(
          "piece_d_un_autre",
          "La pièce n° \(earlier.id) n’a pas été donnée par ce porteur (SIREN).",
          "Joignez le fichier lui-même."))
    }
    if kind != earlier.kind {
      findings.append(
        finding(
          "type_different",
          "La pièce n° \(earlier.id) est du type « \(earlier.kind.rawValue) », pas "
            + "« \(kind.rawValue) ».",
          "Retirez --type, ou choisissez une autre pièce."))
    }
    if earlier.size > rules.maximumSize {
      findings.append(PieceFile.tooLarge(earlier.name, size: earlier.size, rules: rules))
    }
    return findings + [formatFinding(earlier), ageFinding(earlier)].compactMap { $0 }
  }

  private func formatFinding(_ earlier: AttachedPiece) -> Finding? {
    guard !rules.formats.contains(earlier.format) else { return nil }
    return finding(
      "format_non_admis",
      "La pièce est de format \(earlier.format.french), que l’appel n’admet pas.",
      "Formats admis : \(rules.formats.map(\.rawValue).joined(separator: ", ")).")
  }

  private func ageFinding(_ earlier: AttachedPiece) -> Finding? {
    let today = desk.surroundings.now().parisDay
    guard let rule = rules.rule(for: earlier.kind),
      let last = rule.lastDayExceeded(by: earlier, on: today)
    else { return nil }
    return finding(
      "piece_perimee",
      "La pièce n° \(earlier.id), donnée le \(earlier.firstGivenAt.parisDay.french), ne valait que "
        + "jusqu’au \(last.french).",
      "Joignez une version à jour.", source: rule.source)
  }

  /// Attaches the paper, unless someone else wrote something that forbids it meanwhile.
  func attach(
    _ kind: PieceKind, _ origin: NewPiece.Origin, findings: [Finding], isSimulated: Bool
  ) throws -> PieceReport {
    let piece = NewPiece(dossier: number, kind: kind, origin: origin)
    let outcome = try desk.store.attach(
      piece, rules: rules, at: Self.openStages, by: actor.id, at: desk.surroundings.now(),
      isSimulated: isSimulated)
    switch outcome {
    case .attached(let piece): return try report(piece, findings: findings)
    case .repeated(let piece): return try report(piece, isRepeated: true)
    case .closed(let stage):
      throw try refusal([closed(at: stage)], isSimulated: isSimulated)
    case .full(let count):
      throw try refusal([tooMany(count)], isSimulated: isSimulated)
    case .tooHeavy(let total):
      throw try refusal([tooHeavy(total)], isSimulated: isSimulated)
    }
  }

  func report(
    _ piece: AttachedPiece, isRepeated: Bool = false, findings: [Finding] = []
  ) throws -> PieceReport {
    var attached = try desk.store.pieces(of: number)
    if !attached.contains(where: { $0.id == piece.id }) { attached.append(piece) }
    let inventory = PieceInventory(application, attached: attached, rules: rules)
    return PieceReport(
      piece: piece, isRepeated: isRepeated, findings: findings, missing: inventory.missing)
  }

  /// The refusal to throw, once the journal has kept a trace of it.
  func refusal(_ findings: [Finding], isSimulated: Bool) throws -> Refusal {
    if !isSimulated {
      try desk.journalRefusal(findings, act: "piece refusée", subject: number.text)
    }
    return Refusal(findings)
  }
}

extension PieceDesk {
  private func closed(at stage: Stage) -> Finding {
    finding(
      "dossier_ferme",
      "Le dossier \(number.text) est « \(stage.french) » : il ne reçoit plus de pièce.",
      stage == .withdrawn
        ? "Un dossier retiré le reste : déposez-en un autre si l’appel est encore ouvert."
        : "Après la décision, adressez vos documents au service, hors du dossier.")
  }

  private func tooMany(_ count: Int) -> Finding {
    finding(
      "trop_de_pieces",
      "Le dossier \(number.text) a déjà \(FrenchNumber.count(count, "pièce", "pièces")), l’appel en admet "
        + "\(FrenchNumber.text(rules.maximumCount)).",
      "Regroupez plusieurs documents dans un seul fichier.")
  }

  private func tooHeavy(_ total: Int) -> Finding {
    finding(
      "pieces_trop_lourdes",
      "Avec ce fichier, les pièces du dossier \(number.text) pèseraient \(FrenchNumber.text(total)) octets, "
        + "l’appel en admet \(FrenchNumber.text(rules.maximumTotal)).",
      "Numérisez à 150 points par pouce, en niveaux de gris.")
  }

  private func finding(
    _ code: String, _ message: String, _ remedy: String, source: LegalSource? = nil
  ) -> Finding {
    Finding(
      code: code, message: message, remedy: remedy, source: source ?? PieceFile.callRules)
  }
}
