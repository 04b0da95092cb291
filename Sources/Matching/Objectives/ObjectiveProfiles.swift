import Contract
import Foundation

/// The vocabulary of every objective of a contract: weighted stems, computed once.
///
/// The weight of a stem is `ln(1 + f) × idf`, f being the sum of the weights of the fields where it
/// stands, and `idf = ln(1 + (N − n + ½) / (n + ½))` over the N objectives, n of which hold it.
struct ObjectiveProfiles {
  /// A stem's weight in one objective, divided by the norm of the objective.
  struct Entry {
    let objective: Int
    let weight: Double
  }

  let codes: [String]
  /// For each stem, the objectives that hold it.
  private(set) var entries: [[Entry]]
  /// For each stem, how rare it is among objectives.
  private(set) var rarity: [Double]

  init(reference: ReferenceData, reader: WordReader) {
    codes = reference.objectives.map(\.code)
    let fields = reference.objectives.map { objective in
      Self.stems(of: Self.parts(of: objective, in: reference), reader: reader)
    }
    let count = reader.stemCount
    entries = Array(repeating: [], count: count)
    var holders = Array(repeating: 0, count: count)
    for stem in fields.joined() { holders[stem.number] += 1 }
    let total = Double(codes.count)
    rarity = holders.map { log(1 + (total - Double($0) + 0.5) / (Double($0) + 0.5)) }
    fill(fields)
  }

  private mutating func fill(_ fields: [[Stem]]) {
    let weights = fields.map { stems in stems.map { log(1 + $0.frequency) * rarity[$0.number] } }
    let norms = weights.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let mean = norms.reduce(0, +) / Double(max(1, norms.count))
    for (objective, stems) in fields.enumerated() {
      // Half-way to the mean: an objective reduced to its label must not win on one word.
      let norm = (norms[objective] + mean) / 2
      for (stem, weight) in zip(stems, weights[objective]) where norm > 0 {
        entries[stem.number].append(Entry(objective: objective, weight: weight / norm))
      }
    }
  }

  private struct Stem {
    let number: Int
    let frequency: Double
  }

  /// The stems of weighted texts, in order of number.
  private static func stems(
    of parts: [(text: String, weight: Double)], reader: WordReader
  ) -> [Stem] {
    var frequencies: [Int: Double] = [:]
    for part in parts {
      reader.read(part.text) { meeting, _ in frequencies[meeting.stem, default: 0] += part.weight }
    }
    return frequencies.map { Stem(number: $0.key, frequency: $0.value) }
      .sorted { $0.number < $1.number }
  }

  private static func parts(
    of objective: Objective, in reference: ReferenceData
  ) -> [(text: String, weight: Double)] {
    let axis = reference.axes.first { $0.code == objective.axis }
    return [(objective.label, 3), (axis?.label ?? "", 1), (objective.audience?.label ?? "", 1.5)]
      + objective.expectations.map { ($0, 2) } + objective.indicators.map { ($0.label, 1) }
  }
}
