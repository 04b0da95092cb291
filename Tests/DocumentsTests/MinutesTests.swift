import Committee
import Foundation
import Testing
import Vocabulary

@testable import Documents

@Suite struct `The minutes of a session` {
  @Test func `read in plain text as expected, whole`() throws {
    let text = try TestFiles.templates().minutes(PrintedSession.view(), as: .text)
    #expect(try text == TestFiles.expected("proces-verbal.txt", recording: text))
  }

  @Test func `read as a page as expected, whole`() throws {
    let text = try TestFiles.templates().minutes(PrintedSession.view(), as: .page)
    #expect(try text == TestFiles.expected("proces-verbal.html", recording: text))
  }

  @Test func `hold in 100 columns of plain text`() throws {
    let title = "Un titre long, très long, pour un projet de quartier qui dure toute l’année civile"
    let text = try TestFiles.templates().minutes(PrintedSession.view(title: title), as: .text)
    let widest = text.split(separator: "\n").map(\.count).max()
    #expect(widest ?? 0 <= 100)
  }

  @Test func `are the same bytes from the same ledger`() throws {
    let templates = try TestFiles.templates()
    #expect(
      try templates.minutes(PrintedSession.view(), as: .page)
        == templates.minutes(PrintedSession.view(), as: .page))
  }

  @Test func `escape what people typed in a page, and not in plain text`() throws {
    let templates = try TestFiles.templates()
    let view = try PrintedSession.view(title: "<script>alert('é & à')</script> {{date}}")
    let page = templates.minutes(view, as: .page)
    #expect(page.contains("<script") == false)
    let escaped = "&lt;script&gt;alert(&#39;é &amp; à&#39;)&lt;/script&gt; {{date}}"
    #expect(page.contains("<td>\(escaped)</td>"))
    let text = templates.minutes(view, as: .text)
    #expect(text.contains("« <script>alert('é & à')</script> {{date}} »".typographic))
  }

  @Test func `keep typed line breaks and control characters out`() throws {
    let view = try PrintedSession.view(title: "Jardin\n\u{1B}[31mpartagé\u{202E}")
    #expect(view.decisions.last?.title == "Jardin  [31mpartagé")
  }

  @Test func `of an open session are a draft nobody signs`() throws {
    let templates = try TestFiles.templates()
    let draft = templates.minutes(try PrintedSession.view(isClosed: false), as: .text)
    #expect(draft.hasPrefix("PROJET DE PROCÈS-VERBAL (séance en cours, non close)\n"))
    #expect(draft.contains("signature") == false)
    let signed = templates.minutes(try PrintedSession.view(), as: .text)
    #expect(signed.hasPrefix("PROCÈS-VERBAL DU COMITÉ DES FINANCEURS\n"))
    #expect(signed.contains("(nom, date, signature)"))
  }

  @Test(arguments: [
    (
      ["CAF"],
      "Au plus bas, 1 présent\u{00A0}: quorum perdu, et rien n’a été délibéré tant qu’il l’était."
    ),
    (
      ["CAF", "ETAT"],
      "Au plus bas, 0 présent\u{00A0}: quorum perdu, et rien n’a été délibéré tant qu’il l’était."
    ),
    ([], "Au plus bas, 2 présents\u{00A0}: quorum maintenu."),
  ])
  func `tell the quorum that departures lost`(leaving: [String], sentence: String) throws {
    var events = PrintedSession.ledger(isClosed: false)
    for member in leaving {
      events.append(
        RecordedEvent(
          sequence: events.count + 1, at: PrintedSession.morning.adding(seconds: 5_000),
          actor: "secretaire", event: .departure(MemberDeparture(member: member))))
    }
    let view = try MinutesView(
      events: events, contractName: "", callTitle: "", isTraining: false)
    #expect(view.quorum.hasSuffix(sentence), "\(view.quorum)")
  }

  @Test(arguments: [DocumentFormat.page, .text], [true, false])
  func `of a training base say so, others do not`(format: DocumentFormat, isTraining: Bool) throws {
    let text = try TestFiles.templates().minutes(
      PrintedSession.view(isTraining: isTraining), as: format)
    #expect(text.contains("FORMATION") == isTraining)
  }

  @Test func `need an opening and an unbroken ledger`() throws {
    let ledger = PrintedSession.ledger()
    func minutes(_ events: [RecordedEvent]) throws -> MinutesView {
      try MinutesView(events: events, contractName: "", callTitle: "", isTraining: false)
    }
    #expect(throws: SessionError.order(.notOpened)) { try minutes([]) }
    #expect(throws: SessionError.order(.notOpened)) { try minutes(Array(ledger.dropFirst())) }
    #expect(throws: SessionError.order(.sequence(expected: 2, found: 3))) {
      try minutes([ledger[0]] + ledger.dropFirst(2))
    }
  }

  @Test func `of a session that did nothing say it plainly`() throws {
    let view = try MinutesView(
      events: [PrintedSession.ledger()[0]], contractName: "C", callTitle: "A", isTraining: false)
    let text = try TestFiles.templates().minutes(view, as: .text)
    for sentence in [
      "Aucun membre n’a été noté présent.", "Le comité n’a pas délibéré.",
      "Aucune proposition n’a été présentée.", "Aucun vote n’a eu lieu.",
      "Aucune dérogation n’a été accordée.", "4 sans décision",
    ] { #expect(text.contains(sentence), "\(sentence)") }
  }
}

extension String {
  /// No-break spaces inside French quotation marks.
  fileprivate var typographic: String {
    replacing("« ", with: "«\u{00A0}").replacing(" »", with: "\u{00A0}»")
  }
}
