import Contract
import Forms
import Foundation
import Scoring
import Store
import Vocabulary

/// The files of a call's folder, with the form editions it uses, read but not yet judged.
struct CallFolder {
  let files: CallFiles
  let chart: SourceFile
  /// Form files by edition.
  let forms: [String: SourceFile]

  /// Reads the files of a call; forms come from the call's own `formulaires/`, else from the templates.
  static func load(_ path: String, resources: Resources) throws -> CallFolder {
    let call = try InputFile.read(path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    let companions: (purses: String, grid: String)
    do {
      companions = try CallFiles.companions(of: call)
    } catch {
      throw Refusal([error.finding(file: path)])
    }
    let files = CallFiles(
      call: call, purses: try InputFile.read("\(folder)/\(companions.purses)"),
      grid: try InputFile.read("\(folder)/\(companions.grid)"))
    let own = "\(folder)/formulaires"
    return CallFolder(
      files: files, chart: try resources.file("templates/formulaires/comptes.yaml"),
      forms: try formFiles(own: own, resources: resources))
  }

  private static func formFiles(own: String, resources: Resources) throws -> [String: SourceFile] {
    var forms: [String: SourceFile] = [:]
    for folder in ["\(resources.root)/templates/formulaires", own] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".yaml") && name != "comptes.yaml" {
        let file = try InputFile.read("\(folder)/\(name)", showing: "formulaires/\(name)")
        if let edition = FormEdition.load(file).form?.edition { forms[edition] = file }
      }
    }
    return forms
  }

  /// The files of the form editions shipped with the program, by edition.
  static func shippedForms(resources: Resources) throws -> [String: SourceFile] {
    try formFiles(own: "", resources: resources)
  }

  /// The editions that can be read, in the order of their names.
  var editions: [FormEdition] {
    forms.sorted { $0.key < $1.key }.compactMap { FormEdition.load($0.value).form }
  }

  /// Judges the whole folder against the reference data.
  func check(with reference: ReferenceData) -> (call: Call?, findings: [Finding]) {
    var (call, findings) = files.load(with: reference, evaluators: Evaluators.names)
    findings += ChartOfAccounts.load(chart).findings
    guard let call else { return (nil, findings) }
    findings += Evaluators.findings(about: call.grid, file: files.grid.name)
    for applicant in call.applicants {
      guard let file = forms[applicant.form] else {
        findings.append(unknownForm(applicant))
        continue
      }
      let (form, formFindings) = FormEdition.load(file)
      findings += formFindings
      if let form, !form.applicantKinds.contains(applicant.kind) {
        findings.append(unknownForm(applicant))
      }
    }
    return (call, findings + hollowPieceConditions(of: call))
  }

  private func unknownForm(_ applicant: AdmittedApplicant) -> Finding {
    let hint = applicant.form.nearest(among: forms.keys.sorted()).map { " (proche : « \($0) »)" }
    return Finding(
      code: "formulaire_inconnu", family: .malformed,
      place: place(of: applicant),
      message:
        "Aucune édition de formulaire « \(applicant.form) » pour les porteurs « \(applicant.kind) »\(hint ?? "").",
      remedy: "Éditions connues : \(forms.keys.sorted().joined(separator: ", ")).")
  }

  /// Where the call gives its form to a kind of applicant.
  private func place(of applicant: AdmittedApplicant) -> Finding.Place {
    let entries = (try? YAMLSource.read(files.call.bytes, limits: .reference))?["porteurs"]?
      .elements
    let index = entries?.firstIndex { $0["type"]?.text == applicant.kind }
    guard let entries, let index else {
      return Finding.Place(file: files.call.name, field: "porteurs")
    }
    let entry = entries[index]
    return Finding.Place(
      file: files.call.name, line: entry["formulaire"]?.line ?? entry.line,
      field: "porteurs[\(index)].formulaire")
  }

  /// What the base keeps of the folder.
  func keptFiles(for call: Call) -> [KeptFile] {
    let editions = Set(call.applicants.map(\.form)).sorted()
    return [
      KeptFile(name: "appel.yaml", bytes: files.call.bytes),
      KeptFile(name: "enveloppes.yaml", bytes: files.purses.bytes),
      KeptFile(name: "grille.yaml", bytes: files.grid.bytes),
      KeptFile(name: "comptes.yaml", bytes: chart.bytes),
    ]
      + editions.compactMap { edition in
        forms[edition].map { KeptFile(name: "formulaires/\(edition).yaml", bytes: $0.bytes) }
      }
  }
}
