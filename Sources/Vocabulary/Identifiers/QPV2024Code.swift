/// The code of a priority district on the map in force since 1 January 2024.
///
/// `QN`, the department on three characters, an order on two digits, and the origin of its outline.
public struct QPV2024Code: TypedIdentifier {
  /// Where the outline of a district of 2024 comes from.
  public enum Origin: Character, CaseIterable, Sendable {
    /// The district did not exist before.
    case new = "N"
    /// The district existed with another outline.
    case modified = "M"
    /// The district existed with this outline.
    case unchanged = "I"
  }

  public static let frenchName = "code de quartier prioritaire (depuis 2024)"
  public static let source: LegalSource = "Décret n° 2023-1314 du 28 décembre 2023"
  public static let example = "QN07501I"

  /// The eight characters.
  public let text: String
  /// Where the outline comes from, as told by the last letter.
  public let origin: Origin

  private static let shape = Shape(
    "QN9XX99A",
    expected: "QN, le département sur 3 caractères, 2 chiffres et une lettre sont attendus, "
      + "par exemple QN07501I")

  /// Reads eight characters.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = try Self.shape.bytes(of: typed)
    guard DepartmentDigits.beginDistrict(bytes[2..<5]) else {
      throw .impossible("aucun département ne s’écrit ainsi dans un code de quartier")
    }
    guard let origin = Origin(rawValue: Character(Unicode.Scalar(bytes[7]))) else {
      throw .impossible("la dernière lettre d’un code de quartier de 2024 est N, M ou I")
    }
    self.origin = origin
    text = String(decoding: bytes, as: UTF8.self)
  }
}
