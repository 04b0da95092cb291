import Contract
import Documents
import Vocabulary

extension Resources {
  /// The templates of documents, read and checked.
  ///
  /// - Parameter kinds: the documents to write.
  /// - Returns: their templates.
  /// - Throws: ``DeskError``, or `Refusal` when a template is damaged.
  func documentTemplates(for kinds: [DocumentKind]) throws -> DocumentTemplates {
    var sources: [String: String] = [:]
    for kind in kinds {
      let file = try file("templates/documents/\(kind.fileName)")
      sources[kind.fileName] = String(decoding: file.bytes, as: UTF8.self)
    }
    return try DocumentTemplates(sources: sources, for: kinds)
  }
}
