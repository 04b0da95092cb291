import Contract
import Vocabulary

/// Follows the dossiers of a document: has each judged by the schema for itself, and builds it.
///
/// The schema never judges the whole document: what is wrong in a dossier says nothing of the
/// next, and nothing of a dossier is kept after it.
final class DepositsWatch: DocumentObserver {
  private let names: DepositNames
  private unowned let validator: XMLSchemaValidator
  /// What is said of the document itself.
  private let log: FindingLog
  private var builder: DepositBuilder?
  private(set) var isMany = false
  /// Dossiers met so far, the one being read included.
  private(set) var count = 0
  private var completed: [ReadDeposit] = []
  /// Line of the dossier being read.
  private var firstLine = 0

  init?(_ validator: XMLSchemaValidator) {
    guard let names = DepositNames(validator.names) else { return nil }
    self.names = names
    self.validator = validator
    log = validator.log
  }

  /// Findings about the document itself; those of a dossier it breaks off in are its own.
  var findings: [Finding] {
    validator.log === log ? log.findings : log.findings + validator.log.findings
  }

  /// The dossiers closed since last asked.
  func takeCompleted() -> [ReadDeposit] {
    defer { completed.removeAll(keepingCapacity: true) }
    return completed
  }

  private var base: Int { isMany ? 2 : 1 }

  func willOpen(_ tag: XMLStartTag) {
    switch tag.depth {
    case 1: openRoot(tag)
    case 2 where isMany: openPart(tag)
    default: break
    }
  }

  func opened(_ tag: XMLStartTag) {
    builder?.opened(tag, level: tag.depth - base, line: validator.tagLine)
    refuseIfTooHeavy()
  }

  func heard(_ text: UnsafeBufferPointer<UInt8>) {
    guard builder == nil else {
      builder?.heard(text)
      return refuseIfTooHeavy()
    }
    guard isMany, validator.depth == 1, !text.allSatisfy(\.isXMLBlank) else { return }
    log.add(
      "contenu_refuse", family: .malformed, "Du texte figure entre deux dossiers.",
      remedy: "Retirez-le : « depots » ne contient que des éléments « depot ».")
  }

  func closed(_ name: XMLName, depth: Int) {
    guard depth == base else {
      builder?.closed(name, level: depth - base)
      return
    }
    if validator.log !== log { complete() }
    validator.isPassingOver = false
  }

  func passesOverText() -> Bool {
    guard let builder else { return false }
    let wording = XMLIntruder.text.wording(in: validator.format)
    validator.log.add(
      wording.code, family: .malformed, field: builder.field, wording.message,
      remedy: wording.remedy)
    passOver()
    return true
  }

  /// The tag of the root is judged alone, as if it held nothing.
  private func openRoot(_ tag: XMLStartTag) {
    isMany = tag.name == names.depots && tag.namespace == names.namespace
    if !isMany, tag.name == names.depot, tag.namespace == names.namespace { return open() }
    guard validator.judge.begin() else { return validator.stop(.unexplained) }
    validator.judge.opened(tag)
    validator.judge.closed(tag.name, prefix: tag.prefix, namespace: tag.namespace)
    if !validator.judge.isSatisfied, log.findings.isEmpty { validator.stop(.unexplained) }
    validator.judge.end()
    if !log.findings.isEmpty { validator.halt() }
  }

  private func openPart(_ tag: XMLStartTag) {
    if tag.name == names.depot, tag.namespace == names.namespace { return open() }
    let name = String(cString: tag.name)
    log.add(
      "element_inattendu", family: .malformed, line: validator.tagLine, field: name,
      "L’élément « \(name) » n’a pas sa place entre les dossiers.",
      remedy: "Retirez-le : « depots » ne contient que des éléments « depot ».")
    passOver()
  }

  private func open() {
    count += 1
    let own = validator.newLog()
    own.field = { [unowned self] in builder?.field }
    validator.log = own
    builder = DepositBuilder(names: names, log: own, line: validator.tagLine)
    firstLine = validator.tagLine
    if !validator.judge.begin() { validator.stop(.unexplained) }
  }

  private func complete() {
    let own = validator.log
    if builder != nil, !validator.judge.isSatisfied, own.findings.isEmpty {
      let wording = XMLIntruder.unexplained.wording(in: validator.format)
      own.add(wording.code, family: .malformed, wording.message, remedy: wording.remedy)
    }
    validator.judge.end()
    validator.log = log
    completed.append(
      ReadDeposit(
        position: count, line: firstLine, node: own.findings.areBlocking ? nil : builder?.node,
        findings: own.findings))
    builder = nil
  }

  private func refuseIfTooHeavy() {
    guard let builder, builder.weight > DepositLimit.weight else { return }
    validator.log.add(
      "dossier_trop_gros", family: .malformed, line: builder.line,
      "Le dossier tient plus de \(DepositLimit.weight >> 20)\u{00A0}Mio de texte.",
      remedy: "Raccourcissez ses réponses : le formulaire borne chacune.")
    passOver()
  }

  /// Nothing more is heard of the element being read, until it closes.
  private func passOver() {
    validator.judge.end()
    builder = nil
    validator.isPassingOver = true
  }
}

extension UInt8 {
  /// A blank of XML 1.0, production 3.
  fileprivate var isXMLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
