public import Documents
public import Dossiers
import Store
import Vocabulary

/// How letters and agreements are to be written.
public struct PaperRequest: Sendable {
  /// One dossier; `nil` for all of them.
  public let number: DossierNumber?
  /// The folder to write in, made when it is missing.
  public let folder: String
  public let format: DocumentFormat
  /// Prints pages as PDF; `nil` to write them as they are.
  public let printer: PagePrinter?
  /// Take the place of files of the same names; otherwise such files are never touched.
  public let replaces: Bool
  /// Compute, but write nothing.
  public let isSimulated: Bool

  /// Asks for papers.
  ///
  /// - Parameters:
  ///   - number: one dossier; `nil` for all of them.
  ///   - folder: where to write.
  ///   - format: how.
  ///   - printer: prints pages as PDF.
  ///   - replaces: take the place of files of the same names.
  ///   - isSimulated: write nothing.
  public init(
    number: DossierNumber?, folder: String, format: DocumentFormat, printer: PagePrinter? = nil,
    replaces: Bool = false, isSimulated: Bool = false
  ) {
    self.number = number
    self.folder = folder
    self.format = format
    self.printer = printer
    self.replaces = replaces
    self.isSimulated = isSimulated
  }
}

/// What writing papers did.
public struct PaperOutcome: Hashable, Sendable {
  /// Names of the files, in order.
  public let files: [String]
  /// How many of them were there already, the same to the byte.
  public let unchanged: Int
  /// How many letters are new in the register.
  public let recorded: Int
}

extension Desk {
  /// Writes the letters that tell the decisions of a closed session as they stand, and records them.
  ///
  /// A printed letter is recorded by its page: what prints it changes from one machine to another.
  ///
  /// - Parameters:
  ///   - request: which letters, where and how.
  ///   - mergeFile: a CSV to make beside, one row a letter; `nil` for none.
  ///   - context: the call, whose last session must be closed.
  /// - Returns: what was written.
  /// - Throws: ``DeskError``, notably when a file of another content is in the way: nothing is then written.
  public func notify(
    _ request: PaperRequest, mergeFile: String? = nil, in context: CallContext
  ) throws -> PaperOutcome {
    _ = try permit("notifier les décisions", to: .secretary, .chair)
    let letters = try composeLetters(of: context, as: request.format, only: request.number)
      .filter(\.isCurrent)
    if let number = request.number, letters.isEmpty { throw try undecided(number) }
    let folder = OutputFolder(request)
    try folder.add(letters.map { (name: $0.name, text: $0.text) })
    if let mergeFile {
      let csv = MergeFile.csv(of: letters, files: folder.files.map(\.name))
      folder.add(csv, at: mergeFile)
    }
    let unchanged = try folder.write()
    let recorded =
      request.isSimulated
      ? 0 : try store.record(letters.map(\.record), actor: actorID, at: surroundings.now())
    return PaperOutcome(
      files: folder.files.map(\.name), unchanged: unchanged, recorded: recorded)
  }

  /// Why a dossier has no letter.
  func undecided(_ number: DossierNumber) throws -> DeskError {
    guard try store.dossier(number) != nil else { return .unknownDossier(number.text) }
    return .refused(
      "Le dossier \(number.text) n’a pas été soumis au comité : il n’y a rien à notifier.",
      remedy: "Voyez où il en est : aap dossier montrer \(number.text).")
  }
}
