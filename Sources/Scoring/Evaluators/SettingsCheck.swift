/// Compares the settings given by a grid with those an evaluator needs.
struct SettingsCheck {
  /// One thing wrong with a setting.
  enum Fault: Hashable {
    case missing(String)
    case unknown(String)
    case outOfBounds(String, Int, ClosedRange<Int>)
    case notAbove(String, other: String)

    var setting: String {
      switch self {
      case .missing(let name), .unknown(let name), .outOfBounds(let name, _, _),
        .notAbove(let name, _):
        name
      }
    }

    var code: String {
      switch self {
      case .missing: "parametre_manquant"
      case .unknown: "parametre_inconnu"
      case .outOfBounds: "parametre_hors_bornes"
      case .notAbove: "bornes_inversees"
      }
    }

    var french: String {
      switch self {
      case .missing(let name): "le paramètre « \(name) » manque"
      case .unknown(let name): "le paramètre « \(name) » est inconnu de cet évaluateur"
      case .outOfBounds(let name, let value, let range):
        "le paramètre « \(name) » vaut \(value), hors de \(range.lowerBound) à \(range.upperBound)"
      case .notAbove(let name, let other): "« \(name) » doit être plus grand que « \(other) »"
      }
    }
  }

  /// In the order of the evaluator's settings, then unknown ones by name.
  let faults: [Fault]

  var isClean: Bool { faults.isEmpty }

  init(_ evaluator: any Evaluator.Type, settings: [String: Int]) {
    var faults: [Fault] = []
    for setting in evaluator.settings {
      guard let value = settings[setting.name] else {
        if setting.fallback == nil { faults.append(.missing(setting.name)) }
        continue
      }
      if !setting.range.contains(value) {
        faults.append(.outOfBounds(setting.name, value, setting.range))
      }
      if let other = setting.above, let bound = settings[other], value <= bound {
        faults.append(.notAbove(setting.name, other: other))
      }
    }
    let known = evaluator.settings.map(\.name)
    self.faults = faults + settings.keys.filter { !known.contains($0) }.sorted().map(Fault.unknown)
  }
}
