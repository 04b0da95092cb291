import Forms
import Vocabulary

/// A question that takes amounts by account: `641 6400`, a number of the list, `641 -`.
struct AccountsEntry: QuestionEntry {
  private let matter: QuestionMatter
  private let side: AccountSide
  private let accounts: [Account]
  private var amounts: [String: String] = [:]
  private var hasChanged = false
  /// The account whose amount is awaited.
  private var picked: Account?

  init(_ matter: QuestionMatter) {
    self.matter = matter
    if case .accounts(let side) = matter.field.kind { self.side = side } else { side = .charges }
    accounts = matter.words.chart.accounts(of: side)
    if case .accounts(let amounts) = matter.current { self.amounts = amounts }
  }

  var opening: [String] {
    let announced = amounts.isEmpty ? [] : ["\(matter.announced) :"]
    let lines = accounts.enumerated().map { index, account in
      let amount = amounts[account.code].map { " : \(matter.words.value($0, as: .amount))" } ?? ""
      let indent = account.parent == nil ? "  " : "     "
      return "\(indent)\(index + 1). \(account.code) \(account.label)\(amount)"
    }
    return announced + lines + ["Tapez « COMPTE MONTANT », un numéro seul, ou « COMPTE - »."]
  }

  var cue: String {
    guard let picked else {
      let end = matter.isConfirmed || hasChanged || amounts.isEmpty ? "finir" : "confirmer"
      return "Votre réponse (compte et montant, Entrée pour \(end)) :"
    }
    let current = amounts[picked.code].map { " [\(matter.words.value($0, as: .amount))]" } ?? ""
    return
      "Votre réponse (\(picked.code) \(ScreenText.clipped(picked.label, to: 20)), montant)\(current) :"
  }

  var explained: Field { matter.field }

  mutating func take(_ line: String) -> EntryStep {
    let typed = line.trimmedOfSpaces
    if let account = picked { return takeAmount(typed, of: account) }
    guard !typed.isEmpty else {
      if amounts.isEmpty { return EntryStep(said: matter.skipped, isOver: true) }
      return hasChanged ? EntryStep(isOver: true) : matter.kept(.accounts(amounts))
    }
    let (name, amount) = Self.parts(of: typed)
    guard let account = account(named: name, isAlone: amount.isEmpty || typed.contains("=")) else {
      return EntryStep(said: unknown(name, amount))
    }
    guard !amount.isEmpty else {
      picked = account
      return EntryStep()
    }
    return amount == "-" ? remove(account) : put(amount, on: account)
  }

  /// What names the account, and the amount: parted by the equals sign, else by the first space.
  private static func parts(of typed: String) -> (name: String, amount: String) {
    let isMark: (Character) -> Bool =
      typed.contains("=") ? { $0 == "=" } : { $0 == " " || $0 == "\t" }
    guard let mark = typed.firstIndex(where: isMark) else {
      let isRemoval = typed.count > 1 && typed.hasSuffix("-")
      return isRemoval ? (String(typed.dropLast()), "-") : (typed, "")
    }
    return (
      String(typed[..<mark]).trimmedOfSpaces,
      String(typed[typed.index(after: mark)...]).trimmedOfSpaces
    )
  }

  /// By its code; by its number in the list too, where that cannot be the beginning of an amount.
  private func account(named name: String, isAlone: Bool) -> Account? {
    if let account = accounts.first(where: { $0.code.folded == name.folded }) { return account }
    guard isAlone, let number = Int(name), accounts.indices.contains(number - 1) else { return nil }
    return accounts[number - 1]
  }

  private func unknown(_ name: String, _ amount: String) -> [String] {
    if let number = Int(name), accounts.indices.contains(number - 1) {
      return [
        "« \(name) » n’est pas un compte : on ne sait pas si « \(name) \(amount) » est un montant.",
        "À faire : tapez « \(name) » seul pour choisir la ligne \(name) de la liste, ou « \(accounts[number - 1].code) MONTANT ».",
      ]
    }
    if side == .resources, name.hasPrefix("74") {
      return [
        "Le compte 74 ne se remplit pas ici : il est tiré du plan de financement.",
        "À faire : donnez chaque subvention dans le plan de financement, plus loin.",
      ]
    }
    let search = ReferenceSearch(
      accounts.map { ReferenceCandidate(code: $0.code, name: $0.label) })
    let found = search.find(amount.isEmpty ? name : "\(name) \(amount)").prefix(5)
    let hint = found.isEmpty ? [] : ["Peut-être :"] + found.map { "  - \($0.code) \($0.name)" }
    return ["Le compte « \(name) » n’existe pas de ce côté du budget."]
      + (hint.isEmpty ? ["À faire : choisissez un compte de la liste ; « ? » la montre."] : hint)
  }

  private mutating func takeAmount(_ typed: String, of account: Account) -> EntryStep {
    if typed.isEmpty || typed == "-" {
      picked = nil
      return typed.isEmpty ? EntryStep() : remove(account)
    }
    return put(typed, on: account)
  }

  private mutating func put(_ typed: String, on account: Account) -> EntryStep {
    let path = "\(matter.field.id).\(account.code)"
    let (amount, faults) = matter.reader.read(typed, as: .amount, at: path)
    guard let amount else { return EntryStep(said: FindingWords.short(faults)) }
    picked = nil
    amounts[account.code] = amount
    hasChanged = true
    return EntryStep(
      answer: .accounts(amounts),
      said: [matter.words.account(account.code, amount, side)] + doubled(account))
  }

  private mutating func remove(_ account: Account) -> EntryStep {
    picked = nil
    guard amounts.removeValue(forKey: account.code) != nil else {
      return .again("Le compte \(account.code) n’avait pas de montant.")
    }
    hasChanged = true
    return EntryStep(
      answer: .accounts(amounts), said: ["Retiré : \(account.code) \(account.label)."])
  }

  /// An account given both as a whole and by its details would count twice.
  private func doubled(_ account: Account) -> [String] {
    let whole = account.parent ?? account.code
    let details = accounts.filter { $0.parent == whole && amounts[$0.code] != nil }.map(\.code)
    guard amounts[whole] != nil, !details.isEmpty else { return [] }
    return [
      "Attention : le compte \(whole) et ses détails (\(details.joined(separator: ", "))) sont donnés ensemble ; la même somme compterait deux fois.",
      "À faire : gardez le total ou les détails. « \(whole) - » retire le total.",
    ]
  }
}
