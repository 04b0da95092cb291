import Contract
import Vocabulary

/// The money of a generated dossier: charges equal own, secured and asked amounts.
struct BudgetDraft {
  /// An amount on an account.
  struct Line {
    let account: String
    var amount: Cents
  }

  /// An amount asked of a funder.
  struct Request {
    let funder: FunderID
    let commune: String?
    var amount: Cents
    /// Whether only specific credits can answer.
    let needsSpecificCredits: Bool
  }

  /// An amount already granted.
  struct Secured {
    let body: String
    let amount: Cents
    let decidedOn: Day
  }

  var charges: [Line] = []
  var resources: [Line] = []
  var volunteerUses: [Line] = []
  var volunteerResources: [Line] = []
  var requests: [Request] = []
  var secured: [Secured] = []
  var floor: Cents?

  var cost: Cents { charges.lazy.map(\.amount).total() }
  var requested: Cents { requests.lazy.map(\.amount).total() }
}
