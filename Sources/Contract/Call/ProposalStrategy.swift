/// How an allocation is computed: what a call chooses for its committee, and what a proposal says of
/// itself.
public enum ProposalStrategy: String, Hashable, Sendable, Codable, CaseIterable {
  /// Down the ranking: nobody is passed over for a lower rank while money may reach them.
  case rank = "rang"
  /// The greatest sum of the scores of retained projects.
  case value = "valeur"
  /// The same share of its need for everyone, as far as floors and money allow.
  case proportional = "proportionnel"
}
