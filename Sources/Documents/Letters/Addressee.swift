public import Dossiers
import Vocabulary

/// Whom a letter is written to, or an agreement made with.
public struct Addressee: Hashable, Sendable {
  public let name: String
  /// The person who signs for the body.
  public let representative: String?
  public let role: String?
  public let email: String?
  /// Street.
  public let street: String?
  /// Postal code.
  public let postalCode: String?
  /// Name of the commune.
  public let commune: String?
  /// Establishment number and, for an association, its national number, in words.
  let identity: String?

  /// Takes an applicant with its postal address.
  ///
  /// - Parameters:
  ///   - applicant: who applied.
  ///   - street: as typed in the form.
  ///   - postalCode: as typed in the form.
  ///   - commune: name of the commune of its seat.
  public init(_ applicant: Applicant, street: String?, postalCode: String?, commune: String?) {
    name = applicant.name.printable
    representative = applicant.representative?.name.printable
    role = applicant.representative.flatMap { $0.role.isEmpty ? nil : $0.role.printable }
    email = applicant.representative?.email?.printable
    self.street = street?.printable
    self.postalCode = postalCode?.printable
    self.commune = commune?.printable
    let numbers =
      [applicant.siret.map { "SIRET \($0)" }, applicant.rna.map { "RNA \($0)" }].compactMap { $0 }
    identity = numbers.isEmpty ? nil : numbers.joined(separator: ", ")
  }

  /// The address under the name, a line each.
  var addressLines: [SentenceRow] {
    let person = [representative, role].compactMap { $0 }.joined(separator: ", ")
    let town = [postalCode, commune].compactMap { $0 }.joined(separator: " ")
    return [person, street ?? "", town].filter { !$0.isEmpty }.map { SentenceRow($0) }
  }
}
