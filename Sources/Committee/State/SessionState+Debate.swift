import Contract
import Dossiers
import Vocabulary

extension SessionState {
  mutating func take(up call: ProjectCall) throws(SessionError) {
    guard applications[call.number] != nil else {
      throw .cell(call.number, .unknownDossier(call.number))
    }
    called = call.number
  }

  mutating func putForward(_ amendment: Amendment) throws(SessionError) {
    do throws(DebateFault) {
      try check(amendment)
    } catch {
      throw .amendment(amendment.id, error)
    }
    amendments[amendment.id] = amendment
  }

  private func check(_ amendment: Amendment) throws(DebateFault) {
    guard !amendment.id.trimmedOfSpaces.isEmpty, amendments[amendment.id] == nil else {
      throw .badName(amendment.id)
    }
    guard members.contains(amendment.author) else { throw .notAMember(amendment.author) }
    guard present[amendment.author] != nil else { throw .absent(amendment.author) }
    guard let application = applications[amendment.number] else {
      throw .unknownDossier(amendment.number)
    }
    guard !amendment.motive.trimmedOfSpaces.isEmpty else { throw .withoutMotive }
    var total = Cents.zero
    var seen: Set<String> = []
    for grant in amendment.grants {
      guard purses[grant.purse] != nil else { throw .unknownPurse(grant.purse) }
      guard seen.insert(grant.purse).inserted else { throw .duplicatePurse(grant.purse) }
      guard grant.amount.isGrantable, let sum = total.adding(grant.amount) else {
        throw .amount(purse: grant.purse, grant.amount)
      }
      total = sum
    }
    guard total <= application.need else {
      throw .aboveNeed(total: total, need: application.need)
    }
  }

  mutating func keep(_ scenario: Scenario) throws(SessionError) {
    guard !scenario.name.trimmedOfSpaces.isEmpty, scenarios[scenario.name] == nil else {
      throw .scenario(scenario.name, .badName(scenario.name))
    }
    for grant in scenario.grants {
      guard applications[grant.number] != nil else {
        throw .scenario(scenario.name, .unknownDossier(grant.number))
      }
      guard purses[grant.purse] != nil else {
        throw .scenario(scenario.name, .unknownPurse(grant.purse))
      }
    }
    scenarios[scenario.name] = scenario
  }

  mutating func start(_ batch: Batch) throws(SessionError) {
    guard batches.insert(batch.digest).inserted else {
      throw .scenario(batch.digest, .batchApplied)
    }
  }

  mutating func adjust(_ adjustment: CellAdjustment) throws(SessionError) {
    do throws(DebateFault) {
      try check(adjustment)
    } catch {
      throw .cell(adjustment.number, error)
    }
    let isLifted = adjustment.kind == .lifted
    adjustments[adjustment.number, default: [:]][adjustment.purse] = isLifted ? nil : adjustment
  }

  private func check(_ adjustment: CellAdjustment) throws(DebateFault) {
    guard let application = applications[adjustment.number] else {
      throw .unknownDossier(adjustment.number)
    }
    guard let purse = purses[adjustment.purse] else { throw .unknownPurse(adjustment.purse) }
    guard decisions[adjustment.number] == nil else { throw .decided }
    guard !adjustment.motive.trimmedOfSpaces.isEmpty else { throw .withoutMotive }
    if adjustment.kind == .lifted {
      guard adjustments[adjustment.number]?[adjustment.purse] != nil else {
        throw .nothingToLift(adjustment.purse)
      }
    }
    guard adjustment.kind.hasAmount else { return }
    let amount = adjustment.amount ?? .zero
    guard amount.isGrantable, adjustment.kind == .capped || amount > .zero else {
      throw .amount(purse: adjustment.purse, amount)
    }
    guard adjustment.kind == .capped || amount <= application.need else {
      throw .aboveNeed(total: amount, need: application.need)
    }
    guard adjustment.kind == .capped || amount <= purse.amount else {
      throw .amount(purse: adjustment.purse, amount)
    }
  }
}
