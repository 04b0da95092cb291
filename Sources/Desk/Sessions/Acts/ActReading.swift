import Committee
import Contract
import Dossiers
import Vocabulary

/// Reads a file of acts: one JSON object a line, blank lines and lines starting with `#` aside
/// (docs/formats/actes.md).
struct ActReading {
  private let file: SourceFile
  private(set) var acts: [WrittenAct] = []
  private(set) var findings: [Finding] = []

  init(_ file: SourceFile) {
    self.file = file
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (place, bytes) in lines.enumerated() {
      let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard !isBlank, bytes.first != UInt8(ascii: "#") else { continue }
      read(Array(bytes), line: place + 1)
    }
    if acts.isEmpty, findings.isEmpty {
      findings.append(
        Finding(
          code: "lot_vide", family: .malformed, place: Finding.Place(file: file.name),
          message: "Ce fichier ne contient aucun acte.",
          remedy: "Écrivez un acte par ligne\u{00A0}: docs/formats/actes.md."))
    }
  }

  private mutating func read(_ bytes: [UInt8], line: Int) {
    let found = FindingList(file: file.name)
    do {
      let record = RecordReader(try JSONSource.read(bytes), path: "", findings: found)
      let instant = record.instant()
      if let act = record.act(), found.findings.isEmpty {
        acts.append(WrittenAct(act: act, line: line, at: instant))
      }
    } catch {
      found.add(
        "json_illisible", line: line, field: nil,
        "La ligne ne se lit pas\u{00A0}: \(error.reason)",
        remedy: "Écrivez un objet JSON par ligne.")
    }
    findings += found.findings.map { $0.moved(to: line) }
  }
}

extension Finding {
  /// The same on another line.
  fileprivate func moved(to line: Int) -> Finding {
    Finding(
      code: code, severity: severity, family: .malformed,
      place: Place(file: place.file, line: line, field: place.field), message: message,
      remedy: remedy, source: source)
  }
}

extension RecordReader {
  fileprivate func instant() -> Instant? {
    guard let text = optionalText("a") else { return nil }
    guard let instant = Instant(rfc3339: text) else {
      findings.add(
        "instant_illisible", line: line(of: "a"), field: "a", "« \(text) » n’est pas un instant.",
        remedy: "Écrivez-le comme 2016-03-22T14:05:00+01:00.")
      return nil
    }
    return instant
  }

  fileprivate func act() -> SessionAct? {
    let type = text("type")
    switch type {
    case "presence":
      expect("membre", "personne", "suppleant")
      return .event(
        .presence(
          MemberPresence(
            member: text("membre"), person: text("personne"), isSubstitute: flag("suppleant"))))
    case "depart":
      expect("membre")
      return .event(.departure(MemberDeparture(member: text("membre"))))
    case "procuration":
      expect("mandant", "mandataire")
      return .event(.proxy(Proxy(giver: text("mandant"), holder: text("mandataire"))))
    case "deport":
      expect("membre", "dossier", "motif")
      return number().map {
        .event(.recusal(Recusal(member: text("membre"), number: $0, motive: text("motif"))))
      }
    case "appel_dossier":
      expect("dossier")
      return number().map { .event(.called(ProjectCall(number: $0))) }
    case "observation":
      expect("membre", "texte")
      return .event(
        .observation(Observation(member: optionalText("membre"), text: text("texte"))))
    case "suspension":
      expect("motif")
      return .event(.suspended(Suspension(motive: text("motif"))))
    case "reprise":
      expect()
      return .event(.resumed(Resumption()))
    case "cloture":
      expect()
      return .close
    default: return actOnMoney(type)
    }
  }

  private func actOnMoney(_ type: String) -> SessionAct? {
    switch type {
    case "proposition":
      expect("strategie")
      return .propose(strategy())
    case "scenario":
      expect("nom", "hypothese", "strategie")
      return .keepScenario(
        name: text("nom"), note: optionalText("hypothese") ?? "", strategy())
    case "amendement":
      expect("dossier", "auteur", "montants", "motif")
      let (author, grants, motive) = (text("auteur"), grants(), text("motif"))
      return number().map { .amend($0, author: author, grants, motive: motive) }
    case "engagement":
      expect("dossier", "enveloppe", "montant_centimes", "si")
      return commitment()
    case "retrait_engagement":
      expect("dossier", "enveloppe", "motif")
      let (purse, motive) = (text("enveloppe"), text("motif"))
      return number().map {
        .event(
          .commitmentWithdrawn(CommitmentWithdrawal(number: $0, purse: purse, motive: motive)))
      }
    case "ajustement":
      expect("dossier", "enveloppe", "mesure", "montant_centimes", "motif")
      return adjustment()
    case "decision":
      expect("dossier", "decision", "montants", "motif", "derogation")
      return decision()
    case "vote":
      expect("sujet", "enveloppes", "bulletins", "unanimite")
      return vote()
    default:
      findings.add(
        "acte_inconnu", line: line(of: "type"), field: "type",
        "« \(type) » n’est pas un acte de séance.",
        remedy: "Les actes sont décrits dans docs/formats/actes.md.")
      return nil
    }
  }
}
