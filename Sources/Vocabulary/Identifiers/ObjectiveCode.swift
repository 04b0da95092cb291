/// The code of an objective in a plan of action, such as `1.1.3`: an opaque token.
///
/// At most twenty characters: ASCII letters and digits, in groups separated by one `.` or one `-`.
/// It is a real objective because the reference data has it, not because of its form.
public struct ObjectiveCode: TypedIdentifier {
  public static let frenchName = "code d’objectif"
  public static let source: LegalSource = "Plan d’action du contrat de ville"
  public static let example = "1.1.3"

  /// The code as it was typed.
  public let text: String

  /// Reads a code.
  ///
  /// - Throws: ``InvalidIdentifier``.
  public init(_ typed: String) throws(InvalidIdentifier) {
    let bytes = Array(typed.utf8)
    guard !bytes.isEmpty else { throw .empty }
    let groups = bytes.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    guard bytes.count <= 20,
      groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isLetterOrDigit) })
    else {
      throw .malformed(
        expected: "20 caractères au plus sont attendus : lettres et chiffres, "
          + "séparés par un point ou un tiret")
    }
    text = typed
  }
}
