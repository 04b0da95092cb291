import Contract
import Exchange
import Forms
import Foundation
import TestKit
import Vocabulary

/// A dossier as XML, changed by one place where it matters, and the ways to read it.
enum DepositSample {
  static let schemaName = "schemas/depot-1.0.xsd"

  /// What a reading of a document of dossiers gave.
  struct Reading: Equatable {
    var deposits: [ReadDeposit] = []
    var report: DepositsReport?

    /// Codes by dossier: empty for one that is whole.
    var codes: [[String]] { deposits.map { $0.findings.map(\.code) } }
    /// Codes of the document itself.
    var documentCodes: [String] { report?.findings.map(\.code) ?? [] }
  }

  static func schema() throws -> CompiledSchema {
    try CompiledSchema(xsd: [UInt8](try ProjectRoot.data(schemaName)), name: "depot-1.0.xsd")
  }

  static func edition() throws -> FormEdition {
    guard let edition = try Territory.lensLievin.forms["association-1"] else {
      throw Territory.Unloadable(reasons: ["association-1"])
    }
    return edition
  }

  /// The dossier that the format's page shows.
  static func filled() throws -> FilledForm {
    var filled = FilledForm(
      form: "association-1", call: "2016", applicantKind: "association")
    filled["porteur.nom"] = .text("Les Jardins & Vergers « de la Fosse »")
    filled["porteur.date_declaration"] = .text("2008-03-11")
    filled["projet.titre"] = .text("Un potager pour apprendre")
    filled["projet.contenu"] = .text("Deux ateliers :\n  - semer ;\n  - récolter.")
    filled["projet.partenaires"] = .rows([
      ["nom": "Centre social", "role": "accueille les ateliers d’hiver"], ["nom": "Collège"],
    ])
    filled["lieux.communes"] = .list(["62498", "62427"])
    filled["lieux.equipements"] = .list(["Salle des fêtes"])
    filled["budget.charges"] = .accounts(["641": "6400.50", "601": "1200"])
    return filled
  }

  /// The same dossier as a document.
  static func text() throws -> String {
    String(decoding: DepositXML.write(try filled(), edition: try edition()), as: UTF8.self)
  }

  /// The documents as one, each a dossier among others.
  static func several(_ documents: [String]) -> String {
    // Without the first line, which only a document may have.
    let dossiers = documents.map { text in
      String(text[(text.firstIndex(of: "\n") ?? text.startIndex)...].dropFirst().dropLast())
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <depots xmlns="urn:aap:depot:1" version="1.0">
      \(dossiers.joined(separator: "\n"))
      </depots>

      """
  }

  /// Reads bytes that arrive by pieces.
  static func reading(_ bytes: [UInt8], piece: Int = 4096) throws -> Reading {
    let memory = ReadMemory()
    let reader = try DepositsXMLReader(schema: try schema(), file: "essai.xml") { deposit in
      memory.deposits.append(deposit)
    }
    try bytes.withUnsafeBytes { buffer in
      var left = buffer[...]
      while !left.isEmpty {
        try reader.feed(UnsafeRawBufferPointer(rebasing: left.prefix(piece)))
        left = left.dropFirst(piece)
      }
    }
    let report = try reader.finish()
    return Reading(deposits: memory.deposits, report: report)
  }

  static func reading(_ text: String, piece: Int = 4096) throws -> Reading {
    try reading(Array(text.utf8), piece: piece)
  }

  /// What a lone dossier is read as.
  static func read(_ text: String) throws -> (node: SourceNode?, findings: [Finding]) {
    DepositXML.read(Array(text.utf8), schema: try schema(), file: "essai.xml")
  }
}

/// Dossiers gathered by a handler.
final class ReadMemory {
  var deposits: [ReadDeposit] = []
}
