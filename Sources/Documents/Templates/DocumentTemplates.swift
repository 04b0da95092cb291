import Mustache
public import Vocabulary

/// The documents the program knows how to write.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case agendaPage = "ordre-du-jour.html.mustache"
  case comparisonPage = "comparaison.html.mustache"
  case agreementPage = "convention.html.mustache"
  case agreementText = "convention.txt.mustache"
  case letterPage = "lettre.html.mustache"
  case letterText = "lettre.txt.mustache"
  case funderPage = "dossiers-financeur.html.mustache"
  case minutesPage = "proces-verbal.html.mustache"
  case minutesText = "proces-verbal.txt.mustache"
  case missingPage = "manquants.html.mustache"
  case projectPage = "projet.html.mustache"
  case receiptText = "recepisse.txt.mustache"

  /// The name of its template.
  public var fileName: String { rawValue }

  /// Values are escaped in a page, written as they are in a plain text.
  var isPage: Bool { fileName.hasSuffix(".html.mustache") }

  var shape: TagShape {
    switch self {
    case .agendaPage: AgendaView.shape
    case .comparisonPage: ComparisonView.shape
    case .agreementPage, .agreementText: AgreementView.shape
    case .letterPage, .letterText: LetterView.shape
    case .funderPage: FunderSheetView.shape
    case .minutesPage, .minutesText: MinutesView.shape
    case .missingPage: MissingView.shape
    case .projectPage: ProjectSheetView.shape
    case .receiptText: ReceiptView.shape
    }
  }
}

/// How minutes, letters and agreements are written.
public enum DocumentFormat: Hashable, Sendable {
  /// A page for screens and printers.
  case page
  /// Plain text, at most 100 columns.
  case text
}

/// The templates of documents, read and checked once.
public struct DocumentTemplates: Sendable {
  private let templates: [DocumentKind: MustacheTemplate]

  /// Reads and checks templates.
  ///
  /// - Parameters:
  ///   - sources: the text of each template, by file name (``DocumentKind/fileName``); others are left
  ///     aside.
  ///   - kinds: the documents to be written; all of them by default.
  /// - Throws: `Refusal` with every missing template and every tag its document does not have.
  public init(
    sources: [String: String], for kinds: [DocumentKind] = DocumentKind.allCases
  ) throws(Refusal) {
    let findings = kinds.flatMap { Self.findings(of: $0, in: sources) }
    guard findings.isEmpty else { throw Refusal(findings) }
    var templates: [DocumentKind: MustacheTemplate] = [:]
    for kind in kinds { templates[kind] = try Self.template(kind, in: sources) }
    self.templates = templates
  }

  /// The minutes of a session.
  public func minutes(_ view: MinutesView, as format: DocumentFormat) -> String {
    switch format {
    case .page: render(view, as: .minutesPage)
    case .text: render(view, as: .minutesText)
    }
  }

  /// A letter that tells a decision.
  ///
  /// - Parameters:
  ///   - view: what it says.
  ///   - format: how it is written.
  /// - Returns: the document, always the same for the same view and template.
  public func letter(_ view: LetterView, as format: DocumentFormat) -> String {
    switch format {
    case .page: render(view, as: .letterPage)
    case .text: TextLayout.reflow(render(view, as: .letterText))
    }
  }

  /// The draft of an agreement.
  ///
  /// - Parameters:
  ///   - view: what it says.
  ///   - format: how it is written.
  /// - Returns: the document, always the same for the same view and template.
  public func agreement(_ view: AgreementView, as format: DocumentFormat) -> String {
    switch format {
    case .page: render(view, as: .agreementPage)
    case .text: TextLayout.reflow(render(view, as: .agreementText))
    }
  }

  /// The page of a comparison of scenarios.
  public func comparison(_ view: ComparisonView) -> String { render(view, as: .comparisonPage) }

  /// The receipt of a deposit, in plain text.
  public func receipt(_ view: ReceiptView) -> String { render(view, as: .receiptText) }

  /// The agenda of a session.
  public func agenda(_ view: AgendaView) -> String { render(view, as: .agendaPage) }

  /// The page of one project.
  public func project(_ view: ProjectSheetView) -> String { render(view, as: .projectPage) }

  /// What one funder receives before a session.
  public func funderSheet(_ view: FunderSheetView) -> String { render(view, as: .funderPage) }

  /// What is still missing before a session.
  public func missing(_ view: MissingView) -> String { render(view, as: .missingPage) }

  private func render(_ view: some DocumentView, as kind: DocumentKind) -> String {
    guard let template = templates[kind] else {
      preconditionFailure("the template of \(kind) was not asked for")
    }
    return template.render(ViewNode(view: view))
  }

  private static func findings(of kind: DocumentKind, in sources: [String: String]) -> [Finding] {
    guard let source = sources[kind.fileName] else {
      return [
        Finding(
          code: "modele_absent", family: .malformed, place: Finding.Place(file: kind.fileName),
          message: "Le modèle de document « \(kind.fileName) » manque.",
          remedy: "Rétablissez ce fichier parmi les modèles du programme.")
      ]
    }
    return TemplateCheck.findings(in: source, named: kind.fileName, for: kind.shape)
  }

  private static func template(
    _ kind: DocumentKind, in sources: [String: String]
  ) throws(Refusal) -> MustacheTemplate {
    // The engine escapes for HTML unless told otherwise, and knows its pragma by these words.
    let pragma = kind.isPage ? "" : "{{% CONTENT_TYPE:TEXT}}\n"
    do {
      return try MustacheTemplate(string: pragma + (sources[kind.fileName] ?? ""))
    } catch {
      throw Refusal([
        Finding(
          code: "modele_illisible", family: .malformed, place: Finding.Place(file: kind.fileName),
          message: "Le modèle de document « \(kind.fileName) » ne peut pas être lu.",
          remedy: "Vérifiez que chaque balise est bien fermée par deux accolades.")
      ])
    }
  }
}
