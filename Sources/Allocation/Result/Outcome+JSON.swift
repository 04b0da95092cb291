import Vocabulary

extension Outcome {
  /// The outcome as a JSON text (`schemas/resultat-1.json`), the same bytes every time.
  public var json: String {
    var writer = JSONWriter()
    writer.object { root in
      root.member("statut", status.rawValue)
      root.member("strategie", strategy.rawValue)
      root.member("retenus", Int64(retainedCount))
      root.member("attribue_centimes", granted.rawValue)
      root.member("objectif", objective)
      root.member("borne", bound)
      if status == .feasible { root.member("ecart", bound - objective) }
      if !areTotalsProven { root.member("totaux_demontres", false) }
      if status == .infeasible {
        root.list("conflit") { list in
          for demand in conflict { demand.write(to: &list) }
        }
        if !isConflictMinimal { root.member("conflit_minimal", false) }
      }
      if !cycles.isEmpty {
        root.list("cycles") { list in
          for cycle in cycles { cycle.write(to: &list) }
        }
      }
      writeComparison(to: &root)
      if !minima.isEmpty {
        root.list("minima") { list in
          for minimum in minima {
            list.breakLine()
            list.object { minimum.write(&$0) }
          }
        }
      }
      root.list("projets") { list in
        for project in projects {
          list.breakLine()
          project.write(to: &list)
        }
      }
      root.list("enveloppes") { list in
        for purse in purses {
          list.breakLine()
          purse.write(to: &list)
        }
      }
      certificate?.write(to: &root)
    }
    return writer.text + "\n"
  }
}

extension Outcome {
  private func writeComparison(to root: inout JSONWriter) {
    if let value { root.member("valeur", value) }
    guard let yardstick else { return }
    root.object("repere") { object in
      object.member("retenus", Int64(yardstick.retainedCount))
      if let value = yardstick.value { object.member("valeur", value) }
      object.member("attribue_centimes", yardstick.granted.rawValue)
    }
  }
}

extension Outcome.CommitmentCycle {
  fileprivate func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("projet", project)
      object.member("enveloppes", purses)
    }
  }
}

extension Outcome.ProjectShare {
  fileprivate func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("id", id)
      object.member("retenu", isRetained)
      guard isRetained else {
        explanation?.write(to: &object)
        return
      }
      object.member("total_centimes", total.rawValue)
      object.list("parts") { list in
        for part in parts {
          list.object { object in
            object.member("enveloppe", part.purse)
            object.member("montant_centimes", part.amount.rawValue)
          }
        }
      }
    }
  }
}

extension Outcome.Explanation {
  fileprivate func write(to project: inout JSONWriter) {
    project.object("explication") { object in
      object.member("enveloppes_saturees", saturatedPurses)
      if let missing { object.member("manque_centimes", missing.rawValue) }
      if let remedy { object.member("pour_le_retenir", remedy.french) }
      if let loss { object.member("perte_au_moins", loss) }
      object.member("motif", code)
      object.member("message", whole)
      if !changes.isEmpty {
        object.list("changements") { list in
          for change in changes { change.write(to: &list) }
        }
      }
      guard !limits.isEmpty else { return }
      object.list("parts_atteintes") { list in
        for limit in limits { limit.write(to: &list) }
      }
    }
  }
}

extension Outcome.Explanation.Limit {
  fileprivate func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("enveloppe", purse)
      object.member("selon", category.criterion.rawValue)
      object.member("valeur", category.value)
      object.member("part_bp", share.count)
    }
  }
}

extension Outcome.PurseUse {
  fileprivate func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("id", id)
      object.member("consomme_centimes", consumed.rawValue)
      object.member("reste_centimes", left.rawValue)
      object.member("saturee", isSaturated)
    }
  }
}
