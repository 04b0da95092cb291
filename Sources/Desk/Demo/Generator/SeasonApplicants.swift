import Contract
import Forms
import Vocabulary

/// Draws the applicants of a season, each from its own stream.
struct SeasonApplicants: Sendable {
  /// Who deposits a dossier, before anything else of it is drawn.
  enum Identity: Hashable, Sendable {
    /// A body of which the season has many, by its rank.
    case body(number: Int, kindRank: Int)
    /// A commune or its welfare office, one for each commune.
    case municipal(kindRank: Int, commune: Int)
  }

  /// Kinds that a commune is itself, so that there is one a commune.
  private static let municipal: Set<String> = ["commune", "ccas"]
  private static let association = "association"

  let call: Call
  let places: SeasonPlaces
  let seed: UInt64
  let offset: Int
  private let size: Int
  private let associationRank: Int?
  private let otherRanks: [Int]
  /// Fields of each form edition.
  private let asked: [String: Set<FieldID>]

  init(call: Call, forms: [FormEdition], places: SeasonPlaces, seed: UInt64, count: Int) {
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
    asked = Dictionary(
      forms.map { ($0.edition, Set($0.fields.map(\.id))) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the form of an applicant has this field.
  func asks(_ field: FieldID, of applicant: GeneratedApplicant) -> Bool {
    asked[applicant.form]?.contains(field) ?? false
  }

  /// Draws who deposits a dossier.
  func identity(_ random: inout SplitMix64) -> Identity {
    let number = random.below(size)
    var own = SplitMix64(seed: seed, stream: RandomStream.applicant, index: number)
    if let associationRank, otherRanks.isEmpty || own.happens(percent: 80) {
      return .body(number: number, kindRank: associationRank)
    }
    let kindRank = own.pick(otherRanks)
    return Self.municipal.contains(call.applicants[kindRank].kind)
      ? .municipal(kindRank: kindRank, commune: own.pick(places.hostCommunes))
      : .body(number: number, kindRank: kindRank)
  }

  /// Everything about an applicant, always the same for the same identity.
  func applicant(_ identity: Identity) -> GeneratedApplicant {
    switch identity {
    case .body(let number, let kindRank):
      var random = SplitMix64(seed: seed, stream: RandomStream.body, index: number)
      let kind = call.applicants[kindRank].kind
      let body = BodyDrawing(
        kind: kind, number: number, offset: offset, places: places, opening: call.calendar.opening)
      let commune = random.pick(places.hostCommunes)
      return applicant(
        kindRank: kindRank, body: body.draw(in: commune, &random), commune: commune, &random)
    case .municipal(let kindRank, let commune):
      let index = kindRank * 1_000_000 + commune
      var random = SplitMix64(seed: seed, stream: RandomStream.publicBody, index: index)
      return applicant(
        kindRank: kindRank, body: municipalBody(kindRank: kindRank, commune: commune),
        commune: commune, &random)
    }
  }

  private func municipalBody(kindRank: Int, commune: Int) -> DrawnBody {
    let kind = call.applicants[kindRank].kind
    let place = places.communes[commune]
    let isCommune = kind == "commune"
    let own = isCommune ? place.siren ?? InventedIdentifiers.communeSIREN(insee: place.insee) : nil
    // Ranks of public bodies stand far from those of associations, at most a season's count.
    let rank = 999_999 - kindRank * 2_000 - commune
    let title = isCommune ? "Commune" : kind.uppercased()
    return DrawnBody(
      name: "\(title) \(Self.belonging(to: place.name))",
      siren: own ?? InventedIdentifiers.applicantSIREN(rank: rank, offset: offset),
      holder: "Trésorerie \(Self.belonging(to: place.name))",
      roles: isCommune ? ["maire", "adjoint délégué"] : ["vice-président", "directeur"])
  }

  private func applicant(
    kindRank: Int, body: DrawnBody, commune: Int, _ random: inout SplitMix64
  ) -> GeneratedApplicant {
    let place = places.communes[commune]
    let admitted = call.applicants[kindRank]
    let fields = asked[admitted.form] ?? []
    return GeneratedApplicant(
      kindRank: kindRank, kind: admitted.kind, form: admitted.form, name: body.name,
      siret: InventedIdentifiers.siret(of: body.siren),
      address: "\(random.within(1...180)) \(random.pick(NameFragments.streets))",
      postalCode: place.postalCode ?? InventedIdentifiers.postalCode(insee: place.insee),
      commune: commune, association: body.association, isPrivate: body.isPrivate,
      signsCommitment: body.signsCommitment,
      extras: body.extras.filter { fields.contains("porteur.\($0.key)") },
      representative: representative(of: body.name, roles: body.roles, &random),
      accountHolder: body.holder, iban: InventedIdentifiers.iban(&random))
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
    case "président", "adjoint délégué", "gérant":
      role.split(separator: " ").map { $0 + "e" }.joined(separator: " ")
    case "vice-président": "vice-présidente"
    case "trésorier": "trésorière"
    case "directeur", "directeur général":
      role.replacing("directeur", with: "directrice").replacing("général", with: "générale")
    case "principal": "principale"
    case "proviseur": "proviseure"
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
