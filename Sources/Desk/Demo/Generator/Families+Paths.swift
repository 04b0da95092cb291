// Families of activities about school, work, enterprise, mobility and digital tools.

extension ActivityFamily {
  static let jobs = ActivityFamily(
    stems: "emploi formation insertion professionnel entreprises donneurs competence",
    titles: """
      Du chantier au contrat
      Cap vers l’embauche
      Ateliers du premier entretien
      Le bus de l’emploi
      Parrainage vers l’emploi
      Découverte des métiers
      Remise en route
      Compétences invisibles
      """,
    needs: """
      Un adulte sur trois du quartier cherche du travail depuis plus d’un an.
      Les personnes reçues envoient des candidatures sans réponse et finissent par renoncer.
      Les entreprises voisines recrutent mais ne connaissent personne ici.
      Sur {n} personnes accompagnées, la plupart n’avaient jamais fait relire leur CV.
      Sans solution de garde, beaucoup de femmes refusent une formation.
      """,
    actions: """
      Un parcours de {n} demi-journées alterne ateliers, visites d’entreprises et mises en situation.
      Chaque participant est suivi par un parrain ou une marraine pendant six mois.
      Deux forums de proximité réunissent employeurs et habitants sans rendez-vous.
      Des immersions de cinq jours sont négociées avec les employeurs.
      Un chantier école produit un aménagement utile au quartier.
      Une garde d’enfants est prévue pendant les ateliers.
      """,
    publics: [
      Public(label: "demandeurs d’emploi de longue durée", ages: 26...60),
      Public(label: "jeunes sans diplôme ni emploi", ages: 16...25),
      Public(label: "femmes éloignées de l’emploi", ages: 20...58),
    ],
    partners: """
      Mission locale | oriente les jeunes et partage le suivi
      Service public de l’emploi | prescrit et informe sur les droits
      Club d’entreprises | ouvre ses ateliers aux visites
      """,
    indicators: """
      personnes entrées en emploi ou en formation
      immersions réalisées
      entreprises mobilisées
      """)

  static let enterprise = ActivityFamily(
    stems: "entrepreneur creation reprise economique zones activite",
    titles: """
      De l’idée au premier client
      Oser créer
      La couveuse de quartier
      Club des créatrices
      Tester son activité
      Le marché des créateurs
      Chiffrer son projet
      """,
    needs: """
      {n} habitants sont venus l’an dernier avec une idée d’activité, quatre ont abouti.
      Les dispositifs existants reçoivent en centre-ville avec un dossier à remplir d’abord.
      La banque, l’assurance et la peur de perdre ses droits arrêtent la plupart des projets.
      Beaucoup travaillent déjà pour leurs voisins sans oser se déclarer.
      """,
    actions: """
      Des matinées d’information se tiennent au marché et à la sortie des écoles.
      Une promotion de dix personnes suit {n} heures de formation.
      Le test d’activité se fait sous contrat, sans perte de droits.
      Une marraine cheffe d’entreprise suit chaque projet deux fois par mois.
      Une commission trimestrielle débloque les situations avec les financeurs privés.
      """,
    publics: [
      Public(label: "habitants porteurs d’une idée d’activité", ages: 20...60),
      Public(label: "femmes voulant créer leur emploi", ages: 22...58),
      Public(label: "artisans et commerçants débutants", ages: 20...60),
    ],
    partners: """
      Chambre de métiers | contrôle les qualifications et conseille
      Organisme de microcrédit | étudie les demandes de prêt
      Couveuse d’activités | porte juridiquement les tests
      """,
    indicators: """
      activités créées
      personnes informées
      projets testés pendant six mois
      """)

