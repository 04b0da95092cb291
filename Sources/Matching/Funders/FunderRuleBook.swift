import Contract
import Dossiers

/// The special rules of the funders of a contract, ready to be compared with projects.
struct FunderRuleBook {
  private struct Rule {
    let funder: FunderID
    let rule: FunderRule
    /// Numbers of its phrases.
    let phrases: Set<Int>
  }

  private let reader = WordReader()
  private var trie = PhraseTrie()
  private var rules: [Rule] = []

  init(reference: ReferenceData) {
    for funder in reference.funders {
      for rule in funder.rules {
        let phrases = rule.condition.phrases.compactMap { trie.add($0, reader: reader)?.number }
        rules.append(Rule(funder: funder.id, rule: rule, phrases: Set(phrases)))
      }
    }
    reader.keepStems()
  }

  /// The rules that concern an application, by funder, in the order of the contract.
  func rules(for application: Application, objective: Objective?) -> [FunderID: [FunderRule]] {
    let met = phrases(of: application)
    return rules.filter { entry in
      let condition = entry.rule.condition
      let codes = objective.map { [$0.code, $0.axis, $0.stake] } ?? []
      return (condition.phrases.isEmpty || !entry.phrases.isDisjoint(with: met))
        && (condition.codes.isEmpty || condition.codes.contains { codes.contains($0) })
        && (condition.territories.isEmpty
          || !application.territories.isDisjoint(with: condition.territories))
        && (condition.applicantKinds.isEmpty
          || condition.applicantKinds.contains(application.applicant.kind))
    }.reduce(into: [:]) { $0[$1.funder, default: []].append($1.rule) }
  }

  private func phrases(of application: Application) -> Set<Int> {
    var met: Set<Int> = []
    for part in ProjectText(of: application).weightedParts {
      reader.readSentences(part.text) { sentence, _ in
        for start in sentence.indices {
          trie.find(from: start, in: sentence) { phrase, _ in met.insert(phrase) }
        }
      }
    }
    return met
  }
}
