import Committee
import Contract
import Documents
import Dossiers
import Store
import Vocabulary

extension Desk {
  /// Writes again, from the ledger of the session and the acts that followed, the letters that a call recorded.
  ///
  /// A letter of a template that has changed since cannot be written again; the journal still seals it.
  func brokenLetters(of call: Call) throws -> [BrokenInvariant] {
    let recorded = try store.letters(call: call.id)
    guard !recorded.isEmpty else { return [] }
    var culprits: [String] = []
    do {
      let context = try callContext(call.id)
      var composed: Set<LetterRecord> = []
      var templates: [String: String] = [:]
      for format in [DocumentFormat.page, .text]
      where recorded.contains(where: { $0.format == format.registerName }) {
        for letter in try composeLetters(of: context, as: format) {
          composed.insert(letter.record)
          templates[letter.record.format] = letter.record.template
        }
      }
      for record in recorded where templates[record.format] ?? record.template == record.template {
        if !composed.contains(record) { culprits.append(record.number.text) }
      }
    } catch let error as DeskError {
      culprits = [error.french]
    } catch let error as SessionError {
      culprits = [error.french]
    }
    guard !culprits.isEmpty else { return [] }
    return [
      BrokenInvariant(
        name: "toute lettre se réécrit à l’identique depuis la séance",
        culprits: Array(culprits.uniqued.prefix(20)))
    ]
  }
}

extension [String] {
  /// Without repetition, in order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
