/// Fragments of names and short texts that no family of activities owns.
enum NameFragments {
  static let heads = ActivityFamily.lines(
    """
    Les Amis
    L’Atelier
    La Maison
    Le Cercle
    Les Compagnons
    L’Entraide
    La Fabrique
    Le Foyer
    Les Jardins
    Le Relais
    La Ruche
    Les Passeurs
    L’Amicale
    Le Collectif
    Union sportive
    Espace
    """)

  static let tails = ActivityFamily.lines(
    """
    des Possibles
    du Lavoir
    des Quatre Vents
    de la Passerelle
    des Tilleuls
    du Préau
    des Voisins
    de l’Horizon
    des Primevères
    du Bon Accueil
    de l’Écluse
    des Mésanges
    du Phare
    des Bâtisseurs
    de la Clairière
    des Lucioles
    du Grand Jeu
    des Semeurs
    de la Cantine
    des Trois Arbres
    """)

  static let women = ActivityFamily.lines(
    """
    Aïcha
    Brigitte
    Chantal
    Émilie
    Fatima
    Hélène
    Ingrid
    Jeanne
    Karine
    Leïla
    Monique
    Nadia
    Ophélie
    Sandrine
    Yasmina
    """)

  static let men = ActivityFamily.lines(
    """
    Ahmed
    Bernard
    Casimir
    Didier
    Édouard
    François
    Gérard
    Hakim
    Jérôme
    Karim
    Ludovic
    Mathieu
    Noël
    Rachid
    Thierry
    """)

  static let surnames = ActivityFamily.lines(
    """
    Lefebvre
    Kowalski
    Benali
    Dubois
    Delattre
    Nowak
    Carpentier
    Mansouri
    Leroy
    Dupuis
    Haddad
    Caron
    Wojcik
    Petit
    Bensaïd
    Marchand
    Da Silva
    Fournier
    Moreau
    Traoré
    Vasseur
    Girard
    """)

  static let streets = ActivityFamily.lines(
    """
    rue des Écoles
    avenue de la Paix
    rue de la Gare
    place du Marché
    rue Victor-Hugo
    allée des Tilleuls
    rue Jean-Jaurès
    boulevard de la République
    impasse du Moulin
    rue des Lilas
    """)

  static let angles = ActivityFamily.lines(
    """
    une année avec les habitants
    {n} rendez-vous pour se lancer
    pour et par les habitants
    de la rentrée à l’été
    du printemps à l’automne
    un pas après l’autre
    ensemble au cœur du quartier
    saison {n}
    {n} soirées pour se parler
    {n} semaines avec les habitants
    {n} samedis pour tous
    {n} ateliers ouverts à tous
    filles et garçons à égalité
    à la rencontre des voisins
    hors les murs
    toutes générations
    édition {n}
    {n} après-midi pour essayer
    les mercredis et les samedis
    sans rendez-vous
    en famille
    avec les écoles
    au plus près des immeubles
    apprendre en faisant
    """)

  static let securedBodies = ActivityFamily.lines(
    """
    Fondation d’entreprise
    Fonds de dotation régional
    Mécénat d’une caisse mutuelle
    Fondation pour l’enfance
    Fonds européen, solde d’une convention
    Caisse de retraite complémentaire
    """)

  static let sources = ActivityFamily.lines(
    """
    Ce constat vient de nos permanences et d’une enquête menée avec les habitants.
    Nous l’avons vérifié avec les écoles et les travailleurs sociaux.
    Le diagnostic a été partagé avec les partenaires à l’automne.
    Les chiffres sont ceux de notre dernier bilan.
    Un questionnaire rempli par {n} foyers le confirme.
    """)

  static let participation = ActivityFamily.lines(
    """
    Un comité de {n} habitants se réunit chaque mois et décide du programme.
    Les participants donnent leur avis en fin de séance et le programme change en conséquence.
    Un groupe d’habitants a choisi les horaires et les lieux.
    Les habitants sont informés par affiches et par les réseaux de voisins.
    Des habitants relais préparent, animent et font le bilan avec l’équipe.
    """)

  static let discriminations = ActivityFamily.lines(
    """
    Ouvert à tous.
    Les séances sont accessibles en fauteuil et un interprète vient une fois par mois.
    Une séance porte sur l’adresse et le nom au moment de chercher un stage ou un logement.
    L’équipe a suivi deux jours de formation sur les discriminations et affiche les recours.
    Les documents existent en images, pour les personnes qui ne lisent pas.
    """)

  static let equality = ActivityFamily.lines(
    """
    Mixte.
    Une garde d’enfants gratuite est prévue pendant toutes les séances.
    Un créneau est réservé aux filles une semaine sur deux, et la parole est comptée.
    L’équipe est paritaire et les responsabilités tournent entre femmes et hommes.
    Les horaires tiennent compte des familles monoparentales, presque toutes des femmes seules.
    """)
}
