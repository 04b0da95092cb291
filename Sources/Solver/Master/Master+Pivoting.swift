extension Master {
  /// What may enter: a column, or the spare room of a row.
  enum Entering {
    case column(Int32)
    case room(Int)
  }

  private static let smallest = 1e-9

  /// Lets a column or a row's room in, as far as the others allow.
  ///
  /// - Returns: false when the step would be numerically unsafe; nothing is changed then.
  func enter(_ entering: Entering) -> Bool {
    var direction = self.direction(of: entering)
    let block = self.block(of: entering)
    guard let step = longestStep(direction, block) else { return false }
    pivots += 1
    switch step.leaving {
    case .work(let place):
      pivot(at: place, entering, direction, step.length)
    case .key(let leaving):
      guard let place = heaviestWork(of: leaving) else {
        swapKey(of: block, entering, direction, step.length)
        return true
      }
      rekey(leaving, with: place)
      direction = self.direction(of: entering)
      guard abs(direction[place]) > Self.smallest else {
        setPrices()
        return false
      }
      pivot(at: place, entering, direction, max(0, basis.weight[place] / direction[place]))
    }
    return true
  }

  private func block(of entering: Entering) -> Int {
    switch entering {
    case .column(let index): Int(columns[Int(index)].block)
    case .room: -1
    }
  }

  /// How the weights decrease when what enters grows by one.
  private func direction(of entering: Entering) -> [Double] {
    var direction = [Double](repeating: 0, count: rowCount)
    switch entering {
    case .room(let row): addTimes(1, row, to: &direction)
    case .column(let index):
      let column = columns[Int(index)]
      for (row, coefficient) in zip(column.rows, column.coefficients) {
        addTimes(coefficient, Int(row), to: &direction)
      }
      let key = columns[Int(basis.key[Int(column.block)])]
      for (row, coefficient) in zip(key.rows, key.coefficients) {
        addTimes(-coefficient, Int(row), to: &direction)
      }
    }
    return direction
  }

  private func addTimes(_ factor: Double, _ row: Int, to direction: inout [Double]) {
    var index = row
    for place in 0..<rowCount {
      direction[place] += factor * basis.inverse[index]
      index += rowCount
    }
  }

  private enum Leaving {
    case work(Int)
    /// The key of a block.
    case key(Int)
  }

  private func longestStep(
    _ direction: [Double], _ block: Int
  ) -> (length: Double, leaving: Leaving)? {
    var best: (length: Double, pivot: Double, leaving: Leaving)?
    func offer(_ left: Double, _ rate: Double, _ leaving: Leaving) {
      guard rate > Self.smallest else { return }
      let length = max(0, left) / rate
      if let known = best {
        let margin = 1e-12 + 1e-9 * known.length
        if length > known.length + margin { return }
        if length > known.length - margin, rate <= known.pivot { return }
      }
      best = (length, rate, leaving)
    }
    for place in 0..<rowCount { offer(basis.weight[place], direction[place], .work(place)) }
    for (number, left, rate) in keyRates(direction, block) { offer(left, rate, .key(number)) }
    return best.map { ($0.length, $0.leaving) }
  }

  /// For each block with working columns, and the one that enters: what its key has left and how
  /// fast it loses it.
  private func keyRates(
    _ direction: [Double], _ block: Int
  ) -> [(block: Int, left: Double, rate: Double)] {
    var rates: [(block: Int, left: Double, rate: Double)] = []
    if block >= 0 { rates.append((block, 1, 1)) }
    for place in 0..<rowCount {
      let owner = self.block(ofWork: place)
      guard owner >= 0 else { continue }
      if let index = rates.firstIndex(where: { $0.block == owner }) {
        rates[index].left -= basis.weight[place]
        rates[index].rate -= direction[place]
      } else {
        rates.append((owner, 1 - basis.weight[place], -direction[place]))
      }
    }
    return rates
  }

  private func heaviestWork(of block: Int) -> Int? {
    var best: Int?
    for place in 0..<rowCount where self.block(ofWork: place) == block {
      if let known = best, basis.weight[place] <= basis.weight[known] { continue }
      best = place
    }
    return best
  }

  /// The whole key is replaced: the matrix does not change.
  private func swapKey(
    of block: Int, _ entering: Entering, _ direction: [Double], _ length: Double
  ) {
    guard case .column(let index) = entering else { return }
    for place in 0..<rowCount { basis.weight[place] -= length * direction[place] }
    basis.key[block] = index
    keyValue[block] = columns[Int(index)].value
  }

  /// Makes a working column of the block its key, and the key a working column.
  private func rekey(_ block: Int, with place: Int) {
    var others: [Int] = []
    var rest = 1 - basis.weight[place]
    for other in 0..<rowCount where other != place && self.block(ofWork: other) == block {
      others.append(other)
      rest -= basis.weight[other]
    }
    let start = place * rowCount
    for row in 0..<rowCount {
      var sum = basis.inverse[start + row]
      for other in others { sum += basis.inverse[other * rowCount + row] }
      basis.inverse[start + row] = -sum
    }
    (basis.key[block], basis.work[place]) = (basis.work[place], basis.key[block])
    (keyValue[block], workValue[place]) = (workValue[place], keyValue[block])
    basis.weight[place] = rest
  }

  private func pivot(
    at place: Int, _ entering: Entering, _ direction: [Double], _ length: Double
  ) {
    for other in 0..<rowCount where other != place {
      basis.weight[other] -= length * direction[other]
    }
    basis.weight[place] = length
    let start = place * rowCount
    let factor = 1 / direction[place]
    basis.inverse.withUnsafeMutableBufferPointer { inverse in
      for row in 0..<rowCount { inverse[start + row] *= factor }
      for other in 0..<rowCount where other != place && direction[other] != 0 {
        let times = direction[other]
        let begin = other * rowCount
        for row in 0..<rowCount { inverse[begin + row] -= times * inverse[start + row] }
      }
    }
    switch entering {
    case .room(let row):
      basis.work[place] = Int32(-1 - row)
      workValue[place] = 0
    case .column(let index):
      basis.work[place] = index
      workValue[place] = columns[Int(index)].value
    }
    setPrices()
  }
}
