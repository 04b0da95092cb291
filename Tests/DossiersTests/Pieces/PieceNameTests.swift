import Contract
import Dossiers
import Testing

@Suite struct `The name of a paper` {
  @Test(arguments: [
    ("statuts.pdf", "statuts.pdf"), ("/tmp/été 2025/Comptes n° 3.pdf", "Comptes n° 3.pdf"),
    ("C:\\Users\\moi\\rib.png", "rib.png"), ("../../etc/passwd", "passwd"),
    ("rapport\u{202E}fdp.exe", "rapportfdp.exe"), ("a\u{200B}b\u{0}c\n.pdf", "abc.pdf"),
    ("-rf.pdf", "rf.pdf"), (".bashrc", "bashrc"), ("...", "piece"), ("", "piece"), ("/", "piece"),
    ("  -. rib.pdf . ", "rib.pdf"), ("a<b>:c|d?e*f\".pdf", "a_b__c_d_e_f_.pdf"),
    ("e\u{301}te\u{301}.pdf", "été.pdf"), ("家計.pdf", "家計.pdf"), ("👩‍👩‍👧.pdf", "👩👩👧.pdf"),
  ])
  func `is shown without anything that misleads`(typed: String, shown: String) {
    #expect(PieceName.shown(typed).unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(PieceName.shown(PieceName.shown(typed)) == PieceName.shown(typed))
  }

  @Test(arguments: [199, 200, 201, 5_000])
  func `is at most 200 bytes, its ending kept`(length: Int) {
    let name = PieceName.shown(String(repeating: "a", count: length - 4) + ".pdf")
    #expect(name.utf8.count == min(length, 200))
    #expect(name.hasSuffix(".pdf"))
    let accents = PieceName.shown(String(repeating: "é", count: length) + ".pdf")
    #expect(accents.utf8.count <= 200 && accents.hasSuffix("é.pdf"))
  }

  @Test(
    arguments: [
      ("statuts.pdf", .pdf, "statuts.pdf"), ("photo.JPEG", .jpeg, "photo.JPEG"),
      ("photo", .jpeg, "photo.jpg"), ("facture.exe", .pdf, "facture.exe.pdf"),
      ("../x/.profile", .txt, "profile.txt"), ("a.sh", .txt, "a.sh.txt"),
    ] as [(String, PieceFormat, String)])
  func `ends as its content says once written`(name: String, format: PieceFormat, file: String) {
    #expect(PieceName.extracted(name, format: format) == file)
  }

  @Test func `stays short once its ending is added`() {
    let name = PieceName.extracted(String(repeating: "é", count: 300), format: .docx)
    #expect(name.utf8.count <= 200 && name.hasSuffix("é.docx"))
  }
}
