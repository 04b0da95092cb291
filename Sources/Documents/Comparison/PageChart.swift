/// Horizontal bars, in black and white, each with its name and its value in words.
public struct PageChart: DocumentView, Hashable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    let name: String
    let value: String
    let length: Int64

    /// Describes a bar.
    ///
    /// - Parameters:
    ///   - name: what it measures.
    ///   - value: the measure, in words.
    ///   - length: the measure in any unit that is the same for the whole chart; not negative.
    public init(name: String, value: String, length: Int64) {
      self.name = name.printable
      self.value = value.printable
      self.length = length
    }
  }

  struct PlacedBar: DocumentView, Hashable {
    let bar: Bar
    /// In units of the drawing.
    let width: Int64
    let top: Int

    static let fields: [ViewField<PlacedBar>] = [
      .text("nom") { $0.bar.name },
      .text("valeur") { $0.bar.value },
      .text("longueur") { String($0.width) },
      .text("y_nom") { String($0.top + 13) },
      .text("y_barre") { String($0.top + 18) },
      .text("x_valeur") { String($0.width + 8) },
      .text("y_valeur") { String($0.top + 30) },
    ]
  }

  /// The longest bar, in units of the drawing; what is left of the width holds its value.
  private static let longest: Int64 = 440
  /// What one bar takes, its name above it.
  private static let step = 44

  let title: String
  let bars: [PlacedBar]
  private(set) var number = 0

  /// Draws bars.
  ///
  /// - Parameters:
  ///   - title: what is measured.
  ///   - bars: from top to bottom.
  ///   - scale: the measure of the longest bar possible, so that several charts compare.
  public init(title: String, bars: [Bar], scale: Int64) {
    self.title = title.printable
    self.bars = bars.enumerated().map { index, bar in
      let product = min(bar.length, scale).multipliedFullWidth(by: Self.longest)
      let width = scale > 0 ? scale.dividingFullWidth(product).quotient : 0
      return PlacedBar(bar: bar, width: width, top: index * Self.step)
    }
  }

  func numbered(_ number: Int) -> PageChart {
    var chart = self
    chart.number = number
    return chart
  }

  static let fields: [ViewField<PageChart>] = [
    .text("numero") { String($0.number) },
    .text("titre_graphique") { $0.title },
    .text("description") { chart in
      chart.bars.map { "\($0.bar.name)\u{00A0}: \($0.bar.value)" }
        .joined(separator: "\u{00A0}; ") + "."
    },
    .text("hauteur") { String($0.bars.count * step) },
    .rows("barres") { $0.bars },
  ]
}
