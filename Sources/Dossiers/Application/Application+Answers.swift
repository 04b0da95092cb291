public import Forms
import Vocabulary

extension Application {
  /// Reads the answers of any form edition; the identifiers used here are those every edition keeps
  /// (docs/formats/dossier.md).
  public init(answers: Answers) {
    self.answers = answers
    applicant = Applicant(answers: answers)
    project = Project(answers: answers)
    budget = Budget(answers: answers, in: YearSections(year: 1))
    plan = FinancingPlan(answers: answers, in: YearSections(year: 1))
    let years = answers.integer("projet.annees") ?? 1
    laterYears = YearSections.years.dropFirst().prefix { $0 <= years }.map { year in
      let sections = YearSections(year: year)
      return LaterYear(
        year: year, budget: Budget(answers: answers, in: sections),
        plan: FinancingPlan(answers: answers, in: sections))
    }
  }
}

extension Budget {
  fileprivate init(answers: Answers, in sections: YearSections) {
    charges = answers.accounts(sections.charges)
    resources = answers.accounts(sections.resources)
    volunteerUses = answers.accounts(sections.volunteerUses)
    volunteerResources = answers.accounts(sections.volunteerResources)
  }
}

extension Applicant {
  fileprivate init(answers: Answers) {
    kind = answers.applicantKind
    legalForm =
      answers.text("porteur.forme")
      ?? (answers.applicantKind == Self.association ? Self.association : nil)
    isPrivateBody =
      answers.text("porteur.droit").map { $0 == "prive" }
      ?? (answers.applicantKind == Self.association)
    publicGrants = answers.amount("porteur.subventions_annuelles")
    yearlyBudget = answers.amount("porteur.budget_annuel")
    name = answers.text("porteur.nom") ?? ""
    siret = answers.text("porteur.siret")
    rna = answers.text("porteur.rna")
    declaredOn = answers.day("porteur.date_declaration")
    commune = answers.text("porteur.commune_siege")
    representative = answers.text("representant.nom").map { surname in
      let firstName = answers.text("representant.prenom").map { "\($0) " } ?? ""
      return Representative(
        name: firstName + surname, role: answers.text("representant.fonction") ?? "",
        phone: answers.text("representant.telephone"), email: answers.text("representant.courriel"))
    }
    bank = answers.text("banque.iban").map { iban in
      BankDetails(
        holder: answers.text("banque.titulaire") ?? "", iban: iban, bic: answers.text("banque.bic"))
    }
  }
}

extension Project {
  fileprivate init(answers: Answers) {
    title = answers.text("projet.titre") ?? ""
    renews = answers.text("projet.dossier_precedent")
    isRenewal = answers.text("projet.nature") == "reconduction"
    objective = answers.text("projet.objectif_principal") ?? ""
    secondaryObjectives = answers.texts("projet.objectifs_secondaires")
    need = answers.text("projet.besoin") ?? ""
    content = answers.text("projet.contenu") ?? ""
    start = answers.day("projet.debut")
    end = answers.day("projet.fin")
    partners = answers.rows("projet.partenaires").compactMap { row in
      row.text("nom").map { Partner(name: $0, role: row.text("role")) }
    }
    participation =
      answers.text("projet.participation_niveau").flatMap { Participation(rawValue: $0) } ?? .none
    participationText = answers.text("projet.participation")
    discriminationText = answers.text("projet.discriminations")
    equalityText = answers.text("projet.egalite")
    audience = Audience(
      description: answers.text("public.description") ?? "",
      ageMin: answers.integer("public.age_min"), ageMax: answers.integer("public.age_max"),
      count: answers.integer("public.nombre"), women: answers.integer("public.femmes"),
      districtShare: answers.rate("public.part_qpv"))
    places = Places(
      communes: answers.texts("lieux.communes"), districts: answers.texts("lieux.quartiers"),
      watchTerritories: answers.texts("lieux.veille"),
      facilities: answers.texts("lieux.equipements"))
    indicators = answers.rows("evaluation.indicateurs").compactMap { row in
      row.text("libelle").map {
        Indicator(label: $0, target: row.text("cible"), code: row.text("code"))
      }
    }
  }
}

extension FinancingPlan {
  fileprivate init(answers: Answers, in sections: YearSections) {
    requests = answers.rows(sections.requests).compactMap { row in
      guard let funder = row.text("financeur"), let amount = row.amount("montant") else {
        return nil
      }
      return Request(
        funder: funder, commune: row.text("commune"), amount: amount, line: row.line)
    }
    secured = answers.rows(sections.secured).compactMap { row in
      guard let body = row.text("organisme"), let amount = row.amount("montant") else {
        return nil
      }
      return Secured(body: body, amount: amount, decidedOn: row.day("date"), line: row.line)
    }
    floor = answers.amount("\(sections.financing).plancher")
  }
}
