import Foundation
import Testing
import Vocabulary

@Suite struct `Every identifier` {
  static let types: [any TypedIdentifier.Type] = [
    SIREN.self, SIRET.self, RNA.self, FrenchIBAN.self, RIB.self, BIC.self, CommuneCode.self,
    PostalCode.self, QPV2015Code.self, QPV2024Code.self, PhoneNumber.self, EmailAddress.self,
    ObjectiveCode.self,
  ]

  @Test func `is known to the command line by its name`() {
    #expect(
      IdentifierKind.allCases.map(\.rawValue) == [
        "siren", "siret", "rna", "iban_fr", "rib", "bic", "insee_commune", "postal_code",
        "qpv_2015", "qpv_2024", "phone_fr", "email", "objectif",
      ])
    #expect(IdentifierKind.allCases.map(\.frenchName) == Self.types.map { $0.frenchName })
    #expect(IdentifierKind.allCases.map(\.source) == Self.types.map { $0.source })
  }

  @Test(arguments: IdentifierKind.allCases)
  func `has a valid example, and is its own normal form`(kind: IdentifierKind) throws {
    let normal = try kind.normalized(kind.example)
    #expect(try kind.normalized(normal) == normal)
  }

  @Test(arguments: IdentifierKind.allCases)
  func `is not empty`(kind: IdentifierKind) {
    #expect(throws: InvalidIdentifier.empty) { try kind.normalized("") }
  }

  @Test(
    arguments: IdentifierKind.allCases,
    ["\n", "\r\n", "\t", "\0", "\u{200B}", "\u{FEFF}", "\u{0301}", "\u{2028}", "é", "٣", ";"])
  func `refuses what sticks to either end`(kind: IdentifierKind, stray: String) {
    #expect(throws: InvalidIdentifier.self) { try kind.normalized(kind.example + stray) }
    #expect(throws: InvalidIdentifier.self) { try kind.normalized(stray + kind.example) }
  }

  @Test(arguments: IdentifierKind.allCases)
  func `refuses a very long text`(kind: IdentifierKind) {
    let long = String(repeating: kind.example, count: 10_000 / kind.example.count + 1)
    #expect(throws: InvalidIdentifier.self) { try kind.normalized(long) }
    #expect(throws: InvalidIdentifier.self) {
      try kind.normalized(String(repeating: "1", count: 10_000))
    }
  }

  @Test(arguments: IdentifierKind.allCases.filter { $0 != .email && $0 != .bic })
  func `refuses full-width digits`(kind: IdentifierKind) {
    let wide = String(
      String.UnicodeScalarView(
        kind.example.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
    #expect(wide != kind.example)
    #expect(throws: InvalidIdentifier.self) { try kind.normalized(wide) }
  }

  @Test(arguments: IdentifierKind.allCases, [" ", "\u{00A0}", "\u{202F}"])
  func `understands spaces in grouped numbers only`(kind: IdentifierKind, space: String) throws {
    let spaced = space + kind.example.map(String.init).joined(separator: space) + space
    switch kind {
    case .siren, .siret, .frenchIBAN, .rib, .frenchPhone:
      #expect(try kind.normalized(spaced) == kind.normalized(kind.example))
      #expect(throws: InvalidIdentifier.empty) { try kind.normalized(space) }
    case .rna, .bic, .commune, .postalCode, .qpv2015, .qpv2024, .email, .objective:
      #expect(throws: InvalidIdentifier.self) { try kind.normalized(spaced) }
      #expect(throws: InvalidIdentifier.self) { try kind.normalized(kind.example + space) }
    }
  }

  @Test(arguments: [.rna, .frenchIBAN, .bic, .qpv2015, .qpv2024] as [IdentifierKind])
  func `refuses small letters where capitals are the form`(kind: IdentifierKind) {
    #expect(throws: InvalidIdentifier.self) { try kind.normalized(kind.example.lowercased()) }
  }

  @Test func `is one string in a file, checked when it is read`() throws {
    for type in Self.types { try checkCoding(of: type) }
  }

  private func checkCoding<Identifier: TypedIdentifier>(of type: Identifier.Type) throws {
    let identifier = try Identifier(Identifier.example)
    let encoded = try JSONEncoder().encode([identifier])
    #expect(try JSONDecoder().decode([String].self, from: encoded) == [identifier.text])
    #expect(try JSONDecoder().decode([Identifier].self, from: encoded) == [identifier])
    let wrong = Data("[\"\(identifier.text)?\"]".utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Identifier].self, from: wrong) }
  }
}
