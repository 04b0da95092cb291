import Contract
import Vocabulary

/// An invented applicant, the same in every dossier it deposits.
struct GeneratedApplicant: Sendable {
  /// What only associations answer.
  struct Association: Sendable {
    let rna: String
    let declaredOn: Day
    let members: Int
    let volunteers: Int
    let employees: Int
    let yearlyBudget: Cents
  }

  /// The person who signs.
  struct Representative: Sendable {
    let surname: String
    let firstName: String
    let role: String
    let phone: String
    let email: String
  }

  /// Rank of its kind among those the call admits.
  let kindRank: Int
  let kind: String
  let form: String
  let name: String
  let siret: String
  let address: String
  let postalCode: String
  /// Rank of the commune of its seat.
  let commune: Int
  /// `nil` for a public body.
  let association: Association?
  let representative: Representative
  let accountHolder: String
  var iban: String
}

/// Draws the applicants of a season, each from its own stream.
struct SeasonApplicants: Sendable {
  private static let association = "association"
  private static let commune = "commune"

  private let call: Call
  private let places: SeasonPlaces
  private let seed: UInt64
  private let size: Int
  private let offset: Int
  private let associationRank: Int?
  private let otherRanks: [Int]

  init(call: Call, places: SeasonPlaces, seed: UInt64, count: Int) {
    self.call = call
    self.places = places
    self.seed = seed
    // As many draws as applicants leave 1 − 1/e of them drawn: about one for 1.6 dossiers.
    size = max(1, count)
    var random = SplitMix64(seed: seed, stream: RandomStream.register, index: 0)
    offset = random.below(1_000_000)
    let kinds = call.applicants.map(\.kind)
    associationRank = kinds.firstIndex(of: Self.association)
    otherRanks = kinds.indices.filter { kinds[$0] != Self.association }
  }

  /// Draws the applicant of a dossier.
  func draw(_ random: inout SplitMix64) -> GeneratedApplicant {
    let number = random.below(size)
    var own = SplitMix64(seed: seed, stream: RandomStream.applicant, index: number)
    if let associationRank, otherRanks.isEmpty || own.happens(percent: 80) {
      return newAssociation(number: number, kindRank: associationRank, &own)
    }
    let kindRank = own.pick(otherRanks)
    return publicBody(kindRank: kindRank, commune: own.pick(places.hostCommunes))
  }

  private func newAssociation(
    number: Int, kindRank: Int, _ random: inout SplitMix64
  ) -> GeneratedApplicant {
    let commune = random.pick(places.hostCommunes)
    let insee = places.communes[commune].insee
    let name = associationName(commune: commune, &random)
    let employees = [0, 0, 0, 1, 1, 2, 3, 5, 8, 14][random.below(10)]
    let details = GeneratedApplicant.Association(
      rna: InventedIdentifiers.rna(insee: insee, rank: number, offset: offset),
      declaredOn: call.calendar.opening.adding(days: -random.within(400...14_000)),
      members: random.within(7...240), volunteers: random.within(3...45), employees: employees,
      yearlyBudget: Cents(euros: Int64(random.within(20...160) * 100 + employees * 31_000)))
    let siren = InventedIdentifiers.applicantSIREN(rank: number, offset: offset)
    return applicant(
      kindRank: kindRank, name: name, siren: siren, commune: commune, association: details,
      roles: ["président", "trésorier", "secrétaire", "directeur"], holder: name, &random)
  }

  private func associationName(commune: Int, _ random: inout SplitMix64) -> String {
    let base = "\(random.pick(NameFragments.heads)) \(random.pick(NameFragments.tails))"
    guard random.happens(percent: 65) else { return base }
    let site = places.sitesOfCommune[commune].first.map { places.sites[$0].name }
    let place =
      random.happens(percent: 50) ? places.communes[commune].name : site ?? "quartier"
    return "\(base) – \(place)"
  }

  private func publicBody(kindRank: Int, commune: Int) -> GeneratedApplicant {
    let index = kindRank * 1_000_000 + commune
    var random = SplitMix64(seed: seed, stream: RandomStream.publicBody, index: index)
    let kind = call.applicants[kindRank].kind
    let place = places.communes[commune]
    let isCommune = kind == Self.commune
    let own = isCommune ? place.siren ?? InventedIdentifiers.communeSIREN(insee: place.insee) : nil
    // Ranks of public bodies stand far from those of associations, at most a season's count.
    let rank = 999_999 - kindRank * 2_000 - commune
    let siren = own ?? InventedIdentifiers.applicantSIREN(rank: rank, offset: offset)
    let title = isCommune ? "Commune" : kind.uppercased()
    return applicant(
      kindRank: kindRank, name: "\(title) \(Self.belonging(to: place.name))", siren: siren,
      commune: commune, association: nil,
      roles: isCommune ? ["maire", "adjoint délégué"] : ["vice-président", "directeur"],
      holder: "Trésorerie \(Self.belonging(to: place.name))", &random)
  }

  private func applicant(
    kindRank: Int, name: String, siren: String, commune: Int,
    association: GeneratedApplicant.Association?, roles: [String], holder: String,
    _ random: inout SplitMix64
  ) -> GeneratedApplicant {
    let place = places.communes[commune]
    let admitted = call.applicants[kindRank]
    return GeneratedApplicant(
      kindRank: kindRank, kind: admitted.kind, form: admitted.form, name: name,
      siret: InventedIdentifiers.siret(of: siren),
      address: "\(random.within(1...180)) \(random.pick(NameFragments.streets))",
      postalCode: place.postalCode ?? InventedIdentifiers.postalCode(insee: place.insee),
      commune: commune, association: association,
      representative: representative(of: name, roles: roles, &random), accountHolder: holder,
      iban: InventedIdentifiers.iban(&random))
  }

  private func representative(
    of name: String, roles: [String], _ random: inout SplitMix64
  ) -> GeneratedApplicant.Representative {
    let isWoman = random.happens(percent: 55)
    let role = random.pick(roles)
    return GeneratedApplicant.Representative(
      surname: random.pick(NameFragments.surnames),
      firstName: random.pick(isWoman ? NameFragments.women : NameFragments.men),
      role: isWoman ? Self.feminine(role) : role, phone: InventedIdentifiers.phone(&random),
      email: "contact@\(Self.domain(of: name)).example")
  }

  private static func feminine(_ role: String) -> String {
    switch role {
    case "président", "adjoint délégué":
      role.split(separator: " ").map { $0 + "e" }.joined(separator: " ")
    case "vice-président": "vice-présidente"
    case "trésorier": "trésorière"
    case "directeur": "directrice"
    default: role
    }
  }

  private static func belonging(to place: String) -> String {
    let isVowel = place.folded.utf8.first.map { "aeiouy".utf8.contains($0) } ?? false
    return isVowel ? "d’\(place)" : "de \(place)"
  }

  /// The name as a label of a domain: small letters and digits, at most forty.
  private static func domain(of name: String) -> String {
    var label: [UInt8] = []
    for byte in name.folded.utf8 {
      let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isKept {
        label.append(byte)
      } else if label.last.map({ $0 != UInt8(ascii: "-") }) ?? false {
        label.append(UInt8(ascii: "-"))
      }
    }
    label = Array(label.prefix(40))
    while label.last == UInt8(ascii: "-") { label.removeLast() }
    return label.isEmpty ? "porteur" : String(decoding: label, as: UTF8.self)
  }
}
