public import Vocabulary

extension Instance {
  /// Reads an instance written in JSON (`schemas/instance-1.json`).
  ///
  /// - Throws: ``Vocabulary/Refusal`` with every finding, all of the family `lecture`.
  public init(json bytes: some Sequence<UInt8>) throws(Refusal) {
    self = try FindingCollector.read(bytes) { root, collector in
      let instance = Instance(root: root, collector: collector)
      if let instance {
        InstanceCoherence(
          instance: instance, collector: collector, projects: root.identifiers(in: "projets"),
          purses: root.identifiers(in: "enveloppes")
        ).check()
      }
      return instance
    }
  }

  private init?(root: JSONValue, collector: FindingCollector) {
    let keys = [
      "projets", "enveloppes", "cellules", "contraintes", "fixes", "engagements", "parametres",
      "groupes_incompatibles",
    ]
    guard let reader = FieldReader(root, path: "", allowed: keys, collector: collector) else {
      return nil
    }
    self.init(
      projects: reader.rows("projets", Project.keys, Project.init),
      purses: reader.rows("enveloppes", Purse.keys, Purse.init),
      cells: reader.rows(
        "cellules", ["projet", "enveloppe", "min_centimes", "max_centimes"], Cell.init),
      constraints: reader.constraints(),
      pins: reader.rows(
        "fixes", ["projet", "enveloppe", "montant_centimes"], isRequired: false, Pin.init),
      commitments: reader.rows(
        "engagements", ["projet", "enveloppe", "montant_centimes", "si"], isRequired: false,
        Commitment.init),
      parameters: reader.parameters(), incompatibleGroups: reader.groups())
  }
}

extension FieldReader {
  /// The rows of a list; a row that cannot be read is reported and left out.
  func rows<Row>(
    _ key: String, _ allowed: [String], isRequired: Bool = true, _ make: (FieldReader) -> Row?
  ) -> [Row] {
    (list(key, isRequired: isRequired) ?? []).enumerated().compactMap { index, item in
      FieldReader(item, path: "\(field(key))[\(index)]", allowed: allowed, collector: collector)
        .flatMap(make)
    }
  }

  fileprivate func groups() -> [[String]] {
    (list("groupes_incompatibles", isRequired: false) ?? []).enumerated().map { index, item in
      let path = "\(field("groupes_incompatibles"))[\(index)]"
      guard case .list(let members) = item else {
        mistyped("groupes_incompatibles[\(index)]", "une liste d’identifiants", item)
        return []
      }
      return members.enumerated().compactMap { text($1, at: "\(path)[\($0)]") }
    }
  }

  fileprivate func parameters() -> Instance.Parameters {
    let keys = ["arrondi_centimes", "part_publique_max_bp", "seuil_score", "poids_retenu_bp"]
    guard let value = value("parametres", isRequired: false),
      let reader = FieldReader(
        value, path: field("parametres"), allowed: keys, collector: collector)
    else { return Instance.Parameters() }
    let rounding = reader.integer(
      "arrondi_centimes", in: 1...Cents.limit.rawValue, isRequired: false)
    let limit = Cents.limit.rawValue
    return Instance.Parameters(
      rounding: Cents(rounding ?? 1),
      publicShare: reader.rate("part_publique_max_bp", isRequired: false),
      scoreThreshold: reader.integer("seuil_score", in: -limit...limit, isRequired: false),
      retainedWeight: reader.rate("poids_retenu_bp", isRequired: false))
  }
}

extension JSONValue {
  /// The identifiers that the rows of a list give, even where the rest of a row is faulty: one
  /// fault must not make every reference to its row a second one.
  fileprivate func identifiers(in list: String) -> Set<String> {
    guard case .object(let members) = self,
      case .list(let rows)? = members.first(where: { $0.key == list })?.value
    else { return [] }
    return Set(
      rows.compactMap { row in
        guard case .object(let members) = row,
          case .text(let id)? = members.first(where: { $0.key == "id" })?.value
        else { return nil }
        return id
      })
  }
}

extension Finding {
  /// A text that is not JSON, with the place where reading stopped.
  init(syntax error: JSONSyntaxError) {
    self.init(
      code: "json_invalide", family: .malformed, place: Place(line: error.line),
      message: "Ce n’est pas un document JSON : ligne \(error.line), colonne \(error.column), "
        + "\(error.reason).",
      remedy: "Corrigez le document à cet endroit, ou exportez-le de nouveau en JSON (UTF-8).")
  }
}
