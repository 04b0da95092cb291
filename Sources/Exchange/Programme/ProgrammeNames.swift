/// The names of the programme's elements and attributes, as one document's parser interns them.
struct ProgrammeNames {
  static let namespace = "urn:aap:programmation:1"

  let namespace, enveloppe, objectif, projet, montants, financement: XMLName
  let principal, secondary, totaux, purseTotal: XMLName
  let id, code, number, decision, requested, granted, purse, projects, retained: XMLName

  /// Interns every name; `nil` only when memory is exhausted.
  init?(_ table: XMLNameTable) {
    guard let namespace = table.intern(Self.namespace), let enveloppe = table.intern("enveloppe"),
      let objectif = table.intern("objectif"), let projet = table.intern("projet"),
      let montants = table.intern("montants"), let financement = table.intern("financement"),
      let principal = table.intern("objectif_principal"),
      let secondary = table.intern("objectif_secondaire"), let totaux = table.intern("totaux"),
      let purseTotal = table.intern("total_enveloppe"), let id = table.intern("id"),
      let code = table.intern("code"), let number = table.intern("numero"),
      let decision = table.intern("decision"), let requested = table.intern("demande"),
      let granted = table.intern("attribue"), let projects = table.intern("nombre_projets"),
      let retained = table.intern("retenus")
    else { return nil }
    self.namespace = namespace
    (self.enveloppe, self.objectif, self.projet) = (enveloppe, objectif, projet)
    (self.montants, self.financement) = (montants, financement)
    (self.principal, self.secondary) = (principal, secondary)
    (self.totaux, self.purseTotal) = (totaux, purseTotal)
    (self.id, self.code, self.number, self.decision) = (id, code, number, decision)
    (self.requested, self.granted) = (requested, granted)
    // The attribute that refers to a purse has the name of the element that describes one.
    purse = enveloppe
    (self.projects, self.retained) = (projects, retained)
  }
}
