import Mustache

/// A view as the template engine walks it.
protocol TemplateNode: MustacheParent, Sendable {}

struct ViewNode<View: DocumentView>: TemplateNode {
  let view: View

  func child(named name: String) -> Any? {
    guard let field = View.fields.first(where: { $0.name == name }) else { return nil }
    switch field.content {
    case .text(let read): return read(view) ?? Absent()
    case .flag(let read): return read(view)
    case .rows(_, let read): return read(view)
    }
  }
}

/// A text that is not there; stops the engine from looking for its name in the enclosing view.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
