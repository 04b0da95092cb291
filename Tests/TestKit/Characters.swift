extension DossierText {
  /// A sports club of Lens: complete, balanced, nothing to say against it in the call of 2016.
  ///
  /// Charges 12 000,00 €: 2 000,00 € own, 1 000,00 € secured, 4 000,00 € asked of the CAF and
  /// 5 000,00 € of the specific credits.
  public static let sportsClub = DossierText(
    text: """
      formulaire: association-1
      appel: "2016"
      type_porteur: association
      porteur:
        nom: Boxing-club des Cités
        siret: "38047555800058"
        rna: W751100895
        date_declaration: 2008-03-11
        adresse: 12 rue des Mineurs
        code_postal: "62300"
        commune_siege: "62498"
      representant:
        nom: Lefebvre
        prenom: Aïcha
        fonction: présidente
        telephone: "03 53 01 00 01"
        courriel: contact@boxing-cites.example
      banque:
        titulaire: Boxing-club des Cités
        iban: FR76 3000 6000 0112 3456 7890 189
      projet:
        titre: Les gants et le cahier
        nature: nouvelle
        objectif_principal: "1.1.1"
        besoin: Les jeunes de la Grande Résidence n’ont plus de lieu où se retrouver le soir.
        contenu: Deux séances de boxe éducative par semaine, chacune suivie d’une heure d’aide aux devoirs.
        debut: 2016-02-01
        fin: 2016-12-15
        participation_niveau: consultation
        participation: Un groupe de neuf jeunes choisit les horaires.
      public:
        description: jeunes de la Grande Résidence
        age_min: 12
        age_max: 18
        nombre: 40
        femmes: 18
        part_qpv: 80
      lieux:
        communes: ["62498"]
        quartiers: [QP062026]
      evaluation:
        indicateurs: [{libelle: jeunes présents chaque semaine, cible: "30"}]
      budget:
        charges: {"601": 1200, "622": 2800, "641": 6000, "645": 2000}
        produits: {"756": 500, propres: 1500}
        emplois_volontaires: {"864": 1500}
        ressources_volontaires: {"870": 1500}
      financement:
        demandes: [{financeur: CAF, montant: 4000}, {financeur: ETAT, montant: 5000}]
        acquis: [{organisme: Fondation de France, montant: 1000, date: 2015-12-10}]
      attestations:
        exactitude: oui
        obligations: oui
      """)

  /// The commune of Lens itself, which asks its own purse and the State's.
  public static let townHall = DossierText(
    text: """
      formulaire: commune-1
      appel: "2016"
      type_porteur: commune
      porteur:
        nom: Ville de Lens
        siret: "21620498200013"
        commune_siege: "62498"
        adresse: 17 place Jean-Jaurès
        code_postal: "62300"
      representant:
        nom: Robert
        prenom: Sylvain
        fonction: maire
        telephone: "03 53 01 00 02"
        courriel: mairie@lens.example
      banque:
        titulaire: Trésorerie de Lens
        iban: FR76 3000 6000 0112 3456 7890 189
      projet:
        titre: Fleurir la cité 12-14
        nature: nouvelle
        objectif_principal: "1.1.3"
        besoin: Les pieds d’immeubles sont à l’abandon depuis la fin du chantier.
        contenu: Six samedis de plantation avec les habitants et le service des espaces verts.
        debut: 2016-03-01
        fin: 2016-10-31
        participation_niveau: co_construction
      public:
        description: habitants de la cité 12-14
        nombre: 120
        part_qpv: 90
      lieux:
        communes: ["62498"]
        quartiers: [QP062026]
      evaluation:
        indicateurs: [{libelle: habitants présents, cible: "60"}]
      budget:
        charges: {"60": 4000, "64": 6000}
        produits: {propres: 4000}
      financement:
        demandes: [{financeur: COMMUNE, commune: "62498", montant: 2000}, {financeur: ETAT, montant: 4000}]
      attestations:
        exactitude: oui
      """)
}
