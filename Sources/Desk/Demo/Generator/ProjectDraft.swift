import Vocabulary

/// What a generated dossier says of its action, money apart.
struct ProjectDraft {
  /// Something counted or described.
  struct Indicator {
    let label: String
    let target: String?
    let code: String?
  }

  /// The people expected.
  struct Audience {
    let description: String
    let ages: ClosedRange<Int>?
    let count: Int
    let women: Int?
    /// In hundredths, from 0 to 100.
    var districtShare: Int
  }

  var title: String
  /// Number of last year's dossier, for a renewal.
  let renews: String?
  var objective: String
  let otherObjectives: [String]
  let need: String
  let content: String
  let start: Day
  var end: Day
  let partners: [(name: String, role: String)]
  let participation: String
  let participationText: String?
  let discriminations: String?
  let equality: String?
  var audience: Audience
  var indicators: [Indicator]
}
