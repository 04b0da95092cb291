import Contract
import Dossiers
import TestKit
import Testing

@Suite struct `The content of a paper` {
  @Test(
    arguments: [
      ("un PDF", Papers.pdf(), .pdf), ("un PNG", Papers.png, .png), ("un JPEG", Papers.jpeg, .jpeg),
      ("un odt", Papers.openDocument(PieceFormat.odt.mediaType), .odt),
      ("un ods", Papers.openDocument(PieceFormat.ods.mediaType), .ods),
      ("un docx", Papers.office("word/document.xml"), .docx),
      ("un xlsx", Papers.office("xl/workbook.xml"), .xlsx),
      ("du texte", Array("Bilan de l’été\n\t2025\r\n".utf8), .txt),
      ("du texte marqué", [0xEF, 0xBB, 0xBF] + Array("a;b\n".utf8), .txt),
      ("du texte en M et Z", Array("MZ Conseil, rapport moral".utf8), .txt),
    ] as [(String, [UInt8], PieceFormat)])
  func `says what it is`(what: String, bytes: [UInt8], format: PieceFormat) {
    #expect(PieceContent.of(bytes) == .known(format))
    #expect(PieceContent.of(bytes, name: "facture.exe") == .known(format))
  }

  @Test func `is a table when it is text and its name says so, and only then`() {
    let text = Array("a;b\n1;2\n".utf8)
    #expect(PieceContent.of(text, name: "Bilan.CSV") == .known(.csv))
    #expect(PieceContent.of(Papers.pdf(), name: "bilan.csv") == .known(.pdf))
  }

  @Test(
    arguments: [
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "un programme exécutable"),
      ([0x4D, 0x5A, 0x90, 0x00], "un programme exécutable"),
      ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0], "un programme exécutable"),
      (Array("#!/bin/sh\nrm -rf /\n".utf8), "un script exécutable"),
      (Array("<!DOCTYPE html><p>".utf8), "une page web ou un dessin SVG"),
      (Array("\n <svg onload='x'>".utf8), "une page web ou un dessin SVG"),
      (Array("Bonjour <SCRIPT>alert(1)</SCRIPT>".utf8), "une page web ou un dessin SVG"),
      ([0x1F, 0x8B, 8, 0], "une archive"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "une archive"),
      ([UInt8](repeating: 0, count: 257) + Array("ustar".utf8), "une archive"),
      (Papers.zip([("a.txt", "a")]), "une archive"), (Papers.zip([]), "une archive"),
      ([0x50, 0x4B, 3, 4, 1], "une archive, ou un document abîmé"),
      (Array(Papers.office("word/document.xml").dropLast(4)), "une archive, ou un document abîmé"),
      (
        Papers.office("ppt/presentation.xml"),
        "un document Office qui n’est ni un texte ni un classeur"
      ),
      (
        Papers.office("word/document.xml", "word/vbaProject.bin"),
        "un document qui contient des macros"
      ),
      (
        Papers.openDocument(PieceFormat.odt.mediaType, "Basic/Standard/M.xml"),
        "un document qui contient des macros"
      ),
      (
        Papers.openDocument("application/vnd.oasis.opendocument.presentation"),
        "un document OpenDocument qui n’est ni un texte ni un classeur"
      ),
    ] as [([UInt8], String)])
  func `is refused when it could run or hide something`(bytes: [UInt8], what: String) {
    #expect(PieceContent.of(bytes) == .refused(what))
    #expect(PieceContent.of(bytes, name: "statuts.pdf") == .refused(what))
  }

  @Test(
    arguments: [
      [0x00], [0x01, 0x02, 0x03], Array("caf".utf8) + [0xE9], [0xFF, 0xFE, 0x41, 0x00],
      Array("a\u{0}b".utf8), [0x89, 0x50, 0x4E],
    ] as [[UInt8]])
  func `is unknown when nothing in it is recognised`(bytes: [UInt8]) {
    #expect(PieceContent.of(bytes) == .unknown)
  }

  @Test func `whatever it is, never stops the program`() {
    var state: UInt64 = 7
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let sound = Papers.office("word/document.xml")
    var seen: Set<PieceContent> = []
    for _ in 0..<2_000 {
      var bytes = sound
      for _ in 0...(random() % 6) {
        bytes[Int(random()) % bytes.count] = UInt8(truncatingIfNeeded: random())
      }
      seen.insert(PieceContent.of(Array(bytes.prefix(Int(random()) % (bytes.count + 1)))))
      seen.insert(PieceContent.of(bytes))
    }
    #expect(seen.count > 3)
  }
}
