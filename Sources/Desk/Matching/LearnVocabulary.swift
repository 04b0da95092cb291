import Contract
public import Dossiers
import Matching
import Store
public import Vocabulary

/// What learning gave.
public struct LearningOutcome: Sendable {
  /// The version now in force.
  public let version: Int
  /// Whether it is a new one: words that say the same are not kept twice.
  public let isNew: Bool
  /// Entries of the lexicon, labelled projects of the contract, and dossiers read by instructors.
  public let entries: Int
  public let examples: Int
  public let readings: Int
  /// What does not prevent learning.
  public let findings: [Finding]
}

extension Desk {
  /// The last words that matching knows, or those of an old version.
  ///
  /// - Throws: ``DeskError`` when the base has no such version.
  func matchingVocabulary(version: Int? = nil) throws -> MatchingVocabulary {
    guard let record = try store.vocabulary(version: version) else {
      guard let version, version > 0 else { return .empty }
      throw DeskError.refused(
        "Le vocabulaire \(version) n’est pas dans cette base.",
        remedy: "Voyez le journal : aap journal lister.")
    }
    guard let vocabulary = MatchingVocabulary(text: record.content, version: record.version) else {
      throw Store.Failure.inputOutput("le vocabulaire \(record.version) ne se relit pas")
    }
    return vocabulary
  }

  /// Makes a new version of the words: the lexicon, the labelled projects of the contract, and every
  /// dossier whose objective an instructor read.
  ///
  /// - Parameters:
  ///   - folder: a folder with a new lexicon or new labelled projects; `nil` keeps the present ones.
  ///   - isSimulated: compute, but write nothing.
  /// - Returns: what was learned.
  /// - Throws: ``Refusal`` with everything wrong in the files, ``DeskError``, ``Store/Failure``.
  public func learn(from folder: String? = nil, isSimulated: Bool = false) throws -> LearningOutcome
  {
    _ = try permit("apprendre un vocabulaire", to: .instructor, .secretary)
    let before = try store.vocabulary()?.version ?? 0
    var files = VocabularyFiles(
      kept: try [Lexicon.fileName, VocabularyFiles.examplesName].compactMap(store.vocabularyFile))
    let given = try folder.map(VocabularyFiles.inFolder)
    if let folder, given?.kept.isEmpty ?? true {
      throw DeskError.inputMissing(path: "\(folder)/\(Lexicon.fileName)")
    }
    files.lexicon = given?.lexicon ?? files.lexicon
    files.examples = given?.examples ?? files.examples
    let loaded = files.load(for: base.reference)
    if loaded.findings.areBlocking { throw Refusal(loaded.findings.inReadingOrder()) }
    var readings = 0
    let vocabulary = try loaded.vocabulary { teacher in
      readings = try teach(teacher)
    }
    var version = before
    if !isSimulated {
      version = try store.addVocabulary(
        edition: vocabulary.lexicon.version, content: vocabulary.text, files: given?.kept ?? [],
        act: journalAct("vocabulaire", subject: base.reference.contract.id))
    }
    return LearningOutcome(
      version: version, isNew: version > before, entries: loaded.lexicon.entries.count,
      examples: loaded.examples.count, readings: readings,
      findings: loaded.findings.inReadingOrder())
  }

  /// Teaches every dossier whose objective was read, in the version that was read.
  private func teach(_ teacher: VocabularyTeacher) throws -> Int {
    var contexts: [String: CallContext] = [:]
    for call in try store.callsWithReadings() { contexts[call] = try callContext(call) }
    var count = 0
    try store.forEachReading { reading, received in
      guard let context = contexts[reading.number.call] else { return }
      let application = try application(of: received, in: context)
      teacher.learn(
        ProjectText(of: application),
        objectives: [reading.objective]
          + application.project.secondaryObjectives.filter { $0 != reading.objective })
      count += 1
    }
    return count
  }

  /// Records the objective that an instructor reads in a dossier: the declared one, or another.
  ///
  /// What the applicant wrote does not change; the reading teaches the next version of the words.
  public func confirmObjective(
    _ code: String, of number: DossierNumber, isSimulated: Bool = false
  ) throws {
    _ = try permit("confirmer un objectif", to: .instructor, .secretary)
    guard let received = try store.dossier(number) else {
      throw DeskError.unknownDossier(number.text)
    }
    try refuseIfRecused(
      try interests(in: try callContext(number.call), only: number), "confirmer un objectif")
    guard received.stage != .withdrawn else {
      throw DeskError.refused(
        "Le dossier \(number.text) est retiré : son objectif ne se confirme pas.",
        remedy: "Choisissez un autre dossier : aap dossier lister.")
    }
    guard base.reference.objective(code) != nil else {
      let near = code.nearest(among: base.reference.objectives.map(\.code))
      throw DeskError.refused(
        "L’objectif « \(code) » n’est pas au plan d’action."
          + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? ""),
        remedy: "Voyez : aap referentiel objectifs.")
    }
    guard !isSimulated else { return }
    try store.recordReading(
      ObjectiveReading(number: number, version: received.version, objective: code),
      act: journalAct("objectif", subject: number.text, detail: code))
  }
}
