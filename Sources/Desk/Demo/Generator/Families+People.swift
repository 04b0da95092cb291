// Families of activities about young people, citizens, neighbours and parents.

extension ActivityFamily {
  static let expression = ActivityFamily(
    stems: "jeune expression culture sport esprit initiative musique",
    titles: """
      Un journal fait par les jeunes
      Studio ouvert du mercredi
      Théâtre de rue
      Battle de danse et d’écriture
      Les jeunes filment leur quartier
      Une fresque à plusieurs mains
      Tournoi sans frontières
      Résidence de slam
      Fanfare de poche
      """,
    needs: """
      Entre 16 et 20 ans, ceux qui n’ont ni club ni stage passent leurs journées dehors.
      Sur {n} jeunes rencontrés l’an dernier, la moitié n’étaient inscrits nulle part.
      Les jeunes disent qu’on parle d’eux sans jamais leur poser de question.
      Le local a fermé il y a deux ans et rien ne l’a remplacé.
      Les filles quittent les activités vers 13 ans, faute d’un créneau où elles se sentent bien.
      """,
    actions: """
      Deux ateliers par semaine, hors vacances, avec un animateur présent à chaque séance.
      Trois stages de cinq jours pendant les congés, avec un repas pris ensemble le midi.
      Les participants choisissent le sujet, répartissent les rôles et tiennent le planning.
      Une restitution publique réunit les familles en fin d’année.
      Un intervenant professionnel vient {n} fois apporter le geste et l’exigence.
      Le matériel est prêté aux groupes qui veulent continuer seuls.
      """,
    publics: [
      Public(label: "jeunes sans club ni centre social", ages: 14...20),
      Public(label: "adolescents du quartier, filles et garçons", ages: 11...17),
      Public(label: "jeunes adultes, dont décrocheurs", ages: 16...25),
    ],
    partners: """
      Collège du secteur | repère les élèves et prête une salle
      Club de prévention | accompagne les jeunes les plus éloignés
      Médiathèque | accueille une restitution par trimestre
      École de musique | prête des instruments
      """,
    indicators: """
      jeunes présents chaque semaine
      productions montrées au public
      filles parmi les participants
      """)

  static let citizenship = ActivityFamily(
    stems: "citoyen engagement associati benevol acteurs charte territoire qualification",
    titles: """
      École des bénévoles
      Conseil d’enfants et d’aînés
      Parole d’habitants
      La fabrique des projets
      Débats de pied d’immeuble
      Passeport engagement
      Diagnostic en marchant
      Boîte à outils des associations
      """,
    needs: """
      Les associations tiennent grâce à {n} personnes qui n’ont jamais été formées.
      Beaucoup d’habitants ont des idées, peu savent à qui les porter.
      La dernière réunion publique a réuni onze personnes, presque toutes retraitées.
      Les nouveaux arrivants ne connaissent ni les élus ni les instances.
      Les règles des associations ont changé et les trésoriers s’y perdent.
      """,
    actions: """
      Une soirée par mois, dans un lieu différent, préparée par un groupe d’habitants.
      Un parcours de {n} séances : monter un projet, tenir un budget, parler en public.
      Des binômes réunissent un bénévole ancien et un nouveau pendant six mois.
      Un carnet pratique est écrit avec les participants et relu par eux.
      Trois visites d’institutions sont organisées avec un compte rendu affiché.
      Chaque proposition reçoit une réponse écrite dans les deux mois.
      """,
    publics: [
      Public(label: "habitants qui veulent s’engager", ages: 16...80),
      Public(label: "bénévoles et responsables d’associations", ages: 18...78),
      Public(label: "familles et aînés du quartier", ages: nil),
    ],
    partners: """
      Conseil citoyen | choisit les thèmes et anime les soirées
      Maison des associations | prête les salles et le matériel
      Centre social | mobilise ses adhérents
      """,
    indicators: """
      habitants ayant porté une proposition
      bénévoles formés
      propositions suivies d’effet
      """)

  static let neighbours = ActivityFamily(
    stems: "isolement social fragile lien solidarite equipement cohesion",
    titles: """
      Le café des voisins
      Une visite par semaine
      Cuisine partagée
      Le jardin des aînés
      La table du jeudi
      Repas de quartier
      Un banc, un voisin
      Couture et conversation
      L’après-midi des possibles
      """,
    needs: """
      Nous connaissons {n} personnes qui ne sortent presque plus de chez elles.
      Depuis la fermeture du dernier café, les gens ne se croisent plus.
      Les aides à domicile signalent des personnes qui ne voient personne le week-end.
      Plusieurs familles arrivées récemment n’osent pas pousser la porte des structures.
      Après le décès d’un conjoint, la solitude s’installe en quelques mois.
      """,
    actions: """
      Un rendez-vous hebdomadaire de trois heures, sans inscription, avec une boisson chaude.
      {n} bénévoles rendent visite chacun à trois personnes.
      On va chercher en voiture celles et ceux qui ne peuvent plus marcher.
      Un repas préparé ensemble clôt chaque mois, les convives apportent un plat.
      Deux sorties d’une journée sont choisies par le groupe.
      Les bénévoles suivent deux jours de formation à l’écoute.
      """,
    publics: [
      Public(label: "personnes âgées isolées", ages: 62...95),
      Public(label: "habitants de tous âges, dont personnes seules", ages: nil),
      Public(label: "familles nouvellement arrivées", ages: nil),
    ],
    partners: """
      CCAS | repère les personnes et suit les alertes
      Centre social | prête la salle et la cuisine
      Pharmacie du quartier | oriente et affiche
      """,
    indicators: """
      personnes venues au moins trois fois
      rencontres tenues
      personnes seules devenues bénévoles
      """)

  static let parents = ActivityFamily(
    stems: "parent famil fonctions enfance",
    titles: """
      La pause des parents
      Lire avec son enfant
      Sorties en famille
      Café des pères
      Premiers pas ensemble
      Parents à l’école
      Le mercredi en famille
      Jeux de grands, jeux de petits
      """,
    needs: """
      Les parents disent n’avoir aucun lieu pour parler de leurs difficultés sans être jugés.
      {n} familles suivies élèvent seules leurs enfants.
      L’école ne voit certains parents qu’en cas de problème.
      Les écrans ont pris la place du jeu et du coucher, et les parents le regrettent.
      Les pères ne représentent qu’un dixième des adultes rencontrés.
      """,
    actions: """
      Un accueil de deux heures, deux fois par semaine, avec une éducatrice de jeunes enfants.
      {n} groupes de parole sont animés par une psychologue.
      Une malle de livres et de jeux circule entre les familles.
      Quatre sorties le samedi sont préparées et budgétées par les parents.
      Les frères et sœurs sont gardés sur place pendant les échanges.
      Un temps commun avec l’équipe enseignante se tient chaque trimestre.
      """,
    publics: [
      Public(label: "parents de jeunes enfants, dont familles monoparentales", ages: 18...50),
      Public(label: "parents d’élèves et leurs enfants", ages: nil),
      Public(label: "futurs parents et parents d’adolescents", ages: 18...60),
    ],
    partners: """
      École élémentaire | prépare les rencontres avec les familles
      Protection maternelle et infantile | intervient deux fois par trimestre
      Médiathèque | prête les livres et forme les bénévoles
      """,
    indicators: """
      familles participant régulièrement
      pères présents
      sorties organisées par les parents
      """)
}
