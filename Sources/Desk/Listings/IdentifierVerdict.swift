import Contract
import Exchange
import Vocabulary

/// Whether a text is the identifier it claims to be, and why not.
public struct IdentifierVerdict: Hashable, Sendable {
  public let kind: String
  public let value: String
  /// `nil` when valid; otherwise the reason in French.
  public let fault: String?

  /// Whether the value is a valid identifier of its kind.
  public var isValid: Bool { fault == nil }

  /// Checks one value.
  ///
  /// - Throws: ``Vocabulary/Refusal`` when the kind is unknown.
  public init(kind: String, value: String) throws {
    guard let known = IdentifierKind(rawValue: kind) else {
      throw Refusal([Self.unknownKind(kind, place: Finding.Place(field: "type"))])
    }
    self.init(known, value: value)
  }

  private init(_ kind: IdentifierKind, value: String) {
    self.kind = kind.rawValue
    self.value = value
    do {
      _ = try kind.normalized(value)
      fault = nil
    } catch {
      fault = error.french
    }
  }

  /// Checks every row of a CSV file with the columns `kind` and `value`, others ignored.
  ///
  /// - Throws: ``Vocabulary/Refusal`` when the file is not such a CSV, ``DeskError``.
  public static func batch(file path: String) throws -> [IdentifierVerdict] {
    let file = try InputFile.read(path)
    var reader = CSVReader(file.bytes, file: path)
    guard let header = try reader.next(), let kind = header.fields.firstIndex(of: "kind"),
      let value = header.fields.firstIndex(of: "value")
    else {
      throw Refusal([
        Finding(
          code: "colonnes_absentes", family: .malformed,
          place: Finding.Place(file: path, line: 1),
          message: "Les colonnes « kind » et « value » sont attendues.",
          remedy: "Donnez ces deux noms sur la première ligne, séparés par une virgule.")
      ])
    }
    var findings: [Finding] = []
    var verdicts: [IdentifierVerdict] = []
    while let row = try reader.next() {
      let place = Finding.Place(file: path, line: row.line)
      guard row.fields.count > max(kind, value) else {
        findings.append(
          Finding(
            code: "colonnes_absentes", family: .malformed, place: place,
            message: "La ligne a moins de colonnes que l’en-tête.", remedy: "Complétez-la."))
        continue
      }
      guard let known = IdentifierKind(rawValue: row.fields[kind]) else {
        findings.append(unknownKind(row.fields[kind], place: place))
        continue
      }
      verdicts.append(IdentifierVerdict(known, value: row.fields[value]))
    }
    guard findings.isEmpty else { throw Refusal(findings) }
    return verdicts
  }

  private static func unknownKind(_ kind: String, place: Finding.Place) -> Finding {
    let names = IdentifierKind.allCases.map(\.rawValue)
    let hint = kind.nearest(among: names).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
    return Finding(
      code: "type_inconnu", family: .malformed, place: place,
      message: "« \(kind) » n’est pas un type d’identifiant\(hint)",
      remedy: "Types possibles : \(names.joined(separator: ", ")).")
  }
}

extension Listing {
  /// Verdicts, with the keys `kind`, `value`, `valide`, `motif`.
  public init(_ verdicts: [IdentifierVerdict]) {
    self.init([
      Column("kind", "Type"), Column("value", "Valeur"), Column("valide", "Valide"),
      Column("motif", "Motif"),
    ])
    for verdict in verdicts {
      append([
        .text(verdict.kind), .text(verdict.value), .flag(verdict.isValid),
        verdict.fault.map { .text($0) } ?? .none,
      ])
    }
  }
}
