import Vocabulary

/// Gathers what is wrong in a file, so that one reading tells everything.
final class FindingCollector {
  private(set) var findings: [Finding] = []

  func add(_ code: String, _ field: String, _ message: String, remedy: String) {
    findings.append(
      Finding(
        code: code, family: .malformed, place: Finding.Place(field: field), message: message,
        remedy: remedy))
  }

  /// Reads a JSON file whole: `make` builds the value and adds what is wrong with it.
  static func read<Value>(
    _ bytes: some Sequence<UInt8>, _ make: (JSONValue, FindingCollector) -> Value?
  ) throws(Refusal) -> Value {
    let root: JSONValue
    do {
      root = try JSONReader.read(Array(bytes))
    } catch {
      throw Refusal([Finding(syntax: error)])
    }
    let collector = FindingCollector()
    let value = make(root, collector)
    guard collector.findings.isEmpty, let value else { throw Refusal(collector.findings) }
    return value
  }
}
