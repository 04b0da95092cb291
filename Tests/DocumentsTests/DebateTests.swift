import Committee
import Testing
import Vocabulary

@testable import Documents

@Suite struct `The minutes of a debated session` {
  @Test func `tell everything in order, in plain text`() throws {
    let text = try TestFiles.templates().minutes(DebatedSession.view(), as: .text)
    #expect(try text == TestFiles.expected("proces-verbal-debat.txt", recording: text))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `say the same in a page`() throws {
    let view = try DebatedSession.view()
    let page = try TestFiles.templates().minutes(view, as: .page)
    for row in view.course.map(\.text) + view.promises.map(\.text) + view.amendments.map(\.text) {
      let escaped = row.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      #expect(page.contains("\(escaped)</li>"), "\(row)")
    }
    for title in ["Procurations", "Déports", "Scénarios conservés", "Amendements"] {
      #expect(page.contains("<h3>\(title)</h3>"))
    }
  }

  @Test func `have a line for each event but decisions told together`() throws {
    let ledger = DebatedSession.ledger()
    let decisions = ledger.count { if case .decision = $0.event { true } else { false } }
    #expect(try DebatedSession.view().course.count == ledger.count - decisions + 1)
  }

  @Test func `tell decisions of distinct moments one by one`() throws {
    let course = try PrintedSession.view().course.map(\.text)
    #expect(
      course.contains(
        "Dossier 2016-0004\u{00A0}: accordé, \(Cents(euros: 2_000).french) "
          + "(CAF, fonds locaux \(Cents(euros: 2_000).french))."))
  }
}
