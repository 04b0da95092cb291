// Families of activities about health, housing, surroundings, safety and local services.

extension ActivityFamily {
  static let health = ActivityFamily(
    stems: "sante soins mental estime droits prevention",
    titles: """
      Bouger pour sa santé
      Marche, souffle et partage
      Assiette maligne
      Santé au pied des tours
      Prendre soin de soi
      Parcours sommeil
      Le bus santé
      Dire oui au dépistage
      """,
    needs: """
      Les médecins partent à la retraite et {n} personnes disent ne plus en avoir.
      Le diabète et les maladies du souffle sont plus fréquents ici qu’ailleurs.
      Beaucoup renoncent aux soins pour une question d’argent ou de papiers.
      Les personnes suivies parlent de fatigue et de honte plus que de maladie.
      """,
    actions: """
      Deux marches par semaine sont conduites par une éducatrice formée.
      {n} ateliers de cuisine suivent le prix des courses du quartier.
      Une infirmière reçoit une fois par mois et oriente.
      Une médiatrice accompagne jusqu’au premier rendez-vous.
      Des groupes d’estime de soi réunissent huit personnes pendant dix séances.
      Un forum de dépistage se tient au marché, à l’automne.
      """,
    publics: [
      Public(label: "adultes éloignés des soins", ages: 25...75),
      Public(label: "familles et enfants", ages: nil),
      Public(label: "personnes en souffrance psychique et leurs proches", ages: 18...70),
    ],
    partners: """
      Maison de santé | prête une salle et oriente
      Centre hospitalier | forme les relais
      Pharmacie du quartier | informe et affiche
      """,
    indicators: """
      personnes ayant revu un médecin
      participants réguliers
      droits ouverts
      """)

  static let housing = ActivityFamily(
    stems: "logement energ precarite habitat residentiel locataire",
    titles: """
      Baisser la facture
      Bricothèque
      Bien chez soi
      Visites énergie
      L’appartement témoin
      Premier logement
      Mieux habiter ensemble
      Petits travaux, grands effets
      """,
    needs: """
      {n} ménages ont demandé une aide pour impayé d’énergie l’hiver dernier.
      L’humidité et le froid reviennent dans presque toutes les visites.
      Les jeunes qui prennent leur premier logement ne savent pas lire une facture.
      Les locataires ignorent ce qui relève d’eux et ce qui relève du propriétaire.
      """,
    actions: """
      Deux visites à domicile par ménage : relevés, petit matériel posé, puis bilan.
      {n} ateliers apprennent à réparer, isoler et ventiler.
      Une caisse à outils se prête comme un livre.
      Les désordres sont signalés par fiche, avec une réponse attendue sous un mois.
      Un appartement pédagogique reçoit les groupes le mercredi.
      """,
    publics: [
      Public(label: "ménages en précarité énergétique", ages: nil),
      Public(label: "jeunes accédant à un logement autonome", ages: 18...30),
      Public(label: "locataires du parc social", ages: nil),
    ],
    partners: """
      Bailleurs du secteur | reçoivent les fiches et y répondent
      Espace info énergie | forme les visiteurs
      CCAS | oriente les ménages
      """,
    indicators: """
      ménages visités deux fois
      baisse moyenne des consommations
      petits travaux réalisés
      """)

