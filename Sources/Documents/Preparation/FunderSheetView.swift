/// What one funder receives before a session: what concerns its purses, and nothing else.
public struct FunderSheetView: DocumentView, Hashable {
  /// A dossier that asks something of the funder's purses.
  public struct Item: DocumentView, Hashable {
    let number: String
    let rank: String
    let title: String
    let applicant: String
    let objective: String
    let total: String
    let asked: String
    let opinion: String

    /// Words a dossier.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - rank: its place in the ranking.
    ///   - title: the title of the project.
    ///   - applicant: who carries it.
    ///   - objective: the objective it serves.
    ///   - total: what it asks of all funders.
    ///   - asked: what it asks of the funder's purses, one by one.
    ///   - opinion: what the funder said of it.
    public init(
      number: String, rank: String, title: String, applicant: String, objective: String,
      total: String, asked: String, opinion: String
    ) {
      self.number = number.printable
      self.rank = rank
      self.title = title.printable
      self.applicant = applicant.printable
      self.objective = objective.printable
      self.total = total
      self.asked = asked.printable
      self.opinion = opinion.printable
    }

    static let fields: [ViewField<Item>] = [
      .text("numero") { $0.number },
      .text("rang") { $0.rank },
      .text("projet") { $0.title },
      .text("porteur") { $0.applicant },
      .text("objectif") { $0.objective },
      .text("total") { $0.total },
      .text("demande") { $0.asked },
      .text("avis") { $0.opinion },
    ]
  }

  let title: String
  let notes: [PageNote]
  let items: [Item]
  let tables: [PageTable]

  /// Words the list of a funder.
  ///
  /// - Parameters:
  ///   - title: the title of the page.
  ///   - notes: how to read it, a sentence or two each.
  ///   - items: the dossiers, in the order of the ranking.
  ///   - tables: its purses.
  public init(title: String, notes: [String], items: [Item], tables: [PageTable]) {
    self.title = title.printable
    self.notes = notes.map { PageNote(text: $0.printable) }
    self.items = items
    self.tables = tables
  }

  static let fields: [ViewField<FunderSheetView>] = [
    .text("titre") { $0.title },
    .rows("remarques") { $0.notes },
    .flag("avec_dossiers") { !$0.items.isEmpty },
    .rows("dossiers") { $0.items },
    .rows("tableaux") { $0.tables },
  ]
}
