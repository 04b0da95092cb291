import Committee
import Dossiers
import TestKit
import Testing
import Vocabulary

@testable import Documents

@Suite struct `A letter` {
  private typealias Sheet = PrintedSession

  static func context(
    day: Day = PrintedSession.day, isTraining: Bool = false
  ) throws -> LetterContext {
    let start = try #require(Day(iso: "2016-01-01"))
    let end = try #require(Day(iso: "2016-12-31"))
    return LetterContext(
      contractName: "Contrat de ville d’exemple 2015-2020", callTitle: "Appel à projets 2016",
      sessionDay: day, exercise: try #require(Period(from: start, through: end)),
      isTraining: isTraining)
  }

  static func addressee(street: String = "12 rue des <Lilas> & des Roses") throws -> Addressee {
    Addressee(
      try DossierText.sportsClub.application(in: .lensLievin).applicant, street: street,
      postalCode: "62300", commune: "Lens")
  }

  private static let state = LetterGrant(
    payer: "État - Préfecture", amount: Cents(7_500_50),
    shares: [
      LetterShare(label: "Programme 147", amount: Cents(7_000_00)),
      LetterShare(label: "DDCS", amount: Cents(500_50)),
    ], needsAgreement: true)

  private func view(
    _ kind: DecisionKind, grant: LetterGrant? = nil, total: Cents = .zero, motive: String? = nil,
    day: Day = PrintedSession.day, isPrivate: Bool = true, isTraining: Bool = false,
    title: String = "Ateliers & numérique"
  ) throws -> LetterView {
    LetterView(
      Sheet.application(2, title, "Centre social", need: 12_000),
      decision: Decision(
        number: Sheet.number(2), kind: kind,
        grants: [PurseAmount(purse: "CAF", amount: total)], motive: motive),
      addressee: try Self.addressee(), isPrivateBody: isPrivate, grant: grant,
      secretariat: "Communauté d’agglomération",
      context: try Self.context(
        day: day, isTraining: isTraining))
  }

  private func text(_ view: LetterView) throws -> String {
    try TestFiles.templates().letter(view, as: .text)
  }

  @Test
  func `grants in part, with its amount in words, an agreement to come and the ways to appeal`()
    throws
  {
    let text = try text(view(.partlyGranted, grant: Self.state, total: Cents(euros: 9_000)))
    #expect(try text == TestFiles.expected("lettre-partielle.txt", recording: text))
  }

  @Test func `refuses with its reason and the ways to appeal`() throws {
    let text = try text(view(.refused, motive: "Hors du périmètre de l’appel."))
    #expect(try text == TestFiles.expected("lettre-refus.txt", recording: text))
  }

  @Test func `reads as a page as expected, whole`() throws {
    let page = try TestFiles.templates().letter(
      view(.granted, grant: Self.state, total: Cents(7_500_50)), as: .page)
    #expect(try page == TestFiles.expected("lettre-accord.html", recording: page))
    #expect(page.contains("12 rue des &lt;Lilas&gt; &amp; des Roses"))
  }

