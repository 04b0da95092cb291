/// A name and what stands behind it.
public struct PageFact: DocumentView, Hashable {
  let name: String
  let value: String

  /// Words a fact.
  ///
  /// - Parameters:
  ///   - name: what it is about.
  ///   - value: what is known.
  public init(_ name: String, _ value: String) {
    self.name = name.printable
    self.value = value.printable
  }

  static let fields: [ViewField<PageFact>] = [
    .text("nom_fait") { $0.name },
    .text("valeur_fait") { $0.value },
  ]
}

/// A text of several paragraphs, under a title.
public struct PageText: DocumentView, Hashable {
  struct Paragraph: DocumentView, Hashable {
    let text: String

    static let fields: [ViewField<Paragraph>] = [.text("paragraphe") { $0.text }]
  }

  let title: String
  let paragraphs: [Paragraph]

  /// Words a text; lines are its paragraphs, empty ones are left out.
  ///
  /// - Parameters:
  ///   - title: its heading.
  ///   - text: the text as it was written.
  public init(title: String, _ text: String) {
    self.title = title.printable
    paragraphs = text.split(whereSeparator: \.isNewline).map { String($0).printable }
      .filter { !$0.isEmpty }.map { Paragraph(text: $0) }
  }

  static let fields: [ViewField<PageText>] = [
    .text("titre_texte") { $0.title },
    .rows("paragraphes") { $0.paragraphs },
  ]
}
