import Testing
import Vocabulary

@Suite struct `An e-mail address` {
  static let longName = String(repeating: "a", count: 64)
  static let longLabel = String(repeating: "b", count: 63)

  @Test(
    arguments: [
      "contact@example.org", "Prenom.NOM+asso@Mairie.Example.fr", "a@b.fr", "o'brien@example.org",
      "x_-!#$%&*/=?^`{|}~@example.org", "contact@xn--mdiathque-d4ab.fr", "1@2.fr",
      "contact@3w.example.org", "contact@a-b--c.fr", "contact@example.xn--p1ai",
      "\(longName)@example.org", "a@\(longLabel).fr",
    ])
  func `is kept as it was typed`(typed: String) throws {
    #expect(try EmailAddress(typed).text == typed)
  }

  @Test(
    arguments: [
      "contact", "@example.org", "contact@", "a@b@c.fr", "contact@@example.org", ".a@example.org",
      "a.@example.org", "a..b@example.org", "contact@localhost", "contact@.fr", "contact@example.",
      "contact@example..org", "contact@-example.org", "contact@example-.org", "contact@example.f",
      "contact@192.168.0.1", "contact@[192.168.0.1]", "\"jean dupont\"@example.org",
      "jean dupont@example.org", "Jean <jean@example.org>", "jean@exam ple.org",
      "hélène@example.org", "contact@médiathèque.fr", "contact@example.org,autre@example.org",
      "mailto:contact@example.org", "contact(asso)@example.org", "contact@example_1.org",
      "a\\b@example.org", "a\"@example.org", "contact＠example.org", "contact@example。org",
    ])
  func `refuses what a server may not accept`(typed: String) {
    #expect(
      throws: InvalidIdentifier.malformed(
        expected: "une adresse comme contact@example.org est attendue, sans accent")
    ) { try EmailAddress(typed) }
  }

  @Test func `is bounded in every part`() throws {
    let domain = [Self.longLabel, Self.longLabel, Self.longLabel].joined(separator: ".")
    let longest = "\(String(repeating: "a", count: 59))@\(domain).fr"
    #expect(longest.utf8.count == 254)
    #expect(try EmailAddress(longest).text == longest)
    #expect(throws: InvalidIdentifier.self) { try EmailAddress("a" + longest) }
    #expect(throws: InvalidIdentifier.self) { try EmailAddress("a\(Self.longName)@example.org") }
    #expect(throws: InvalidIdentifier.self) { try EmailAddress("a@b\(Self.longLabel).fr") }
  }

  @Test func `keeps its case`() throws {
    #expect(try EmailAddress("A@example.org") != EmailAddress("a@example.org"))
  }
}
