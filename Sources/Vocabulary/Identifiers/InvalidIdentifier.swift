/// Why a text is not the identifier it claims to be.
public enum InvalidIdentifier: Error, Hashable, Sendable {
  /// Nothing was given.
  case empty
  /// The shape is wrong; `expected` says in French what was awaited, for instance « 14 chiffres ».
  case malformed(expected: String)
  /// The shape is right, a check digit or a key does not hold; `key` names it in French.
  case wrongKey(String)
  /// The shape is right but the value cannot exist, for instance a department 96.
  case impossible(String)

  /// The reason in French, without a final full stop.
  public var french: String {
    switch self {
    case .empty: "la valeur est vide"
    case .malformed(let expected): "la forme est incorrecte : \(expected)"
    case .wrongKey(let key): "\(key) ne correspond pas : un caractère a sans doute été mal recopié"
    case .impossible(let why): why
    }
  }
}
