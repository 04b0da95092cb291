/// The code of a commune in the official geographic code of INSEE, checked by its form.
///
/// Five characters beginning with the department: `01` to `95` without `20`, `2A`, `2B`, `971` to
/// `978`, `984` and `986` to `989`. Whether the commune exists is checked where a contract is loaded.
public struct CommuneCode: TypedIdentifier {
  public static let frenchName = "code INSEE de commune"
  public static let source: LegalSource = "Insee, code officiel géographique"
  public static let example = "75056"

  /// The five characters.
  public let text: String

  private static let shape = Shape(
    "9X999", expected: "5 caractères sont attendus, sans espace, par exemple 75056 ou 2A004")

  /// Reads five characters.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = try Self.shape.bytes(of: typed)
    guard bytes[0] != UInt8(ascii: "2") || bytes[1] != UInt8(ascii: "0") else {
      throw .impossible("aucun code de commune ne commence par 20 : la Corse s’écrit 2A ou 2B")
    }
    guard Self.hasDepartment(bytes) else {
      throw .impossible("aucun département ne commence ainsi un code de commune")
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static func hasDepartment(_ bytes: [UInt8]) -> Bool {
    guard let number = Int(tens: bytes[0], units: bytes[1]) else {
      return DepartmentDigits.isCorsica(bytes[0], bytes[1])
    }
    switch number {
    case 1...95: return true
    case 97: return (1...8).contains(bytes[2].digitValue)
    case 98: return [4, 6, 7, 8, 9].contains(bytes[2].digitValue)
    default: return false
    }
  }
}
