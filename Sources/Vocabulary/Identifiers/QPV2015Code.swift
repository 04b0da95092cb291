/// The code of a priority district on the map in force from 2015 to 2023 (2024 overseas).
///
/// `QP`, the department on three characters (`062`, `02A`, `974`), three digits.
public struct QPV2015Code: TypedIdentifier {
  public static let frenchName = "code de quartier prioritaire (2015-2023)"
  public static let source: LegalSource =
    "Décret n° 2014-1750 du 30 décembre 2014, modifié par le décret n° 2015-1138"
  public static let example = "QP075019"

  /// The eight characters.
  public let text: String

  private static let shape = Shape(
    "QP9XX999",
    expected: "QP, le département sur 3 caractères et 3 chiffres sont attendus, "
      + "par exemple QP075019")

  /// Reads eight characters.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = try Self.shape.bytes(of: typed)
    guard DepartmentDigits.beginDistrict(bytes[2..<5]) else {
      throw .impossible("aucun département ne s’écrit ainsi dans un code de quartier")
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
