import Contract
import Vocabulary

/// Draws what a dossier says of its action.
struct ProjectDrawing {
  let call: Call
  let phrases: ObjectivePhrases
  let place: PlaceDraft
  let budget: BudgetDraft

  func draw(_ random: inout SplitMix64) -> ProjectDraft {
    let family = ActivityFamily.all[random.pick(phrases.families)]
    let (start, end) = days(&random)
    let participation = participation(&random)
    return ProjectDraft(
      title: title(family, &random), renews: renewal(&random), objective: phrases.code,
      otherObjectives: random.happens(percent: 35)
        ? random.sample(phrases.siblings, random.within(1...2)) : [],
      need: need(family, &random), content: content(family, &random), start: start, end: end,
      partners: random.sample(family.partners, random.below(4)),
      participation: participation.level, participationText: participation.text,
      discriminations: text(of: NameFragments.discriminations, &random),
      equality: text(of: NameFragments.equality, &random), audience: audience(family, &random),
      indicators: indicators(family, count: random.within(1...mostIndicators), &random))
  }

  /// Never above what the call admits.
  private var mostIndicators: Int {
    max(1, min(3, call.parameter(.maximumIndicators)?.value ?? 3))
  }

  private func title(_ family: ActivityFamily, _ random: inout SplitMix64) -> String {
    let name = random.pick(family.titles)
    let angle = Self.filled(random.pick(NameFragments.angles), &random)
    let placed =
      switch random.below(4) {
      case 0: "\(name) – \(place.name), \(angle)"
      case 1: "\(name) : \(angle) (\(place.name))"
      case 2: "\(name) (\(place.name)), \(angle)"
      default: "\(name), \(angle)"
      }
    return placed.utf8.count <= 150 ? placed : "\(name), \(angle)"
  }

  /// A renewal names a dossier of the year before.
  private func renewal(_ random: inout SplitMix64) -> String? {
    guard random.happens(percent: 22) else { return nil }
    return "\(call.year - 1)-\(InventedIdentifiers.padded(random.within(1...180), 4))"
  }

  private func need(_ family: ActivityFamily, _ random: inout SplitMix64) -> String {
    var sentences = random.sample(family.needs, random.within(2...4))
    sentences.append(random.pick(phrases.ties))
    sentences.append(random.pick(NameFragments.sources))
    return paragraph(sentences, spare: family.needs, &random)
  }

  private func content(_ family: ActivityFamily, _ random: inout SplitMix64) -> String {
    var sentences = random.sample(family.actions, random.within(3...5))
    if let aim = phrases.aims.isEmpty ? nil : random.pick(phrases.aims) { sentences.append(aim) }
    if let first = place.facilities.first {
      sentences.append("Les séances ont lieu ici : \(first).")
    }
    return paragraph(sentences, spare: family.actions, &random)
  }

  /// Joins sentences; adds spare ones while the text says less than a reader needs.
  private func paragraph(
    _ sentences: [String], spare: [String], _ random: inout SplitMix64
  ) -> String {
    var text = ""
    for sentence in sentences + spare.filter({ !sentences.contains($0) }) {
      // Bytes: accents make them more than the characters, hence 230 for at least 200.
      let isOptional = !sentences.contains(sentence)
      if isOptional, text.utf8.count >= 230 { break }
      guard text.utf8.count + sentence.utf8.count < 1_180 else { continue }
      if !text.isEmpty { text += " " }
      text += Self.filled(sentence, &random)
    }
    return text
  }

  /// The fragment with each `{n}` replaced by a number.
  static func filled(_ fragment: String, _ random: inout SplitMix64) -> String {
    guard fragment.utf8.contains(UInt8(ascii: "{")) else { return fragment }
    var bytes: [UInt8] = []
    var skipped = 0
    for byte in fragment.utf8 {
      if byte == UInt8(ascii: "{") {
        bytes.append(contentsOf: String(random.within(4...48)).utf8)
        skipped = 3
      }
      if skipped > 0 { skipped -= 1 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ProjectDrawing {
  private func days(_ random: inout SplitMix64) -> (start: Day, end: Day) {
    let first = call.exercise.start.daysSinceEpoch
    let last = call.exercise.end.daysSinceEpoch
    let start = first + random.below((last - first) * 45 / 100 + 1)
    let end = min(last, start + random.within(20...340))
    return (Day(daysSinceEpoch: start), Day(daysSinceEpoch: end))
  }

  private func participation(
    _ random: inout SplitMix64
  ) -> (level: String, text: String?) {
    let level = [
      "aucune", "information", "information", "consultation", "consultation", "consultation",
      "co_construction", "co_construction",
    ][random.below(8)]
    guard level != "aucune", random.happens(percent: 75) else { return (level, nil) }
    return (level, Self.filled(random.pick(NameFragments.participation), &random))
  }

  /// Nothing, a word or a paragraph: answers are of every quality.
  private func text(of list: [String], _ random: inout SplitMix64) -> String? {
    switch random.below(10) {
    case 0..<3: nil
    case 3..<7: random.pick(list)
    default: random.sample(list, random.within(2...3)).joined(separator: " ")
    }
  }

  private func audience(
    _ family: ActivityFamily, _ random: inout SplitMix64
  ) -> ProjectDraft.Audience {
    let crowd = random.pick(family.publics)
    let euros = Int(budget.cost.rawValue / 100)
    let count = max(8, min(5_000, euros / random.within(40...600)))
    return ProjectDraft.Audience(
      description: "\(crowd.label), \(place.name)", ages: ages(of: crowd), count: count,
      women: random.happens(percent: 80) ? count * random.within(30...75) / 100 : nil,
      districtShare: districtShare(&random))
  }

  /// The ages of the objective's own public, when it has one and the family has none.
  private func ages(of crowd: ActivityFamily.Public) -> ClosedRange<Int>? {
    if let ages = crowd.ages { return ages }
    guard let low = phrases.audience?.ageMin, let high = phrases.audience?.ageMax, low <= high
    else { return nil }
    return low...high
  }

  private func districtShare(_ random: inout SplitMix64) -> Int {
    guard !place.districts.isEmpty else { return random.below(4) * 5 }
    let least = call.parameter(.minimumDistrictShare).map { ($0.value + 99) / 100 } ?? 1
    let isBound = budget.requests.contains(where: \.needsSpecificCredits)
    let share = random.happens(percent: 80) ? random.within(11...20) * 5 : random.within(20...54)
    return isBound ? min(100, max(share, least)) : share
  }

  /// Draws indicators: those of the objective first, more often than not, then the family's.
  func indicators(
    _ family: ActivityFamily, count: Int, _ random: inout SplitMix64
  ) -> [ProjectDraft.Indicator] {
    let official = random.happens(percent: 60) ? random.within(1...2) : 0
    var drawn = random.sample(phrases.indicators, min(official, count)).map { indicator in
      ProjectDraft.Indicator(
        label: indicator.label, target: target(isQualitative: indicator.isQualitative, &random),
        code: indicator.code)
    }
    for label in random.sample(family.indicators, count - drawn.count) {
      drawn.append(
        ProjectDraft.Indicator(
          label: label, target: target(isQualitative: false, &random), code: nil))
    }
    return drawn
  }

  private func target(isQualitative: Bool, _ random: inout SplitMix64) -> String? {
    guard random.happens(percent: 82) else { return nil }
    return isQualitative
      ? "\(random.within(12...19) * 5) % de satisfaits" : String(random.within(3...150))
  }
}
