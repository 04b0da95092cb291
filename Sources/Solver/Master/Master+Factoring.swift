extension Master {
  /// Computes the inverse and the weights again from the columns themselves.
  ///
  /// - Returns: false when the matrix has become singular; nothing is changed then.
  func refactor() -> Bool {
    pivots = 0
    guard let inverse = inverted(matrix()) else { return false }
    basis.inverse = inverse
    basis.weight = product(inverse, leftByKeys())
    setPrices()
    return true
  }

  /// What the keys leave of each row.
  private func leftByKeys() -> [Double] {
    var left = capacity
    for index in basis.key {
      let column = columns[Int(index)]
      for (row, coefficient) in zip(column.rows, column.coefficients) {
        left[Int(row)] -= coefficient
      }
    }
    return left
  }

  private func matrix() -> [Double] {
    var matrix = [Double](repeating: 0, count: rowCount * rowCount)
    for place in 0..<rowCount {
      let index = basis.work[place]
      guard index >= 0 else {
        matrix[Int(-1 - index) * rowCount + place] = 1
        continue
      }
      let column = columns[Int(index)]
      for (row, coefficient) in zip(column.rows, column.coefficients) {
        matrix[Int(row) * rowCount + place] += coefficient
      }
      let key = columns[Int(basis.key[Int(column.block)])]
      for (row, coefficient) in zip(key.rows, key.coefficients) {
        matrix[Int(row) * rowCount + place] -= coefficient
      }
    }
    return matrix
  }

  private func product(_ matrix: [Double], _ vector: [Double]) -> [Double] {
    (0..<rowCount).map { place in
      var sum: Double = 0
      for row in 0..<rowCount { sum += matrix[place * rowCount + row] * vector[row] }
      return sum
    }
  }

  /// Gauss and Jordan, with the largest pivot of each column.
  private func inverted(_ matrix: [Double]) -> [Double]? {
    let count = rowCount
    var left = matrix
    var right = [Double](repeating: 0, count: count * count)
    for row in 0..<count { right[row * count + row] = 1 }
    for column in 0..<count {
      var best = column
      for row in column..<count
      where abs(left[row * count + column]) > abs(left[best * count + column]) {
        best = row
      }
      guard abs(left[best * count + column]) > 1e-11 else { return nil }
      if best != column {
        for other in 0..<count {
          left.swapAt(best * count + other, column * count + other)
          right.swapAt(best * count + other, column * count + other)
        }
      }
      let factor = 1 / left[column * count + column]
      for other in 0..<count {
        left[column * count + other] *= factor
        right[column * count + other] *= factor
      }
      for row in 0..<count where row != column {
        let times = left[row * count + column]
        guard times != 0 else { continue }
        for other in 0..<count {
          left[row * count + other] -= times * left[column * count + other]
          right[row * count + other] -= times * right[column * count + other]
        }
      }
    }
    return right
  }
}
