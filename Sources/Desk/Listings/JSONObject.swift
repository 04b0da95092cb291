import Vocabulary

/// A JSON object written member by member, in the order given.
struct JSONObject {
  private var members: [String] = []

  /// The object on one line.
  var text: String { "{\(members.joined(separator: ","))}" }

  mutating func add(_ key: String, _ value: String?) {
    write(key, value.map { JSONText.string($0) } ?? "null")
  }

  mutating func add(_ key: String, _ value: Int?) {
    write(key, value.map { String($0) } ?? "null")
  }

  /// An amount in whole cents; the key ends in `_centimes`.
  mutating func add(_ key: String, _ value: Cents) { write(key, String(value.rawValue)) }

  mutating func add(_ key: String, _ values: [String]) {
    write(key, JSONText.list(values.map { JSONText.string($0) }))
  }

  mutating func add(_ key: String, _ objects: [JSONObject]) {
    write(key, JSONText.list(objects.map(\.text)))
  }

  mutating func add(_ key: String, _ object: JSONObject) { write(key, object.text) }

  /// A value already written in JSON.
  mutating func add(_ key: String, json: String) { write(key, json) }

  private mutating func write(_ key: String, _ value: String) {
    members.append("\(JSONText.string(key)):\(value)")
  }
}
