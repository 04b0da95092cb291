/// What a document shows: one struct whose fields are already worded, each under the name of its tag.
///
/// Fields are declared, not discovered, so that a template can be checked before any value exists.
protocol DocumentView: Sendable {
  /// The fields a template may name.
  static var fields: [ViewField<Self>] { get }
}

/// A field of a view, under the name templates give it.
struct ViewField<View: Sendable>: Sendable {
  let name: String
  let content: Content

  enum Content: Sendable {
    case text(@Sendable (View) -> String?)
    case flag(@Sendable (View) -> Bool)
    case rows(TagShape, @Sendable (View) -> [any TemplateNode])
  }

  /// A text; `nil` shows nothing and closes its section.
  static func text(
    _ name: String, _ read: @escaping @Sendable (View) -> String?
  ) -> ViewField {
    ViewField(name: name, content: .text(read))
  }

  /// A condition, for sections only.
  static func flag(
    _ name: String, _ read: @escaping @Sendable (View) -> Bool
  ) -> ViewField {
    ViewField(name: name, content: .flag(read))
  }

  /// A list of views, for sections only.
  static func rows<Row: DocumentView>(
    _ name: String, _ read: @escaping @Sendable (View) -> [Row]
  ) -> ViewField {
    ViewField(
      name: name, content: .rows(Row.shape, { view in read(view).map { ViewNode(view: $0) } }))
  }
}

/// The names a template may use, and what stands behind each.
struct TagShape: Sendable {
  indirect enum Entry: Sendable {
    case text
    case flag
    case rows(TagShape)
  }

  let entries: [String: Entry]
}

extension DocumentView {
  static var shape: TagShape {
    TagShape(
      entries: Dictionary(
        fields.map { field in
          switch field.content {
          case .text: (field.name, .text)
          case .flag: (field.name, .flag)
          case .rows(let shape, _): (field.name, .rows(shape))
          }
        }, uniquingKeysWith: { first, _ in first }))
  }
}
