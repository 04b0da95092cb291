/// Where the simplex stands: one key column a block, and as many working columns as rows.
///
/// The weights of a block's columns sum to one; its key has what its working columns leave. The
/// matrix holds each working column minus the key of its block.
struct Basis {
  /// The key of each block, then of each slack; at first the column that takes nothing.
  var key: [Int32]
  /// Columns; the spare room of row `j` is `-1 - j`.
  var work: [Int32]
  /// Row by row.
  var inverse: [Double]
  /// The weight of each working column, or the scaled spare room.
  var weight: [Double]

  init(blocks: Int, rows: Int) {
    key = (0..<blocks).map { Int32($0) }
    work = (0..<rows).map { Int32(-1 - $0) }
    inverse = [Double](repeating: 0, count: rows * rows)
    for row in 0..<rows { inverse[row * rows + row] = 1 }
    weight = [Double](repeating: 0, count: rows)
  }
}
