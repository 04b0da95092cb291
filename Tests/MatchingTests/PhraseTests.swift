import Contract
import Matching
import Testing

@Suite struct `A phrase of a lexicon` {
  private func matcher(_ entries: [(code: String, heading: Lexicon.Heading, phrase: String)]) throws
    -> ObjectiveMatcher
  {
    let lexicon = Lexicon(
      version: "essai", weights: [.purposes: 20, .places: 10, .traps: 20],
      entries: entries.map {
        Lexicon.Entry(objective: $0.code, heading: $0.heading, phrase: $0.phrase, line: 1)
      })
    return ObjectiveMatcher(
      reference: try TestContract.reference(), vocabulary: MatchingVocabulary(lexicon: lexicon))
  }

  private func evidence(_ text: String, phrase: String = "trampoline géant") throws -> [String] {
    let matches = try matcher([("1.4.4", .purposes, phrase)])
      .match(ProjectText(descriptions: [text]))
    #expect(matches.map(\.code) == (matches.isEmpty ? [] : ["1.4.4"]))
    return matches.first?.evidence ?? []
  }

  @Test(arguments: [
    ("Un trampoline géant.", "trampoline géant"),
    ("Des trampolines géants", "trampolines géants"),
    ("LES TRAMPOLINES GEANTS", "TRAMPOLINES GEANTS"),
    ("un trampoline très géant", "trampoline très géant"),
    ("le trampoline de la géante", "trampoline de la géante"),
    ("trampolline géante", "trampolline géante"),
    ("trampoline,\t géant", "trampoline, géant"),
    ("<b>Trampoline</b> géant", "Trampoline géant"),
  ])
  func `is found as people write it, words of grammar between`(text: String, spelling: String)
    throws
  {
    #expect(try evidence(text) == [spelling])
  }

  @Test(arguments: [
    "géant trampoline", "Le trampoline. Géant !", "trampoline\ngéant", "trampoline rouge géant",
    "trampoline", "géant",
  ])
  func `is not found in another order, across sentences or words, or in part`(text: String) throws {
    #expect(try evidence(text) == [])
  }

  @Test func `of grammar alone is never found`() throws {
    #expect(try evidence("pour les habitants du quartier", phrase: "pour les habitants") == [])
  }

  @Test func `counts for more when it is longer`() throws {
    let matcher = try matcher([
      ("1.4.3", .purposes, "trampoline"), ("1.4.4", .purposes, "trampoline géant"),
    ])
    let scores = matcher.match(ProjectText(title: "Trampoline géant"))
    #expect(scores.map(\.code) == ["1.4.4", "1.4.3"])
  }

  @Test func `hides a shorter one that it holds, for the same objective only`() throws {
    let text = ProjectText(title: "Trampoline géant")
    let long = (code: "1.4.4", heading: Lexicon.Heading.purposes, phrase: "trampoline géant")
    let short = (code: "1.4.4", heading: Lexicon.Heading.purposes, phrase: "trampoline")
    let other = (code: "1.4.3", heading: Lexicon.Heading.purposes, phrase: "géant")
    let alone = try matcher([long]).match(text)
    #expect(alone.map(\.code) == ["1.4.4"])
    #expect(try matcher([short, long]).match(text) == alone)
    let both = try matcher([long, other]).match(text)
    #expect(both == alone + (try matcher([other]).match(text)))
  }

  @Test func `that more objectives hold counts for less`() throws {
    let text = ProjectText(title: "Zumba")
    let alone = try matcher([("1.4.4", .purposes, "zumba")]).match(text)
    let shared = try matcher([("1.4.4", .purposes, "zumba"), ("1.4.3", .purposes, "zumba")])
      .match(text)
    #expect(shared.map(\.code) == ["1.4.3", "1.4.4"])
    #expect(Set(shared.map(\.score)).count == 1)
    #expect(shared[0].score < alone[0].score)
  }

  @Test func `weighs what its heading weighs`() throws {
    let matcher = try matcher([("1.4.4", .places, "zumba"), ("1.4.3", .purposes, "trampoline")])
    let matches = matcher.match(ProjectText(title: "Zumba, trampoline"))
    #expect(matches.map(\.code) == ["1.4.3", "1.4.4"])
  }

  @Test func `set as a trap takes off what another brought`() throws {
    let purposes = ("1.4.4", Lexicon.Heading.purposes, "zumba")
    let free = try matcher([purposes])
    let trapped = try matcher([purposes, ("1.4.4", .traps, "ring")])
    let plain = ProjectText(title: "Zumba")
    #expect(trapped.match(plain) == free.match(plain))
    let both = ProjectText(title: "Zumba", descriptions: ["ring"])
    let kept = trapped.match(both).map(\.score)
    #expect(free.match(both) == free.match(plain))
    #expect(kept.count == 1)
    #expect(kept[0] < free.match(plain)[0].score)
    #expect(trapped.match(ProjectText(title: "Zumba ring")) == [])
    #expect(trapped.match(ProjectText(title: "Ring")) == [])
  }

  @Test func `set as a trap of one objective leaves the others alone`() throws {
    let purposes = ("1.4.4", Lexicon.Heading.purposes, "zumba")
    let text = ProjectText(title: "Zumba ring")
    #expect(
      try matcher([purposes, ("1.4.3", .traps, "ring")]).match(text)
        == (try matcher([purposes]).match(text)))
  }

  @Test func `of an objective that the plan ignores is passed over`() throws {
    let matches = try matcher([("9.9.9", .purposes, "zumba")]).match(ProjectText(title: "Zumba"))
    #expect(matches == [])
  }
}