  static let schooling = ActivityFamily(
    stems: "reussite educative ecole excellence ambition scolaire eleve",
    titles: """
      Un coup de pouce pour le collège
      Devoirs en confiance
      Tutorat étudiant
      Les petits chercheurs
      Cordée du quartier
      Vacances apprenantes
      Un stage qui compte
      Lire, dire, écrire
      """,
    needs: """
      Un élève de sixième sur quatre arrive au collège sans lire couramment.
      Les familles n’ont ni la place ni le calme pour les devoirs.
      Les bons élèves se censurent au moment de choisir une orientation.
      L’an dernier, {n} enfants étaient sur la liste d’attente de l’aide aux devoirs.
      Le stage de troisième se trouve par relations, et ici les relations manquent.
      """,
    actions: """
      Trois séances par semaine en groupes de cinq, avec un adulte formé.
      Des étudiants suivent chacun deux élèves et rencontrent leurs parents.
      Un carnet de progrès passe entre l’école, la famille et l’atelier.
      {n} ateliers de sciences ou de lecture ont lieu pendant les petites vacances.
      Une journée dans une grande école ou une université est organisée par trimestre.
      Les parents sont reçus chaque mois avec leur enfant.
      """,
    publics: [
      Public(label: "écoliers et collégiens repérés par leurs enseignants", ages: 6...15),
      Public(label: "lycéens et leurs familles", ages: 15...19),
      Public(label: "enfants de primaire et leurs parents", ages: 6...11),
    ],
    partners: """
      Groupe scolaire | repère les enfants et prête deux classes
      Collège du secteur | partage le suivi des élèves
      Université | mobilise des étudiants tuteurs
      """,
    indicators: """
      enfants assidus
      parents rencontrés
      élèves ayant trouvé un stage
      """)

  static let mobility = ActivityFamily(
    stems: "mobilite transport deplacement accessibilite",
    titles: """
      En selle
      Garage solidaire
      Apprendre à prendre le bus
      Vélo-école pour adultes
      Permis d’avancer
      Covoiturage entre voisins
      Tous mobiles
      """,
    needs: """
      Sur {n} personnes interrogées, deux sur trois n’ont ni permis ni véhicule en état.
      Des offres d’emploi à dix kilomètres sont refusées faute de transport.
      Beaucoup de femmes n’ont jamais appris à faire du vélo.
      Le dernier bus passe avant la fin des postes de l’après-midi.
      """,
    actions: """
      Un cycle de {n} séances apprend à rouler, puis à réparer son vélo.
      Un diagnostic individuel trouve la solution la moins chère pour chaque trajet.
      Des voyages accompagnés font découvrir les lignes et les billets.
      Un atelier de réparation ouvre deux demi-journées par semaine.
      Des véhicules sont prêtés pour un entretien ou un premier mois de travail.
      """,
    publics: [
      Public(label: "adultes sans permis ni véhicule", ages: 18...62),
      Public(label: "jeunes en apprentissage ou en stage", ages: 15...25),
      Public(label: "aînés et personnes à mobilité réduite", ages: 60...90),
    ],
    partners: """
      Syndicat de transport | fournit les titres et forme les relais
      Auto-école associative | assure les diagnostics
      Mission locale | oriente les jeunes
      """,
    indicators: """
      personnes devenues autonomes dans leurs trajets
      véhicules ou vélos réparés
      voyages accompagnés
      """)

  static let digital = ActivityFamily(
    stems: "numerique internet cyber innovant communication observatoire",
    titles: """
      Coup de main numérique
      Le clic sans panique
      Web-radio de quartier
      Atelier codes et machines
      Réparer son ordinateur
      Démarches en ligne pour tous
      Regards sur nos écrans
      """,
    needs: """
      Les démarches ne se font plus qu’en ligne et {n} personnes ont demandé de l’aide en un an.
      Beaucoup ont un téléphone, peu ont une adresse qu’elles savent consulter.
      Les enfants apprennent seuls, les parents ne savent pas quoi interdire.
      Les bornes installées dans les services restent inutilisées sans quelqu’un à côté.
      """,
    actions: """
      Quatre permanences par semaine reçoivent sans rendez-vous.
      Un cycle de {n} séances va du clavier à la démarche complète.
      Des machines remises en état sont confiées aux familles à l’issue du parcours.
      Une charte est signée : on montre, on ne fait pas à la place.
      Les jeunes montent des émissions et les mettent en ligne.
      """,
    publics: [
      Public(label: "adultes éloignés du numérique", ages: 25...85),
      Public(label: "jeunes et familles", ages: nil),
      Public(label: "habitants en difficulté avec les démarches", ages: 18...85),
    ],
    partners: """
      Médiathèque | accueille les ateliers
      CCAS | oriente les personnes
      Entreprise de réemploi | donne des ordinateurs
      """,
    indicators: """
      personnes autonomes dans une démarche
      permanences tenues
      ordinateurs remis en service
      """)
}
