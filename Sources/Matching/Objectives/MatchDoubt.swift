/// What should make a reader of a match careful.
public enum MatchDoubt: Hashable, Sendable {
  /// Nothing in the text speaks for any objective.
  case nothingFound
  /// Too little speaks for the best objective.
  case tooLittle(best: String)
  /// Two objectives are about as near.
  case closeCall(best: String, other: String)
  /// The text speaks much more for another objective than the one declared.
  case declaredLooksWrong(declared: String, best: String)

  /// Below this score the text says too little, in millionths.
  static let leastScore = 350_000
  /// A second objective whose score reaches this share of the best one’s is as near, in millionths.
  static let closeShare = 850_000
  /// A declared objective below this share of the best one looks wrong, in millionths.
  static let wrongShare = 500_000

  /// The doubts about a match, by the words of the text alone.
  ///
  /// - Parameters:
  ///   - matches: the objectives found.
  ///   - declared: the main objective that the applicant named; `nil` when none was.
  /// - Returns: the doubts, the gravest first.
  public static func all(about matches: [ObjectiveMatch], declared: String? = nil) -> [MatchDoubt] {
    let byText = matches.filter { $0.textScore > 0 }
      .sorted { ($1.textScore, $0.code) < ($0.textScore, $1.code) }
    guard let best = byText.first else { return [.nothingFound] }
    var doubts: [MatchDoubt] = []
    if let declared, declared != best.code {
      let own = byText.first { $0.code == declared }?.textScore ?? 0
      if own < share(wrongShare, of: best.textScore), best.textScore >= leastScore {
        doubts.append(.declaredLooksWrong(declared: declared, best: best.code))
      }
    }
    if best.textScore < leastScore { doubts.append(.tooLittle(best: best.code)) }
    if let second = byText.dropFirst().first,
      second.textScore >= share(closeShare, of: best.textScore)
    {
      doubts.append(.closeCall(best: best.code, other: second.code))
    }
    return doubts
  }

  private static func share(_ millionths: Int, of score: Int) -> Int {
    score * millionths / 1_000_000
  }

  /// For readers, a full French sentence.
  public var french: String {
    switch self {
    case .nothingFound:
      "Le texte ne dit rien qui rapproche le projet d’un objectif : il faut le lire, ou le faire compléter."
    case .tooLittle(let best):
      "Le texte dit trop peu de choses pour être sûr de \(best) : il faut le lire."
    case .closeCall(let best, let other):
      "\(best) et \(other) sont presque aussi proches : il faut choisir en lisant."
    case .declaredLooksWrong(let declared, let best):
      "L’objectif déclaré, \(declared), semble ne pas convenir : le texte parle plutôt de \(best)."
    }
  }
}
