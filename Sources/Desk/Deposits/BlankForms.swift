import Contract
import Forms
public import Store
import Vocabulary

extension CallContext {
  /// An empty form of this call for a kind of applicant.
  ///
  /// - Throws: ``DeskError`` when the call does not admit this kind.
  public func blankForm(for kind: String, as format: ReceivedFormat) throws -> [UInt8] {
    let edition = try edition(for: kind)
    return try library.write(
      FilledForm(form: edition.edition, call: call.id, applicantKind: kind), edition: edition,
      as: format)
  }
}

extension FormLibrary {
  /// An empty form of the newest edition for a kind of applicant, when no call is open.
  ///
  /// - Throws: ``DeskError`` when no edition is for this kind.
  public func blankForm(for kind: String, as format: ReceivedFormat) throws -> [UInt8] {
    let newest = editions.all.filter { $0.applicantKinds.contains(kind) }
      .max { ($0.rank, $0.edition) < ($1.rank, $1.edition) }
    guard let edition = newest else {
      let known = Set(editions.all.flatMap(\.applicantKinds)).sorted()
      let hint = kind.nearest(among: known).map { " ; vouliez-vous dire « \($0) » ?" } ?? "."
      throw DeskError.misused(
        "Aucun formulaire n’est livré pour les porteurs de type « \(kind) »\(hint)",
        remedy: "Types possibles : \(known.joined(separator: ", ")).")
    }
    return try write(
      FilledForm(form: edition.edition, call: nil, applicantKind: kind), edition: edition,
      as: format)
  }
}
