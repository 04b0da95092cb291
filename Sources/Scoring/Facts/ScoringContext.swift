public import Contract
import Dossiers
import Vocabulary

/// What scoring needs of a contract and of its call, gathered once for all the dossiers.
public struct ScoringContext: Sendable {
  /// What the plan of action says of one objective.
  public struct Expectations: Hashable, Sendable {
    /// Letters of the names, of the identifiers and of the other spellings of its funders and partners.
    let partners: Set<String>
    /// Codes of its indicators.
    let indicatorCodes: Set<String>
    /// Letters of the labels of its indicators.
    let indicatorLabels: Set<String>

    /// An objective of which the plan says nothing.
    public static let none = Expectations(
      partners: [], indicatorCodes: [], indicatorLabels: [])
  }

  let call: Call
  /// Name of the axis of each objective, by its code.
  private let axes: [String: String]
  private let districts: [String: ScoringFacts.DistrictFacts]
  private let expectations: [String: Expectations]
  /// Folded spellings of the funders that have nothing but ordinary policies.
  private let commonLawOnly: Set<String>

  /// Reads a contract and one of its calls.
  public init(reference: ReferenceData, call: Call) {
    self.call = call
    axes = Dictionary(reference.objectives.map { ($0.code, $0.axis) }) { first, _ in first }
    districts = Dictionary(
      reference.districts.map { district in
        (
          district.code,
          ScoringFacts.DistrictFacts(
            code: district.code, name: district.name, medianIncome: district.medianIncome,
            population: district.population)
        )
      }
    ) { first, _ in first }
    let spellings = Dictionary(
      reference.funders.map { ($0.id, [$0.id, $0.name] + $0.aliases) }
    ) { first, _ in first }
    expectations = Dictionary(
      reference.objectives.map { ($0.code, Expectations(of: $0, spellings: spellings)) }
    ) { first, _ in first }
    commonLawOnly = Set(
      reference.funders.filter { $0.bringsCommonLaw == true && $0.bringsSpecificCredits != true }
        .flatMap { spellings[$0.id] ?? [] }.map { $0.folded.trimmedOfSpaces })
  }

  /// The axis of an objective, when the plan has it.
  public func axis(of objective: String) -> String? { axes[objective] }

  /// What the plan says of an objective.
  func expectations(of objective: String) -> Expectations { expectations[objective] ?? .none }

  /// The districts named by these codes that the contract knows, each once.
  func districts(_ codes: [String]) -> [ScoringFacts.DistrictFacts] {
    var seen: Set<String> = []
    return codes.compactMap { code in
      seen.insert(code).inserted ? districts[code] : nil
    }
  }

  /// Whether a person means by this text a funder that has nothing but ordinary policies.
  func meansCommonLawOnly(_ text: String) -> Bool {
    commonLawOnly.contains(text.folded.trimmedOfSpaces)
  }
}

extension ScoringContext.Expectations {
  fileprivate init(of objective: Objective, spellings: [FunderID: [String]]) {
    let named = objective.commonLaw + objective.partners
    self.init(
      partners: Set(named.flatMap { spellings[$0] ?? [$0] }.map(\.lettersOnly)),
      indicatorCodes: Set(objective.indicators.map(\.code)),
      indicatorLabels: Set(objective.indicators.map(\.label.lettersOnly)))
  }
}
