import Contract
import Dossiers
import Vocabulary

extension Listing {
  /// The papers of a dossier: those asked for in the order of the call, then the others.
  public init(pieces sheet: PieceSheet) {
    self.init([
      Column("type", "Type"), Column("libelle", "Pièce"), Column("etat", "État"),
      Column("id", "N°"), Column("nom", "Nom"), Column("jointe_le", "Jointe le"),
      Column("octets", "Octets"), Column("empreinte", "SHA-256"), Column("a_faire", "À faire"),
    ])
    for line in sheet.inventory.lines {
      let rule = line.requirement.rule
      switch line.state {
      case .present(let piece):
        append(Self.row(piece, rule.label, .word("presente", french: "présente"), .none))
      case .expired(let piece, let day):
        append(
          Self.row(
            piece, rule.label, .word("perimee", french: "périmée depuis le \(day.french)"),
            .text(sheet.remedy(for: line))))
      case .missing:
        append([
          .word(rule.kind.rawValue, french: rule.kind.rawValue), .text(rule.label),
          .word("manquante", french: rule.isBlocking ? "manquante, obligatoire" : "manquante"),
          .none, .none, .none, .none, .none, .text(sheet.remedy(for: line)),
        ])
      }
    }
    for piece in sheet.inventory.others {
      append(
        Self.row(
          piece, piece.kind.french, .word("supplementaire", french: "supplémentaire"), .none))
    }
  }

  /// One paper, just attached.
  public init(attached report: PieceReport) {
    self.init([
      Column("id", "N°"), Column("dossier", "Dossier"), Column("type", "Type"),
      Column("nom", "Nom"), Column("format", "Format"), Column("octets", "Octets"),
      Column("empreinte", "SHA-256"), Column("jointe_le", "Jointe le"),
      Column("reprise_de", "Reprise de"), Column("deja_jointe", "Déjà jointe"),
    ])
    let piece = report.piece
    append([
      piece.id == 0 ? .none : .number(Int(piece.id)), .text(piece.dossier.text),
      .text(piece.kind.rawValue), .text(piece.name), .text(piece.format.rawValue),
      .number(piece.size), Self.short(piece.fingerprint), .instant(piece.attachedAt),
      piece.reusedFrom.map { .number(Int($0)) } ?? .none, .flag(report.isRepeated),
    ])
  }

  private static func row(
    _ piece: AttachedPiece, _ label: String, _ state: Cell, _ remedy: Cell
  ) -> [Cell] {
    [
      .text(piece.kind.rawValue), .text(label), state, .number(Int(piece.id)), .text(piece.name),
      .instant(piece.attachedAt), .number(piece.size), short(piece.fingerprint), remedy,
    ]
  }

  /// Whole for programs; enough to recognise it for people.
  private static func short(_ fingerprint: String) -> Cell {
    .word(fingerprint, french: "\(fingerprint.prefix(12))…")
  }
}

extension PieceSheet {
  /// What to do about a missing paper, in French.
  func remedy(for line: PieceInventory.Line) -> String {
    let kind = line.requirement.rule.kind.rawValue
    let until = ", jusqu’au \(deadline.lastDay.french)"
    guard let offer = offer(of: line.requirement), offer.isValid else {
      return "aap piece joindre \(number.text) FICHIER --type \(kind)\(until)"
    }
    return
      "aap piece joindre \(number.text) --reprendre \(offer.piece.id) (donnée le "
      + "\(offer.piece.firstGivenAt.parisDay.french)), ou FICHIER --type \(kind)\(until)"
  }

  /// The papers as JSON objects: those of the dossier, then those that are missing.
  var objects: (present: [JSONObject], missing: [JSONObject]) {
    let asked = inventory.lines.compactMap { line -> AttachedPiece? in
      switch line.state {
      case .present(let piece), .expired(let piece, _): piece
      case .missing: nil
      }
    }
    let all = (asked + inventory.others).sorted { $0.id < $1.id }
    return (all.map(Self.object), inventory.missing.map(object))
  }

  private static func object(_ piece: AttachedPiece) -> JSONObject {
    var object = JSONObject()
    object.add("id", Int(piece.id))
    object.add("type", piece.kind.rawValue)
    object.add("nom", piece.name)
    object.add("format", piece.format.rawValue)
    object.add("octets", piece.size)
    object.add("empreinte", piece.fingerprint)
    object.add("jointe_le", piece.attachedAt.rfc3339)
    object.add("reprise_de", piece.reusedFrom.map { Int($0) })
    return object
  }

  private func object(_ line: PieceInventory.Line) -> JSONObject {
    let rule = line.requirement.rule
    var object = JSONObject()
    object.add("type", rule.kind.rawValue)
    object.add("libelle", rule.label)
    object.add("motif", line.requirement.reason)
    object.add("bloquante", json: rule.isBlocking ? "true" : "false")
    object.add("source", rule.source.citation)
    object.add("date_limite", deadline.lastDay.iso)
    object.add(
      "reprendre", offer(of: line.requirement).flatMap { $0.isValid ? Int($0.piece.id) : nil })
    return object
  }
}
