import Vocabulary

extension ScenarioApplication {
  mutating func changePins() {
    let couples = instance.pins.map { [$0.project, $0.purse] }
    let index = Dictionary(
      zip(couples, couples.indices), uniquingKeysWith: { first, _ in first })
    var freed: Set<Int> = []
    for (place, change) in scenario.pins.enumerated() {
      let row = field("fixes[\(place)]")
      let project = project(change.project, "\(row).projet")
      let purse = purse(change.purse, "\(row).enveloppe")
      guard project != nil, purse != nil else { continue }
      let pin = index[[change.project, change.purse]]
      switch (pin, change.amount) {
      case (let pin?, let amount?): instance.pins[pin].amount = amount
      case (let pin?, nil): freed.insert(pin)
      case (nil, let amount?):
        instance.pins.append(
          Instance.Pin(project: change.project, purse: change.purse, amount: amount))
      case (nil, nil):
        collector.add(
          "fixe_absent", row,
          "Rien n’est fixé pour « \(change.project) » sur « \(change.purse) » dans l’instance.",
          remedy: "Retirez cette ligne.")
      }
    }
    instance.pins = instance.pins.enumerated().filter { !freed.contains($0.offset) }.map(\.element)
  }

  mutating func changePurses() {
    for (place, change) in scenario.purses.enumerated() {
      let row = field("enveloppes[\(place)]")
      guard let index = purse(change.purse, "\(row).id") else { continue }
      switch change.kind {
      case .amount(let amount): instance.purses[index].amount = amount
      case .variation(let points):
        let amount = BasisPoints(BasisPoints.whole.count + points)
          .share(of: instance.purses[index].amount, rounding: .down)
        instance.purses[index].amount = amount
        guard !amount.isWithinLimit else { continue }
        collector.add(
          "montant_trop_grand", "\(row).variation_bp",
          "L’enveloppe ainsi augmentée dépasse 9 000 000 000 000 000 centimes.",
          remedy: "Réduisez la variation.")
      case .withdrawal: instance.purses[index].amount = .zero
      }
    }
  }

  /// Takes away all that concerns the withdrawn purses; they stay, empty, so that both sides of a
  /// comparison have the same purses.
  mutating func withdrawPurses() {
    let gone = scenario.withdrawnPurses
    guard !gone.isEmpty else { return }
    for (place, change) in scenario.purses.enumerated() where change.kind == .withdrawal {
      for pin in instance.pins where pin.purse == change.purse && pin.amount > .zero {
        refuse(pin, field("enveloppes[\(place)].retrait"))
      }
    }
    instance.cells.removeAll { gone.contains($0.purse) }
    instance.pins.removeAll { gone.contains($0.purse) }
    instance.commitments.removeAll { gone.contains($0.purse) }
    instance.constraints.removeAll { $0.purse.map(gone.contains) ?? false }
    for index in instance.commitments.indices
    where gone.contains(instance.commitments[index].condition) {
      // « Gives at least nothing » holds of an empty purse, never of one that has left.
      instance.commitments[index].threshold = max(instance.commitments[index].threshold, Cents(1))
    }
  }

  private func refuse(_ pin: Instance.Pin, _ field: String) {
    collector.add(
      "fixe_sur_enveloppe_retiree", field,
      "« \(pin.purse) » est retirée, mais \(pin.amount.french) y sont fixés pour "
        + "« \(pin.project) ».",
      remedy:
        "Ajoutez à « fixes » du scénario ce projet, cette enveloppe et « \"retrait\": true », "
        + "ou gardez l’enveloppe.")
  }
}
