import Contract

/// What was read, on one line: each value with its line, quoted texts between quotes.
func outline(_ node: SourceNode) -> String {
  switch node.value {
  case .scalar(let text, isPlain: true): "\(text)@\(node.line)"
  case .scalar(let text, isPlain: false): "'\(text)'@\(node.line)"
  case .sequence(let nodes): "[\(nodes.map(outline).joined(separator: " "))]@\(node.line)"
  case .mapping(let entries):
    "{\(entries.map { "\($0.key)@\($0.line):\(outline($0.value))" }.joined(separator: " "))}@\(node.line)"
  }
}

/// Where and why a text is refused; `nil` when it can be read.
struct Obstacle: Hashable, CustomStringConvertible {
  let line: Int?
  let reason: String
  var description: String { "line \(line ?? 0): \(reason)" }

  init(_ line: Int?, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  init?(ofYAML bytes: [UInt8], limits: SourceLimits = .untrusted) {
    do {
      _ = try YAMLSource.read(bytes, limits: limits)
      return nil
    } catch {
      self.init(error.line, error.reason)
    }
  }

  init?(ofJSON bytes: [UInt8]) {
    do {
      _ = try JSONSource.read(bytes)
      return nil
    } catch {
      self.init(error.line, error.reason)
    }
  }

  static func control(_ line: Int) -> Self {
    Self(line, "Le fichier contient un caractère de contrôle invisible.")
  }
  static func anchors(_ line: Int) -> Self {
    Self(line, "Le fichier emploie des ancres YAML (« & » ou « * »), qui sont refusées.")
  }
  static func deep(_ line: Int) -> Self {
    Self(line, "Les données sont imbriquées sur plus de 32 niveaux.")
  }
  static func yaml(_ line: Int, _ column: Int, _ reason: String) -> Self {
    Self(line, "Le fichier n’est pas du YAML correct près de la colonne \(column) : \(reason).")
  }
  static func json(_ line: Int, _ reason: String) -> Self {
    Self(line, "Le fichier n’est pas du JSON correct : \(reason).")
  }
}
