import Vocabulary

extension Instance {
  /// The instance as `aap simuler` reads it (`schemas/instance-1.json`), one row a line.
  public var json: String {
    var writer = JSONWriter()
    writer.object { root in
      root.rows("projets", projects) { $1.write(&$0) }
      root.rows("enveloppes", purses) { $1.write(&$0) }
      root.rows("cellules", cells) { $1.write(&$0) }
      root.rows("contraintes", constraints) { $1.write(&$0) }
      root.rows("fixes", pins) { $1.write(&$0) }
      root.rows("engagements", commitments) { $1.write(&$0) }
      root.object("parametres") { parameters.write(&$0) }
      root.list("groupes_incompatibles") { list in
        for group in incompatibleGroups {
          list.list { inner in for id in group { inner.item(id) } }
        }
      }
    }
    return writer.text + "\n"
  }
}

extension JSONWriter {
  fileprivate mutating func rows<Row>(
    _ key: String, _ rows: [Row], _ write: (inout JSONWriter, Row) -> Void
  ) {
    list(key) { list in
      for row in rows {
        list.breakLine()
        list.object { write(&$0, row) }
      }
    }
  }

  fileprivate mutating func member(_ key: String, ifPresent value: String?) {
    if let value { member(key, value) }
  }

  fileprivate mutating func member(_ key: String, ifPresent value: Int64?) {
    if let value { member(key, value) }
  }
}

extension Instance.Project {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("rang", rank)
    writer.member("score", ifPresent: score)
    writer.member("besoin_centimes", need.rawValue)
    writer.member("plancher_centimes", floor.rawValue)
    writer.member("cout_centimes", ifPresent: cost?.rawValue)
    writer.member("quartiers", districts)
    writer.member("axe", ifPresent: axis)
    writer.member("porteur", ifPresent: applicant)
    writer.member("type_porteur", ifPresent: applicantKind)
    writer.member("ordre_porteur", ifPresent: applicantOrder)
    if band != .free { writer.member("bande", band.rawValue) }
  }
}

extension Instance.Purse {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("montant_centimes", amount.rawValue)
    writer.member("nature", nature.rawValue)
    earlier.write(&writer)
  }
}

extension Instance.Cell {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("projet", project)
    writer.member("enveloppe", purse)
    writer.member("min_centimes", minimum.rawValue)
    writer.member("max_centimes", maximum.rawValue)
  }
}

extension Instance.Constraint {
  /// The word of the format for this kind of rule.
  var word: String {
    switch self {
    case .maximumShare: "part_max"
    case .minimumShare: "part_min"
    case .maximumCount: "nombre_max"
    case .minimumCount: "nombre_min"
    case .cofunding: "cofinancement_min"
    case .reserve, .reservation: "reserve"
    }
  }

  /// The keys of the row, `type` under the name given.
  func write(_ writer: inout JSONWriter, typeKey: String = "type") {
    writer.member(typeKey, word)
    writer.member("enveloppe", ifPresent: purse)
    category?.write(&writer)
    switch self {
    case .maximumShare(_, _, let share), .minimumShare(_, _, let share), .cofunding(_, let share):
      writer.member("part_bp", share.count)
    case .maximumCount(_, _, let count), .minimumCount(_, _, let count):
      writer.member("nombre", count)
    case .reserve(_, let amount), .reservation(_, _, let amount):
      writer.member("montant_centimes", amount.rawValue)
    }
  }
}

extension Instance.Category {
  func write(_ writer: inout JSONWriter) {
    writer.member("selon", criterion.rawValue)
    writer.member("valeur", value)
  }
}

extension Instance.Pin {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("projet", project)
    writer.member("enveloppe", purse)
    writer.member("montant_centimes", amount.rawValue)
  }
}

extension Instance.Commitment {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("projet", project)
    writer.member("enveloppe", purse)
    writer.member("montant_centimes", amount.rawValue)
    writer.object("si") { condition in
      condition.member("enveloppe", self.condition)
      condition.member("au_moins_centimes", threshold.rawValue)
    }
  }
}

extension Instance.Parameters {
  fileprivate func write(_ writer: inout JSONWriter) {
    writer.member("arrondi_centimes", rounding.rawValue)
    writer.member("part_publique_max_bp", ifPresent: publicShare?.count)
    writer.member("seuil_score", ifPresent: scoreThreshold)
    writer.member("poids_retenu_bp", ifPresent: retainedWeight?.count)
  }
}
