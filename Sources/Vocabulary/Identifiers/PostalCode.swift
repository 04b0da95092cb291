/// A French postal code, checked by its form; it may cover several communes.
///
/// Five digits beginning with the department: `01` to `95` (`20` for Corsica), `971` to `978`, `984`
/// and `986` to `988`.
public struct PostalCode: TypedIdentifier {
  public static let frenchName = "code postal"
  public static let source: LegalSource = "La Poste, base officielle des codes postaux"
  public static let example = "75001"

  /// The five digits.
  public let text: String

  private static let shape = Shape("99999", expected: "5 chiffres sont attendus, sans espace")

  /// Reads five digits.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = try Self.shape.bytes(of: typed)
    guard Self.hasDepartment(bytes) else {
      throw .impossible("aucun département ne commence ainsi un code postal")
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static func hasDepartment(_ bytes: [UInt8]) -> Bool {
    switch Int(tens: bytes[0], units: bytes[1]) {
    case .some(1...95): true
    case .some(97): (1...8).contains(bytes[2].digitValue)
    case .some(98): [4, 6, 7, 8].contains(bytes[2].digitValue)
    default: false
    }
  }
}
