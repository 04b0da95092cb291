import GRDB

extension Store {
  /// Compares every table, index and trigger with those of a fresh base.
  func brokenSchema() throws -> [BrokenInvariant] {
    let expected = try Self.inMemory().read(Self.definitions)
    let found = try read(Self.definitions)
    var culprits = Culprits("les tables, index et déclencheurs sont ceux d’une base neuve")
    for name in Set(expected.keys).union(found.keys).sorted() where expected[name] != found[name] {
      let fault =
        switch (expected[name], found[name]) {
        case (_, nil): "retiré"
        case (nil, _): "ajouté"
        default: "changé"
        }
      culprits.add("\(name) \(fault)")
    }
    return culprits.broken
  }

  /// What defines each object, by its kind and name; those that SQLite makes by itself are left out.
  private static func definitions(_ db: Database) throws -> [String: String] {
    let kinds = ["table": "table", "index": "index", "trigger": "déclencheur", "view": "vue"]
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return rows.reduce(into: [:]) { definitions, row in
      let type: String = row["type"]
      definitions["\(kinds[type] ?? type) \(row["name"] as String)"] = row["sql"] as String? ?? ""
    }
  }
}
