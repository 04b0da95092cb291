public import Vocabulary

extension Outcome {
  /// Something that would have retained a refused project, everything else being equal.
  public struct Change: Hashable, Sendable {
    /// What is changed.
    public enum Kind: Hashable, Sendable {
      /// More money on one purse.
      case purse(String, more: Cents)
      /// The project would make do with that floor.
      case floor(Cents)
      /// A rule is given another number, or withdrawn when there is none.
      case rule(Demand, to: Int64?)
      /// The applicant would put its project at that place.
      case applicantOrder(Int64)
    }

    public var kind: Kind
    /// Whether an allocation of the changed instance was seen to retain the project.
    public var isVerified: Bool

    /// Describes a change.
    public init(_ kind: Kind, isVerified: Bool) {
      self.kind = kind
      self.isVerified = isVerified
    }

    /// What the funders would have to add to their purses.
    public var cost: Cents {
      if case .purse(_, let more) = kind { more } else { .zero }
    }

    /// The change for readers, as it follows « il serait retenu ».
    public var french: String {
      switch kind {
      case .purse(let purse, let more): "avec +\(more.french) sur \(purse)"
      case .floor(let floor): "avec un plancher de \(floor.french)"
      case .rule(let demand, let value?): "si \(demand.french(withNumber: value))"
      case .rule(let demand, nil): "en levant cette règle : \(demand.french)"
      case .applicantOrder(let order): "si son porteur le plaçait au rang \(order)"
      }
    }
  }
}

extension Outcome.Demand {
  /// The demand for readers, with another number.
  fileprivate func french(withNumber value: Int64) -> String {
    switch self {
    case .constraint(let index, let constraint):
      Self.constraint(index: index, constraint.with(value) ?? constraint).french
        + " (au lieu de \(constraint.numberInWords))"
    case .scoreThreshold(let former):
      Self.scoreThreshold(value).french + " (au lieu de \(former))"
    case .publicShare(let former):
      Self.publicShare(BasisPoints(value)).french + " (au lieu de \(former.french))"
    case .band, .pin, .commitment, .group, .applicantOrder, .rounding: french
    }
  }
}

extension Instance.Constraint {
  fileprivate var numberInWords: String {
    switch self {
    case .maximumShare(_, _, let share), .minimumShare(_, _, let share), .cofunding(_, let share):
      share.french
    case .maximumCount(_, _, let count), .minimumCount(_, _, let count): String(count)
    case .reserve(_, let amount), .reservation(_, _, let amount): amount.french
    }
  }
}

extension Outcome.Change {
  func write(to list: inout JSONWriter) {
    list.object { object in
      switch kind {
      case .purse(let purse, let more):
        object.member("type", "enveloppe")
        object.member("enveloppe", purse)
        object.member("montant_centimes", more.rawValue)
      case .floor(let floor):
        object.member("type", "plancher")
        object.member("montant_centimes", floor.rawValue)
      case .rule(let demand, let value):
        object.member("type", "regle")
        demand.writeName(to: &object)
        if let value { object.member("valeur", value) }
      case .applicantOrder(let order):
        object.member("type", "regle")
        object.member("contrainte", "ordre_porteur")
        object.member("valeur", order)
      }
      object.member("cout_centimes", cost.rawValue)
      if isVerified { object.member("verifie", true) }
      object.member("message", french)
    }
  }
}

extension Outcome.Demand {
  /// The name of the rule, or the place of its row among `contraintes`; other rows give theirs too.
  var name: (rule: String?, constraint: Int64?, index: Int64?) {
    switch self {
    case .constraint(let index, _): (nil, Int64(index), nil)
    case .group(let index, _): ("groupes_incompatibles", nil, Int64(index))
    case .commitment(let index, _): ("engagements", nil, Int64(index))
    case .scoreThreshold: ("seuil_score", nil, nil)
    case .publicShare: ("part_publique_max_bp", nil, nil)
    case .rounding: ("arrondi_centimes", nil, nil)
    case .band: ("bande", nil, nil)
    case .pin: ("fixes", nil, nil)
    case .applicantOrder: ("ordre_porteur", nil, nil)
    }
  }

  fileprivate func writeName(to object: inout JSONWriter) {
    let name = name
    if let rule = name.rule { object.member("contrainte", rule) }
    if let place = name.constraint { object.member("contrainte", place) }
    if let index = name.index { object.member("indice", index) }
  }
}
