/// The order that each applicant of a season gives to its own dossiers.
struct SeasonPriorities: Sendable {
  /// The largest rank that a form takes.
  private static let most = 99

  private let ranks: [Int?]

  /// Ranks the dossiers of those who deposit several; half of them put the last deposited first.
  init(identities: [SeasonApplicants.Identity]) {
    var places: [SeasonApplicants.Identity: [Int]] = [:]
    for (index, identity) in identities.enumerated() { places[identity, default: []].append(index) }
    var ranks = [Int?](repeating: nil, count: identities.count)
    for own in places.values where own.count > 1 && own.count <= Self.most {
      let isReversed = own[0].isMultiple(of: 2)
      for (turn, index) in own.enumerated() {
        ranks[index] = isReversed ? own.count - turn : turn + 1
      }
    }
    self.ranks = ranks
  }

  /// The rank of a dossier among those of its applicant; `nil` when it is alone.
  func priority(of index: Int) -> Int? { ranks.indices.contains(index) ? ranks[index] : nil }
}
