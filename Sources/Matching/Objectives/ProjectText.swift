public import Dossiers

/// What a project says of itself, part by part.
public struct ProjectText: Hashable, Sendable {
  public let title: String
  public let descriptions: [String]
  /// The people the project is for.
  public let audience: String
  public let themes: [String]
  public let partners: [String]

  /// Gathers the parts of a project's text; each may be empty.
  public init(
    title: String = "", descriptions: [String] = [], audience: String = "", themes: [String] = [],
    partners: [String] = []
  ) {
    self.title = title
    self.descriptions = descriptions
    self.audience = audience
    self.themes = themes
    self.partners = partners
  }

  /// What an application says of its project.
  public init(of application: Application) {
    let project = application.project
    self.init(
      title: project.title,
      descriptions: [project.need, project.content] + project.indicators.map(\.label),
      audience: project.audience.description,
      partners: project.partners.flatMap { [$0.name, $0.role ?? ""] })
  }

  /// The parts with their weights: a title or a theme is chosen with more care than a paragraph.
  var weightedParts: [(text: String, weight: Double)] {
    [(title, 2), (audience, 1.5)] + descriptions.map { ($0, 1) } + themes.map { ($0, 2) }
      + partners.map { ($0, 0.5) }
  }
}
