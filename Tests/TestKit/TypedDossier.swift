/// A complete dossier of the second territory's call, as its treasurer types it.
public enum TypedDossier {
  /// What is typed at each question, by the beginning of its label; Entrée alone everywhere else.
  public static let lines: [(question: String, typed: [String])] = [
    ("Nom de l’association", ["Les Voisins de la Parisienne"]),
    ("Numéro SIRET", ["299 815 894 00018", "299 815 894 00017"]),
    ("Numéro RNA", ["W622842150"]),
    ("Date de déclaration", ["20/09/2016"]),
    ("Adresse du siège", ["12 rue des Acacias"]),
    ("Code postal", ["62320"]),
    ("Commune du siège", ["droc", ""]),
    ("Nombre d’adhérents", ["31"]),
    ("Budget annuel", ["3 600"]),
    ("Nom", ["Duquesnoy"]),
    ("Prénom", ["Serge"]),
    ("Fonction", ["président"]),
    ("Téléphone", ["03 53 01 48 80"]),
    ("Courriel", ["asso@voisins-parisienne.example"]),
    ("Titulaire du compte", ["Les Voisins de la Parisienne"]),
    ("IBAN", ["FR76 9830 5780 1574 3739 0997 268"]),
    ("Titre de l’action", ["Bancs, boîtes à livres et bonjour"]),
    ("Nouvelle action", ["1"]),
    ("Objectif principal", ["B.1.1"]),
    (
      "Le besoin",
      [
        "À la Parisienne, les travaux ont refait les façades mais pas l’ambiance.",
        "", "Les anciens ne sortent plus faute d’endroit pour s’asseoir.", ".",
      ]
    ),
    ("Le contenu", ["On construit huit bancs et trois boîtes à livres avec un menuisier.", "."]),
    ("Date de début", ["04/04/2026"]),
    ("Date de fin", ["2026-09-26"]),
    ("Partenaires", ["Commune de Drocourt", "valide les emplacements", ""]),
    ("Place des habitants", ["co-con"]),
    ("Qui est concerné", ["habitants de la Parisienne"]),
    ("Âge le plus jeune", ["6"]),
    ("Âge le plus élevé", ["90"]),
    ("Nombre de personnes", ["130"]),
    ("dont femmes", ["70"]),
    ("Part des habitants", ["95 %"]),
    ("Communes où", ["drocourt", ""]),
    ("Quartiers prioritaires", ["CAHC-Q6", ""]),
    ("Indicateurs", ["bancs encore en place en décembre", "8", "", ""]),
    ("Charges", ["601 2150", "604 = 1 200", "616", "110", "623 140,00", ""]),
    ("Produits", ["756 150", "70 200", "propres 250", ""]),
    ("Contributions volontaires, emplois", ["864 1900", ""]),
    ("Contributions volontaires, ressources", ["870 1900", ""]),
    ("Subventions demandées", ["CAHC", "", "1500", "COMMUNE", "62277", "1500", ""]),
    ("Montant en dessous", ["2000"]),
    ("J’atteste", ["oui"]),
    ("L’association est à jour", ["oui"]),
    ("L’association souscrit", ["oui"]),
  ]

  /// What is typed at a question of this label.
  public static func typed(at label: String) -> [String] {
    // « Nom » begins other labels too: only a longer beginning stands for its whole label.
    lines.first { label == $0.question || $0.question.count > 5 && label.hasPrefix($0.question) }?
      .typed ?? [""]
  }
}
