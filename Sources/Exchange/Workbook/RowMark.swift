/// What a row of the workbook holds, as written in its hidden first column.
///
/// It makes a workbook readable without knowing its form: `porteur.nom`, `lieux.communes liste`,
/// `budget.charges compte 601`, `projet.partenaires colonnes`, `projet.partenaires ligne`.
enum RowMark: Hashable {
  /// `formulaire`, `appel` or `type_porteur`.
  case header(String)
  case scalar(String)
  case element(String)
  case account(String, code: String)
  /// The row that names the columns of a table.
  case columns(String)
  case row(String)
  /// A title, a total: nothing of the applicant's.
  case furniture

  /// What is said of the form itself, in the order files tell it.
  static let headers = ["formulaire", "appel", "type_porteur"]
  /// Begins the hidden first row of each sheet of ours; the number is the layout's.
  static let layout = "aap-classeur/1"
  /// What every version of the layout begins with.
  static let anyLayout = "aap-classeur/"
  /// Names the answers' column, in the first row.
  static let answerColumn = "reponse"
  static let questionColumn = "question"
  static let helpColumn = "aide"

  var text: String {
    switch self {
    case .header(let name): name
    case .scalar(let field): field
    case .element(let field): "\(field) liste"
    case .account(let field, let code): "\(field) compte \(code)"
    case .columns(let field): "\(field) colonnes"
    case .row(let field): "\(field) ligne"
    case .furniture: "decor"
    }
  }

  /// The field, or the header.
  var field: String? {
    switch self {
    case .header(let name), .scalar(let name), .element(let name), .account(let name, _),
      .columns(let name), .row(let name):
      name
    case .furniture: nil
    }
  }

  /// Reads a mark; `nil` when the text is none.
  init?(_ text: String) {
    if text == "decor" {
      self = .furniture
      return
    }
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    guard let field = words.first, Self.isIdentifier(field) else { return nil }
    switch words.count {
    case 1 where Self.headers.contains(field): self = .header(field)
    case 1 where field.contains("."): self = .scalar(field)
    case 2 where !field.contains("."): return nil
    case 2 where words[1] == "liste": self = .element(field)
    case 2 where words[1] == "colonnes": self = .columns(field)
    case 2 where words[1] == "ligne": self = .row(field)
    case 3 where words[1] == "compte" && field.contains("."):
      self = .account(field, code: words[2])
    default: return nil
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 3 && text.utf8.count <= 200
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
              || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
          }
      }
  }
}
