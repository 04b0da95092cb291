import Contract
import Testing
import Vocabulary

@Suite struct `Bytes that are no text of ours` {
  static let notUTF8 =
    "Le fichier n’est pas du texte UTF-8 (sans doute du Latin-1 ou un autre format)."
  static let hiddenBreak =
    "Le fichier contient un saut de ligne invisible (U+0085, U+2028 ou U+2029)."

  @Test func `Latin-1 is refused at the line of its first letter`() {
    let bytes = Array("a: b\nc: ".utf8) + [0xE9, 0x0A, 0xE8]
    #expect(Obstacle(ofYAML: bytes) == Obstacle(2, Self.notUTF8))
    let json = Array("{\n\n\"a\": \"".utf8) + [0xE9] + Array("\"}".utf8)
    #expect(Obstacle(ofJSON: json) == Obstacle(3, Self.notUTF8))
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func `UTF-16 is named`(bytes: [UInt8]) {
    let expected = Obstacle(1, "Le fichier est écrit en UTF-16.")
    #expect(Obstacle(ofYAML: bytes) == expected)
    #expect(Obstacle(ofJSON: bytes) == expected)
  }

  @Test(
    arguments: [
      ("a: 1\nb: \0\n", .control(2)), ("a: \u{1B}[31m\n", .control(1)),
      ("a: \u{7F}\n", .control(1)),
      ("a: b\nc: \u{9B}d\n", .control(2)), ("a: b\nc: \u{FFFE}d\n", .control(2)),
      ("a: 1\nb: \"\\0\"\n", .control(2)), ("a: \"\\e[31m\"\n", .control(1)),
      ("\"\\a\": 1\n", .control(1)),
      ("a: x\nb: \"y\u{2028}z\"\n", Obstacle(2, hiddenBreak)),
      ("a: x\u{85}\n", Obstacle(1, hiddenBreak)),
    ] as [(String, Obstacle)])
  func `control characters are refused, written as they are or escaped`(
    text: String, expected: Obstacle
  ) {
    #expect(Obstacle(ofYAML: Array(text.utf8)) == expected)
  }

  @Test func `UTF-16 without its mark shows as control characters`() {
    #expect(Obstacle(ofYAML: [0x61, 0, 0x3A, 0]) == .control(1))
  }

  @Test(arguments: [
    (2 << 20, nil), (3 << 20, "Le fichier pèse plus de 2048 Kio, la limite de lecture."),
  ])
  func `two mebibytes are read, three are not`(size: Int, reason: String?) {
    let bytes = [UInt8](repeating: 0x61, count: size)
    #expect(Obstacle(ofYAML: bytes) == reason.map { Obstacle(nil, $0) })
  }

  @Test func `a JSON file of three mebibytes is not read`() {
    let bytes = [UInt8](repeating: 0x20, count: 3 << 20)
    let expected = Obstacle(nil, "Le fichier pèse plus de 2048 Kio, la limite de lecture.")
    #expect(Obstacle(ofJSON: bytes) == expected)
  }

  @Test func `the finding says the file, the line, what to do and which form is expected`() {
    let error = UnreadableSource(line: 3, reason: "Illisible.", remedy: "Repartez du modèle.")
    let finding = error.finding(file: "d.yaml")
    #expect(finding.code == "fichier_illisible")
    #expect(finding.family == .malformed)
    #expect(finding.place == .init(file: "d.yaml", line: 3))
    #expect(finding.source == .dossierFormat)
  }
}
