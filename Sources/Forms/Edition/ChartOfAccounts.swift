public import Contract
public import Vocabulary

/// The four columns of a project's budget.
public enum AccountSide: String, Hashable, Sendable, CaseIterable, Codable {
  case charges
  case resources = "produits"
  /// Uses of voluntary contributions, account 86.
  case volunteerUses = "emplois_volontaires"
  /// Voluntary contributions received, account 87.
  case volunteerResources = "ressources_volontaires"
}

/// One account of the budget, for instance `641`.
public struct Account: Hashable, Sendable {
  public let code: String
  public let label: String
  /// The account it is a detail of.
  public let parent: String?
}

/// The accounts that a budget may use (Cerfa n° 12156, budget table).
public struct ChartOfAccounts: Hashable, Sendable {
  private let sides: [AccountSide: [Account]]

  /// The accounts of a side, in the order of the form.
  public func accounts(of side: AccountSide) -> [Account] { sides[side] ?? [] }

  /// The account of this code on this side.
  public func account(_ code: String, on side: AccountSide) -> Account? {
    accounts(of: side).first { $0.code == code }
  }

  /// Reads the chart; everything wrong is reported.
  public static func load(_ file: SourceFile) -> (chart: ChartOfAccounts?, findings: [Finding]) {
    let findings = FindingList(file: file.name)
    do {
      let node = try YAMLSource.read(file.bytes, limits: .reference)
      let record = RecordReader(node, path: "", findings: findings)
      record.requireSchema("comptes/1")
      record.allowOnly(["schema"] + AccountSide.allCases.map(\.rawValue))
      var sides: [AccountSide: [Account]] = [:]
      for side in AccountSide.allCases {
        sides[side] = record.records(side.rawValue).map { entry in
          entry.allowOnly(["compte", "libelle", "parent"])
          return Account(
            code: entry.text("compte"), label: entry.text("libelle"),
            parent: entry.optionalText("parent"))
        }
      }
      return (ChartOfAccounts(sides: sides), findings.findings)
    } catch {
      return (nil, [error.finding(file: file.name, source: findings.source)])
    }
  }
}