  @Test(arguments: DecisionKind.allCases, [DocumentFormat.page, .text])
  func `tells each decision, and how to appeal where something was refused`(
    kind: DecisionKind, format: DocumentFormat
  ) throws {
    let isGranted = kind == .granted || kind == .partlyGranted
    let letter = try TestFiles.templates().letter(
      view(
        kind, grant: isGranted ? Self.state : nil, total: isGranted ? Cents(7_500_50) : .zero,
        motive: isGranted ? nil : "Une raison."), as: format)
    let signs: [DecisionKind: String] = [
      .granted: "vous accorde", .partlyGranted: "accordée en partie", .deferred: "ajourné",
      .refused: "pas retenu", .moot: "sans objet",
    ]
    #expect(letter.contains(try #require(signs[kind])))
    #expect(letter.contains("Une raison.") == !isGranted)
    let mayAppeal = kind == .refused || kind == .partlyGranted
    #expect(letter.contains("recours contentieux") == mayAppeal)
    #expect(letter.contains("recours gracieux") == mayAppeal)
    if isGranted {
      let words = letter.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("sept mille cinq cents euros et cinquante centimes"))
    }
  }

  @Test func `names purses by their labels, and only whole codes`() {
    let labels = ["CAF": "CAF, fonds locaux", "ARS-DC": "ARS – prévention"]
    #expect(
      "Enveloppes en cause : ARS-DC, CAF. CAF-2 et DECAF non.".replacingCodes(with: labels)
        == "Enveloppes en cause : ARS – prévention, CAF, fonds locaux. CAF-2 et DECAF non.")
  }

  @Test func `holds in 100 columns of plain text, whatever people typed`() throws {
    let long = String(repeating: "une action très longue, ", count: 20)
    for kind in DecisionKind.allCases {
      let text = try text(
        view(kind, grant: Self.state, total: Cents(euros: 9_000), motive: long, title: long))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test func `names the court’s application only since it exists`() throws {
    let before = try text(view(.refused, motive: "Non.", day: Day(daysSinceEpoch: 17_864)))
    let after = try text(view(.refused, motive: "Non.", day: Day(daysSinceEpoch: 17_865)))
    #expect(!before.contains("Télérecours"))
    #expect(after.contains("Télérecours"))
  }

  @Test func `asks a financial report of private bodies alone, six months after the exercise`()
    throws
  {
    let association = try text(view(.granted, grant: Self.state, total: Cents(7_500_50)))
    #expect(association.contains("30 juin 2017"))
    let commune = try text(
      view(.granted, grant: Self.state, total: Cents(7_500_50), isPrivate: false))
    #expect(!commune.contains("compte rendu financier"))
  }

  @Test(arguments: [true, false])
  func `of a training base says so, others do not`(isTraining: Bool) throws {
    let view = try view(.refused, motive: "Non.", isTraining: isTraining)
    for format in [DocumentFormat.page, .text] {
      let letter = try TestFiles.templates().letter(view, as: format)
      #expect(letter.contains("FORMATION") == isTraining)
    }
  }
}

@Suite struct `An agreement` {
  private func view(day: Day, owesCommitment: Bool = true) throws -> AgreementView {
    AgreementView(
      payer: "État - Préfecture", beneficiary: try `A letter`.addressee(),
      owesCommitment: owesCommitment,
      actions: [
        AgreementAction(
          number: PrintedSession.number(2), title: "Ateliers <numériques>",
          purses: ["Programme 147", "DDCS"], amount: Cents(15_000_00)),
        AgreementAction(
          number: PrintedSession.number(7), title: "Jardin", purses: ["Programme 147"],
          amount: Cents(8_000_01)),
      ], context: try `A letter`.context(day: day))
  }

  @Test func `reads as expected, whole`() throws {
    let templates = try TestFiles.templates()
    let text = templates.agreement(try view(day: PrintedSession.day), as: .text)
    #expect(try text == TestFiles.expected("convention.txt", recording: text))
    let page = templates.agreement(try view(day: PrintedSession.day), as: .page)
    #expect(page.contains("Ateliers &lt;numériques&gt;"))
    #expect(page.contains("vingt-trois mille euros et un centime"))
  }

  @Test func `invokes a law only once it is in force`() throws {
    let templates = try TestFiles.templates()
    func text(_ day: Int, owes: Bool = true) throws -> String {
      templates.agreement(
        try view(day: Day(daysSinceEpoch: day), owesCommitment: owes), as: .text)
    }
    #expect(try !text(18_810).contains("2021-875"))
    #expect(try text(18_811).contains("2021-875"))
    #expect(try !text(18_993).contains("RÉPUBLICAIN"))
    #expect(try text(18_994).contains("RÉPUBLICAIN"))
    #expect(try !text(18_994, owes: false).contains("RÉPUBLICAIN"))
  }
}
