import Vocabulary

extension Certificate {
  func write(to root: inout JSONWriter) {
    root.object("certificat") { object in
      object.member("pas_centimes", step.rawValue)
      object.member("enveloppes_contraignantes", bindingPurses)
      object.list("regles_contraignantes") { list in
        for rule in bindingRules { rule.write(to: &list) }
      }
      object.list("enveloppes") { list in
        for margin in margins {
          list.breakLine()
          margin.write(to: &list)
        }
      }
      object.list("exigences") { list in
        for cost in costs {
          list.breakLine()
          cost.write(to: &list)
        }
      }
      object.member("non_essayes", Int64(untriedCount))
    }
  }
}

extension Certificate.Margin {
  fileprivate func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("enveloppe", purse)
      more?.write("plus", to: &object)
      less?.write("moins", to: &object)
    }
  }
}

extension Certificate.Cost {
  fileprivate func write(to list: inout JSONWriter) {
    list.object { object in
      object.member("type", demand.word)
      demand.writeKeys(to: &object)
      object.member("message", demand.sentence)
      without.write("sans", to: &object)
    }
  }
}

extension Certificate.Movement {
  fileprivate func write(_ key: String, to writer: inout JSONWriter) {
    writer.object(key) { object in
      guard !isInfeasible else {
        object.member("infaisable", true)
        return
      }
      object.member("entrent", entering)
      object.member("sortent", leaving)
      object.member("objectif", objective)
      object.member("attribue_centimes", granted.rawValue)
    }
  }
}
