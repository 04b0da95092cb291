public import Vocabulary

/// One row of a CSV file.
public struct CSVRow: Hashable, Sendable {
  /// Line on which the row starts, from 1.
  public let line: Int
  public let fields: [String]

  /// Builds a row.
  public init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// Reads a CSV file row by row: RFC 4180, comma, UTF-8 with or without its mark, CRLF or LF.
///
/// Empty lines are passed over. Sizes are bounded; what departs from the format is refused with its
/// line, never guessed.
public struct CSVReader {
  /// Bytes of one field.
  public static let maximumFieldSize = 64 * 1024
  /// Fields of one row.
  public static let maximumFields = 256

  private static let quote = UInt8(ascii: "\"")

  private let bytes: [UInt8]
  private let file: String
  private var position: Int
  private var line = 1

  /// Reads the bytes of the file called `file`.
  public init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row, or `nil` at the end of the file.
  ///
  /// - Throws: a refusal that names the line; the reader then gives nothing more.
  public mutating func next() throws(Refusal) -> CSVRow? {
    skipEmptyLines()
    guard position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    repeat {
      guard fields.count < Self.maximumFields else {
        throw refusal(.tooManyFields, line: start)
      }
      fields.append(try nextField())
    } while take(UInt8(ascii: ","))
    takeLineEnd()
    return CSVRow(line: start, fields: fields)
  }

  /// Every row left.
  ///
  /// - Throws: a refusal that names the line.
  public mutating func remainingRows() throws(Refusal) -> [CSVRow] {
    var rows: [CSVRow] = []
    while let row = try next() { rows.append(row) }
    return rows
  }

  private mutating func nextField() throws(Refusal) -> String {
    let start = line
    let content = take(Self.quote) ? try quotedBytes() : try plainBytes()
    guard content.count <= Self.maximumFieldSize else { throw refusal(.longField, line: start) }
    guard !content.contains(0), let text = String(validating: content, as: UTF8.self) else {
      throw refusal(.notText, line: start)
    }
    return text
  }

  private mutating func plainBytes() throws(Refusal) -> [UInt8] {
    let start = position
    while position < bytes.count, !isFieldEnd {
      if bytes[position] == Self.quote { throw refusal(.strayQuote, line: line) }
      if bytes[position] == 0x0D { throw refusal(.strayReturn, line: line) }
      position += 1
    }
    return Array(bytes[start..<position])
  }

  private mutating func quotedBytes() throws(Refusal) -> [UInt8] {
    let start = line
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard take(Self.quote) else {
          guard position == bytes.count || isFieldEnd else {
            throw refusal(.textAfterQuote, line: line)
          }
          return content
        }
      } else if byte == 0x0A {
        line += 1
      }
      content.append(byte)
      if content.count > Self.maximumFieldSize { throw refusal(.longField, line: start) }
    }
    throw refusal(.unclosedQuote, line: start)
  }

  /// Whether the field ends here: comma, LF or CRLF.
  private var isFieldEnd: Bool {
    switch bytes[position] {
    case UInt8(ascii: ","), 0x0A: true
    case 0x0D: position + 1 < bytes.count && bytes[position + 1] == 0x0A
    default: false
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    _ = take(0x0D)
    if take(0x0A) { line += 1 }
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count, bytes[position] != UInt8(ascii: ","), isFieldEnd { takeLineEnd() }
  }

  private mutating func refusal(_ fault: CSVFault, line: Int) -> Refusal {
    position = bytes.count
    return Refusal([
      Finding(
        code: fault.rawValue, family: .malformed, place: Finding.Place(file: file, line: line),
        message: fault.message, remedy: fault.remedy)
    ])
  }
}

/// How a file departs from the format.
private enum CSVFault: String {
  case strayQuote = "csv_guillemet"
  case textAfterQuote = "csv_suite_de_guillemet"
  case unclosedQuote = "csv_guillemet_ouvert"
  case strayReturn = "csv_retour"
  case notText = "csv_encodage"
  case longField = "csv_champ_trop_long"
  case tooManyFields = "csv_trop_de_champs"

  var message: String {
    switch self {
    case .strayQuote: "Un guillemet droit figure dans un champ sans guillemets."
    case .textAfterQuote: "Du texte suit un guillemet fermant."
    case .unclosedQuote: "Un guillemet ouvrant n’est jamais fermé."
    case .strayReturn: "Un retour chariot est seul\u{00A0}: une ligne finit par CRLF ou LF."
    case .notText: "Le champ n’est pas du texte en UTF-8."
    case .longField:
      "Un champ dépasse \(FrenchNumber.text(CSVReader.maximumFieldSize)) octets."
    case .tooManyFields: "La ligne compte plus de \(CSVReader.maximumFields) champs."
    }
  }

  var remedy: String {
    switch self {
    case .strayQuote: "Entourez le champ de guillemets droits et doublez ceux qu’il contient."
    case .textAfterQuote: "Doublez les guillemets à l’intérieur du champ."
    case .unclosedQuote: "Fermez le guillemet à la fin du champ."
    case .strayReturn, .notText: "Enregistrez le fichier en CSV UTF-8 depuis le tableur."
    case .longField, .tooManyFields: "Vérifiez que le séparateur est la virgule."
    }
  }
}
