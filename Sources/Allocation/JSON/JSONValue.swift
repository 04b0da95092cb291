/// A JSON value as written: members keep their order, whole numbers stay exact.
enum JSONValue {
  case null
  case boolean(Bool)
  /// A number written without fraction or exponent that holds in 64 bits.
  case integer(Int64)
  /// Any other number, as typed.
  case decimal(String)
  case text(String)
  case list([JSONValue])
  case object([JSONMember])

  /// The type as French readers call it.
  var french: String {
    switch self {
    case .null: "la valeur null"
    case .boolean: "un booléen"
    case .integer: "un nombre entier"
    case .decimal(let text): "le nombre « \(text) »"
    case .text: "un texte"
    case .list: "une liste"
    case .object: "un objet"
    }
  }
}

/// One key of an object and its value.
struct JSONMember {
  let key: String
  let value: JSONValue
}

/// Where and why a text is not JSON.
struct JSONSyntaxError: Error, Hashable {
  /// From 1.
  let line: Int
  /// From 1, in bytes.
  let column: Int
  /// A French clause without capital or full stop.
  let reason: String
}
