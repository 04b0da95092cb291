/// What breaks one promise, the first twenty named.
struct Culprits {
  private static let most = 20
  let promise: String
  private(set) var names: [String] = []

  init(_ promise: String) { self.promise = promise }

  mutating func add(_ name: String) {
    if names.count < Self.most, names.last != name { names.append(name) }
  }

  /// The promise when something breaks it.
  var broken: [BrokenInvariant] {
    names.isEmpty ? [] : [BrokenInvariant(name: promise, culprits: names)]
  }
}