  static let surroundings = ActivityFamily(
    stems: "cadre environnement renovation amenagement espaces urbain gestion renouvellement",
    titles: """
      Jardin partagé
      Fleurir ensemble
      Compost de quartier
      Mémoires d’un quartier qui change
      Chantier participatif
      Zéro déchet au pied de l’immeuble
      Une place à nous
      Cartes sensibles
      """,
    needs: """
      Les pieds d’immeubles sont à l’abandon depuis la fin des travaux.
      Les habitants apprennent les projets par la presse et ne s’y retrouvent pas.
      {n} dépôts sauvages ont été relevés en une année.
      Les espaces de jeux ne servent plus, faute d’entretien et d’ombre.
      """,
    actions: """
      {n} samedis de chantier réunissent habitants et services techniques.
      Des parcelles sont tirées au sort et suivies par une jardinière.
      Une collecte de récits accompagne les familles qui déménagent.
      Trois promenades avec carnet relèvent ce qui va et ce qui ne va pas.
      Un référent par entrée tient le compost et initie ses voisins.
      """,
    publics: [
      Public(label: "habitants riverains, tous âges", ages: nil),
      Public(label: "familles concernées par les travaux", ages: nil),
      Public(label: "enfants et grands-parents", ages: nil),
    ],
    partners: """
      Services techniques | fournissent terre, bennes et conseils
      Bailleurs du secteur | mettent les terrains à disposition
      Conseil citoyen | suit l’action et en rend compte
      """,
    indicators: """
      habitants présents aux chantiers
      surface entretenue par les habitants
      tonnes de déchets évitées
      """)

  static let safety = ActivityFamily(
    stems: "tranquillite delinquance prevention mediation",
    titles: """
      Médiation de soirée
      Chantiers éducatifs
      Paroles et limites
      Un été sans ennui
      Mieux se parler
      Correspondants de nuit
      Après l’école, avant la nuit
      """,
    needs: """
      Les conflits d’usage se concentrent entre 18 heures et minuit.
      {n} signalements pour bruit ou rassemblement ont été faits en six mois.
      Les habitants ne savent pas vers qui se tourner avant d’appeler la police.
      L’été, les structures ferment et les tensions montent.
      """,
    actions: """
      Deux médiateurs parcourent le quartier cinq soirs par semaine.
      {n} chantiers de cinq jours offrent une première rémunération à des jeunes.
      Des ateliers de théâtre jouent les situations de conflit vécues.
      Une fiche hebdomadaire est partagée avec les bailleurs et la commune.
      Des activités sont ouvertes jusqu’à 22 heures pendant l’été.
      """,
    publics: [
      Public(label: "jeunes exposés au risque de délinquance", ages: 12...25),
      Public(label: "habitants et gardiens d’immeubles", ages: nil),
      Public(label: "collégiens et leurs familles", ages: 11...16),
    ],
    partners: """
      Club de prévention | repère et accompagne
      Bailleurs du secteur | partagent les signalements
      Délégué à la cohésion | participe au suivi
      """,
    indicators: """
      situations apaisées
      jeunes engagés dans un chantier
      soirées de présence
      """)

  static let shops = ActivityFamily(
    stems: "service commerc proximite mixite attractivite partenariat",
    titles: """
      La conciergerie du quartier
      Épicerie itinérante
      Le marché du samedi
      Vitrines ouvertes
      Services au pas de la porte
      Bourse aux échanges
      Ressourcerie éphémère
      """,
    needs: """
      Le dernier commerce a fermé et les courses se font à trois kilomètres.
      {n} habitants sur cent disent avoir besoin d’aide pour les gestes du quotidien.
      Des cellules vides donnent une mauvaise image à l’entrée du quartier.
      Les services existent mais leurs horaires ne sont pas ceux des habitants.
      """,
    actions: """
      Un local ouvre {n} heures par semaine : colis, dépannage, informations.
      Un véhicule aménagé s’arrête chaque semaine à quatre endroits.
      Des vitrines vides sont prêtées à des créateurs pendant trois mois.
      Les prix sont fixés avec un groupe d’habitants, selon les moyens de chacun.
      Une fête des commerçants et des voisins se tient en juin.
      """,
    publics: [
      Public(label: "habitants du quartier et des rues voisines", ages: nil),
      Public(label: "familles à petit budget", ages: nil),
      Public(label: "personnes peu mobiles", ages: 55...92),
    ],
    partners: """
      Union des commerçants | participe à l’animation
      Bailleurs du secteur | prêtent un local
      Banque alimentaire | fournit une part des produits
      """,
    indicators: """
      foyers utilisateurs
      heures d’ouverture
      locaux occupés
      """)
}
