/// The names of a dossier's elements and attributes, as one document's parser interns them.
struct DepositNames {
  static let namespace = "urn:aap:depot:1"

  let namespace, depots, depot, section, champ, valeur, ligne, cellule, montant: XMLName
  let formulaire, appel, applicantKind, id, column, account: XMLName

  /// Interns every name; `nil` only when memory is exhausted.
  init?(_ table: XMLNameTable) {
    guard let namespace = table.intern(Self.namespace), let depots = table.intern("depots"),
      let depot = table.intern("depot"), let section = table.intern("section"),
      let champ = table.intern("champ"), let valeur = table.intern("valeur"),
      let ligne = table.intern("ligne"), let cellule = table.intern("cellule"),
      let montant = table.intern("montant"), let formulaire = table.intern("formulaire"),
      let appel = table.intern("appel"), let kind = table.intern("type_porteur"),
      let id = table.intern("id"), let column = table.intern("colonne"),
      let account = table.intern("compte")
    else { return nil }
    (self.namespace, self.depots, self.depot) = (namespace, depots, depot)
    (self.section, self.champ, self.valeur) = (section, champ, valeur)
    (self.ligne, self.cellule, self.montant) = (ligne, cellule, montant)
    (self.formulaire, self.appel, applicantKind) = (formulaire, appel, kind)
    (self.id, self.column, self.account) = (id, column, account)
  }
}
