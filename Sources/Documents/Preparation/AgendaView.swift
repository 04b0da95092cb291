/// What the agenda of a session says: the dossiers to decide, each with a link to its page.
public struct AgendaView: DocumentView, Hashable {
  /// A dossier of the agenda.
  public struct Item: DocumentView, Hashable {
    let number: String
    let rank: String
    let score: String
    let title: String
    let applicant: String
    let objective: String
    let asked: String
    let standing: String
    let opinions: String
    let isBorderline: Bool

    /// Words a dossier.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - rank: its place in the ranking.
    ///   - score: its points.
    ///   - title: the title of the project.
    ///   - applicant: who carries it.
    ///   - objective: the objective it serves.
    ///   - asked: what it asks.
    ///   - standing: what the computation gives it.
    ///   - opinions: what funders think of it, in a few words.
    ///   - isBorderline: whether it is at the limit of what the money reaches.
    public init(
      number: String, rank: String, score: String, title: String, applicant: String,
      objective: String, asked: String, standing: String, opinions: String, isBorderline: Bool
    ) {
      self.number = number.printable
      self.rank = rank
      self.score = score
      self.title = title.printable
      self.applicant = applicant.printable
      self.objective = objective.printable
      self.asked = asked
      self.standing = standing.printable
      self.opinions = opinions.printable
      self.isBorderline = isBorderline
    }

    static let fields: [ViewField<Item>] = [
      .text("numero") { $0.number },
      .text("rang") { $0.rank },
      .text("score") { $0.score },
      .text("projet") { $0.title },
      .text("porteur") { $0.applicant },
      .text("objectif") { $0.objective },
      .text("demande") { $0.asked },
      .text("calcul") { $0.standing },
      .text("avis") { $0.opinions },
      .flag("limite") { $0.isBorderline },
    ]
  }

  /// Dossiers taken together.
  public struct Section: DocumentView, Hashable {
    let title: String
    let items: [Item]

    /// Groups dossiers.
    ///
    /// - Parameters:
    ///   - title: its heading.
    ///   - items: in the order in which they are taken.
    public init(title: String, items: [Item]) {
      self.title = title.printable
      self.items = items
    }

    static let fields: [ViewField<Section>] = [
      .text("titre_partie") { $0.title },
      .rows("dossiers") { $0.items },
    ]
  }

  let title: String
  let notes: [PageNote]
  let sections: [Section]
  let tables: [PageTable]

  /// Words an agenda.
  ///
  /// - Parameters:
  ///   - title: the title of the page.
  ///   - notes: how to read it, a sentence or two each.
  ///   - sections: the dossiers, in the order in which they are taken.
  ///   - tables: the purses.
  public init(title: String, notes: [String], sections: [Section], tables: [PageTable]) {
    self.title = title.printable
    self.notes = notes.map { PageNote(text: $0.printable) }
    self.sections = sections.filter { !$0.items.isEmpty }
    self.tables = tables
  }

  static let fields: [ViewField<AgendaView>] = [
    .text("titre") { $0.title },
    .rows("remarques") { $0.notes },
    .rows("parties") { $0.sections },
    .rows("tableaux") { $0.tables },
  ]
}
