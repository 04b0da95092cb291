import Forms
import Vocabulary

/// The balance of one year's budget: what its sheet and its financing plan add up to.
///
/// Year 2 of a request over several years is in `budget_2` and `financement_2`: the pair shares its suffix.
struct BudgetBalance {
  typealias Total = (place: CellPlace, amount: Cents)

  private static let section = "budget"
  private let totals: [FieldID: Total]
  private let charges: Total
  private let sides: [AccountSide: Total]
  private let requests: FieldID
  private let secured: FieldID
  /// The section of the financing plan that goes with the budget.
  let financing: String

  /// The balance of a section; `nil` when it holds no charges.
  init?(_ section: FormEdition.Section, totals: [FieldID: Total]) {
    var sides: [AccountSide: Total] = [:]
    for field in section.fields {
      if case .accounts(let side) = field.kind, sides[side] == nil {
        sides[side] = totals[field.id]
      }
    }
    guard section.id.hasPrefix(Self.section), let charges = sides[.charges] else { return nil }
    (self.totals, self.charges, self.sides) = (totals, charges, sides)
    financing = "financement" + section.id.dropFirst(Self.section.count)
    requests = "\(financing).demandes"
    secured = "\(financing).acquis"
  }

  private var received: [(label: String, total: Total)] {
    [
      ("Produits hors subventions", sides[.resources]),
      ("Subventions demandées dans cet appel", totals[requests]),
      ("Financements déjà acquis", totals[secured]),
    ].compactMap { label, total in total.map { (label, $0) } }
  }

  private var gap: Cents { charges.amount - received.map(\.total.amount).total() }

  /// Writes the balance below the accounts, and its verdict in the head of the sheet.
  ///
  /// - Returns: the place of the verdict.
  func write(in sheet: inout SectionSheet) -> CellPlace {
    sheet.add(.furniture, [SheetCell("Équilibre du budget", .group)])
    let lines = [("Charges", charges)] + received
    let first = sheet.nextRow
    for (label, total) in lines {
      sheet.add(
        .furniture,
        [
          SheetCell(label, .totalLabel),
          SheetCell(.amountFormula("of:=\(total.place.absolute)", total.amount), .total),
        ])
    }
    let cells = lines.indices.map { CellPlace.local(SectionSheet.answer, first + $0) }
    let sum = cells.dropFirst().joined(separator: "+")
    let gapRow = sheet.add(
      .furniture,
      [
        SheetCell("Écart : charges moins tout le reste", .totalLabel),
        SheetCell(
          .amountFormula("of:=ROUND(\(cells[0])-(\(sum.isEmpty ? "0" : sum));2)", gap), .total),
        SheetCell(verdict(row: sheet.nextRow, cells: cells), .verdict),
      ])
    writeVolunteers(in: &sheet)
    let place = CellPlace(sheet: sheet.sheet.name, column: SectionSheet.answer + 1, row: gapRow)
    sheet.showInHead(repeated(place))
    return place
  }

  /// The verdict again, in the head of a sheet.
  func repeated(_ place: CellPlace) -> SheetCell {
    SheetCell(.textFormula("of:=\(place.absolute)", words), .verdict)
  }

  private func verdict(row: Int, cells: [String]) -> CellContent {
    let gap = CellPlace.local(SectionSheet.answer, row)
    let filled = "SUM(\(cells.joined(separator: ";")))"
    return .textFormula(
      """
      of:=IF(\(filled)=0;"\(Self.nothing)";IF(\(gap)=0;"\(Self.balanced)";\
      IF(\(gap)>0;"Il manque "&FIXED(\(gap);2)&" € en produits";\
      "Il manque "&FIXED(-\(gap);2)&" € en charges")))
      """, words)
  }

  private static let nothing = "Rien n’est encore rempli"
  private static let balanced = "Équilibré"

  private var words: String {
    if charges.amount == .zero, received.allSatisfy({ $0.total.amount == .zero }) {
      return Self.nothing
    }
    if gap == .zero { return Self.balanced }
    let missing = gap > .zero ? gap : -gap
    return "Il manque \(missing.french) en \(gap > .zero ? "produits" : "charges")"
  }

  /// Accounts 86 and 87 must be equal: they describe the same gifts from both ends.
  private func writeVolunteers(in sheet: inout SectionSheet) {
    guard let uses = sides[.volunteerUses], let resources = sides[.volunteerResources] else {
      return
    }
    let gap = uses.amount - resources.amount
    let row = sheet.nextRow
    let cell = CellPlace.local(SectionSheet.answer, row)
    let equal = "Les comptes 86 et 87 sont égaux"
    let different = "Les comptes 86 et 87 doivent être égaux"
    sheet.add(
      .furniture,
      [
        SheetCell("Contributions volontaires : 86 moins 87", .totalLabel),
        SheetCell(
          .amountFormula(
            "of:=ROUND(\(uses.place.absolute)-\(resources.place.absolute);2)", gap), .total),
        SheetCell(
          .textFormula(
            "of:=IF(\(cell)=0;\"\(equal)\";\"\(different)\")", gap == .zero ? equal : different),
          .verdict),
      ])
  }
}
