public import Contract
public import Vocabulary

/// What is known of the money of a call beside the dossier being matched.
public struct FundingBeside: Hashable, Sendable {
  /// What a purse has granted so far.
  public struct Use: Hashable, Sendable {
    public let granted: Cents
    public let projects: Int

    /// States what a purse granted, and to how many projects.
    public init(granted: Cents, projects: Int) {
      self.granted = granted
      self.projects = projects
    }
  }

  /// By purse; a purse without an entry granted nothing.
  public let uses: [String: Use]
  /// What the other dossiers of the applicant ask of each funder in the call.
  public let applicantOthers: [FunderID: Cents]

  /// Gathers what is known.
  public init(uses: [String: Use] = [:], applicantOthers: [FunderID: Cents] = [:]) {
    self.uses = uses
    self.applicantOthers = applicantOthers
  }

  /// Nothing granted, and an applicant with a single dossier.
  public static let none = FundingBeside()
}
