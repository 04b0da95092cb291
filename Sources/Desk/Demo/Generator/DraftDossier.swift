import Contract
import Vocabulary

/// A generated dossier before it is written: everything that faults can still change.
struct DraftDossier {
  var applicant: GeneratedApplicant
  var project: ProjectDraft
  var budget: BudgetDraft
  /// Those of the years after the first.
  let laterBudgets: [BudgetDraft]
  let place: PlaceDraft
  /// The rank that the applicant gives to the dossier, when it deposits several.
  let priority: Int?
  /// Whether the republican commitment is signed; `nil` when it is not asked for.
  var commitment: Bool?
  /// A field left empty by mistake, for instance `projet.besoin`.
  var omitted: String?

  /// Whether some request can be met by specific credits alone, on account of a district.
  var needsDistrictPublic: Bool {
    !place.districts.isEmpty && budget.requests.contains(where: \.needsSpecificCredits)
  }
}

extension DraftDossier {
  /// The document in the answers' shape, on one line.
  func json(call: Call, communes: [Commune]) -> [UInt8] {
    var json = CompactJSON()
    json.openObject()
    json.text("formulaire", applicant.form)
    json.text("appel", call.id)
    json.text("type_porteur", applicant.kind)
    writeApplicant(to: &json, communes: communes)
    writeProject(to: &json)
    writePublic(to: &json, communes: communes)
    write(budget, as: "budget", "financement", to: &json)
    for (later, name) in zip(laterBudgets, Self.laterSections) {
      write(later, as: name.budget, name.financing, to: &json)
    }
    writeCertificates(to: &json)
    json.closeObject()
    return json.bytes
  }

  private static let laterSections: [(budget: StaticString, financing: StaticString)] = [
    ("budget_2", "financement_2"), ("budget_3", "financement_3"),
  ]

  private func write(
    _ draft: BudgetDraft, as budget: StaticString, _ financing: StaticString,
    to json: inout CompactJSON
  ) {
    json.openObject(budget)
    write(draft.charges, as: "charges", to: &json)
    write(draft.resources, as: "produits", to: &json)
    write(draft.volunteerUses, as: "emplois_volontaires", to: &json)
    write(draft.volunteerResources, as: "ressources_volontaires", to: &json)
    json.closeObject()
    json.openObject(financing)
    writeFinancing(draft, to: &json)
    json.closeObject()
  }

  /// The value, unless its field is the one left empty.
  private func kept(_ field: String, _ value: String) -> String? {
    omitted == field ? nil : value
  }

  private func writeApplicant(to json: inout CompactJSON, communes: [Commune]) {
    json.openObject("porteur")
    json.text("nom", applicant.name)
    json.text("siret", applicant.siret)
    json.text("rna", applicant.association?.rna)
    json.day("date_declaration", applicant.association?.declaredOn)
    json.text("adresse", kept("porteur.adresse", applicant.address))
    json.text("code_postal", applicant.postalCode)
    json.text("commune_siege", communes[applicant.commune].insee)
    json.number("adherents", applicant.association?.members)
    json.number("benevoles", applicant.association?.volunteers)
    json.number("salaries", applicant.association?.employees)
    json.amount("budget_annuel", applicant.association?.yearlyBudget)
    for extra in applicant.extras { json.text(extra.key, extra.text) }
    json.closeObject()
    let person = applicant.representative
    json.openObject("representant")
    json.text("nom", person.surname)
    json.text("prenom", person.firstName)
    json.text("fonction", person.role)
    json.text("telephone", person.phone)
    json.text("courriel", kept("representant.courriel", person.email))
    json.closeObject()
    json.openObject("banque")
    json.text("titulaire", applicant.accountHolder)
    json.text("iban", applicant.iban)
    json.closeObject()
  }

  private func writeProject(to json: inout CompactJSON) {
    json.openObject("projet")
    json.text("titre", project.title)
    json.text("nature", project.renews == nil ? "nouvelle" : "reconduction")
    json.text("dossier_precedent", project.renews)
    json.number("ordre", priority)
    json.number("annees", laterBudgets.isEmpty ? nil : laterBudgets.count + 1)
    json.text("objectif_principal", project.objective)
    json.texts("objectifs_secondaires", project.otherObjectives)
    json.text("besoin", kept("projet.besoin", project.need))
    json.text("contenu", kept("projet.contenu", project.content))
    json.day("debut", project.start)
    json.day("fin", project.end)
    if !project.partners.isEmpty {
      json.openList("partenaires")
      for partner in project.partners {
        json.openObject()
        json.text("nom", partner.name)
        json.text("role", partner.role)
        json.closeObject()
      }
      json.closeList()
    }
    json.text("participation_niveau", project.participation)
    json.text("participation", project.participationText)
    json.text("discriminations", project.discriminations)
    json.text("egalite", project.equality)
    json.closeObject()
  }

  private func writePublic(to json: inout CompactJSON, communes: [Commune]) {
    let audience = project.audience
    json.openObject("public")
    json.text("description", kept("public.description", audience.description))
    json.number("age_min", audience.ages?.lowerBound)
    json.number("age_max", audience.ages?.upperBound)
    json.number("nombre", omitted == "public.nombre" ? nil : audience.count)
    json.number("femmes", audience.women)
    json.number("part_qpv", audience.districtShare)
    json.closeObject()
    json.openObject("lieux")
    json.texts("communes", place.communes.map { communes[$0].insee })
    json.texts("quartiers", place.districts)
    json.texts("veille", place.watch)
    json.texts("equipements", place.facilities)
    json.closeObject()
    json.openObject("evaluation")
    json.openList("indicateurs")
    for indicator in project.indicators {
      json.openObject()
      json.text("libelle", indicator.label)
      json.text("cible", indicator.target)
      json.text("code", indicator.code)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
  }

  private func write(
    _ lines: [BudgetDraft.Line], as side: StaticString, to json: inout CompactJSON
  ) {
    guard !lines.isEmpty else { return }
    json.openObject(side)
    for line in lines { json.amount(account: line.account, line.amount) }
    json.closeObject()
  }

  private func writeFinancing(_ budget: BudgetDraft, to json: inout CompactJSON) {
    json.openList("demandes")
    for request in budget.requests {
      json.openObject()
      json.text("financeur", request.funder)
      json.text("commune", request.commune)
      json.amount("montant", request.amount)
      json.closeObject()
    }
    json.closeList()
    if !budget.secured.isEmpty {
      json.openList("acquis")
      for secured in budget.secured {
        json.openObject()
        json.text("organisme", secured.body)
        json.amount("montant", secured.amount)
        json.day("date", secured.decidedOn)
        json.closeObject()
      }
      json.closeList()
    }
    json.amount("plancher", budget.floor)
  }

  private func writeCertificates(to json: inout CompactJSON) {
    json.openObject("attestations")
    json.text("exactitude", "oui")
    if applicant.isPrivate { json.text("obligations", "oui") }
    json.text("engagement_republicain", commitment.map { $0 ? "oui" : "non" })
    json.closeObject()
  }
}
