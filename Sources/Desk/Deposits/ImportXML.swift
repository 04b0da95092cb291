import Contract
import Exchange
import Forms
import Vocabulary

extension FormLibrary {
  /// The bytes to keep of a dossier read from a larger document: its own document, in our writing.
  ///
  /// The same answers give the same bytes, wherever they stood (docs/dev/adr/0015). What cannot be
  /// written so is left as it is: it will be refused.
  func standingAlone(_ dossier: IncomingDossier) -> IncomingDossier {
    guard let document = dossier.document,
      case .success(let (edition, _)) = edition(of: document, file: dossier.file.name)
    else { return dossier }
    let (filled, _) = FilledForm.read(
      document, edition: edition, chart: chart, file: dossier.file.name)
    return IncomingDossier(
      file: SourceFile(
        name: dossier.file.name, bytes: DepositXML.write(filled, edition: edition)),
      at: dossier.at, document: document, findings: dossier.findings)
  }
}

extension Desk {
  /// Bytes in which the root of a document is looked for.
  private static let headSize = 64 << 10

  /// Whether an XML file is made for many dossiers: its root is `depots`.
  func holdsManyDossiers(_ path: String) throws -> Bool {
    var head: [UInt8] = []
    try InputFile.stream(path) { piece in
      head += piece.prefix(Self.headSize - head.count)
      return head.count < Self.headSize
    }
    let text = String(decoding: head, as: UTF8.self)
    return text.firstMatch(of: /<(?:[A-Za-z_][\w.\-]*:)?depots[\s>\/]/) != nil
  }

  /// Gives the dossiers of an XML document of any size one by one, each with the lines of the document.
  func streamXML(
    _ path: String, in context: CallContext, into pipeline: inout ImportPipeline
  ) throws {
    var ready: [ReadDeposit] = []
    let reader = try DepositsXMLReader(schema: context.library.schema.get(), file: path) {
      ready.append($0)
    }
    var weight = 0
    func hand(_ pipeline: inout ImportPipeline) throws {
      let share = weight / max(1, ready.count)
      for deposit in ready { try pipeline.take(incoming(deposit, of: path), weight: share) }
      if !ready.isEmpty { weight = 0 }
      ready = []
    }
    try InputFile.stream(path) { piece in
      try reader.feed(piece)
      weight += piece.count
      try hand(&pipeline)
      return !reader.isStopped
    }
    let report = try reader.finish()
    try hand(&pipeline)
    guard report.findings.areBlocking else { return }
    try pipeline.take(
      IncomingDossier(
        file: SourceFile(name: path, bytes: []), at: surroundings.now(),
        findings: report.findings))
  }

  private func incoming(_ deposit: ReadDeposit, of path: String) -> IncomingDossier {
    let name = "\(path):\(deposit.line)"
    return IncomingDossier(
      file: SourceFile(name: name, bytes: []), at: surroundings.now(), document: deposit.node,
      findings: deposit.findings)
  }
}
