public import Dossiers
public import Vocabulary

/// An action under an agreement.
public struct AgreementAction: DocumentView, Hashable {
  let number: String
  let title: String
  let purses: String
  let amount: Cents

  /// Describes an action.
  ///
  /// - Parameters:
  ///   - number: of the dossier.
  ///   - title: of the project.
  ///   - purses: labels of the purses that pay.
  ///   - amount: what they give together.
  public init(number: DossierNumber, title: String, purses: [String], amount: Cents) {
    self.number = number.text
    self.title = title.printable
    self.purses = purses.map(\.printable).joined(separator: "\u{00A0}; ")
    self.amount = amount
  }

  static let fields: [ViewField<AgreementAction>] = [
    .text("numero") { $0.number },
    .text("titre") { $0.title },
    .text("enveloppes") { $0.purses },
    .text("montant_action") { $0.amount.french },
  ]
}

/// The draft of an agreement between a payer and a body of private law, for the year.
///
/// It defines the object, the amount, the terms of payment and the conditions of use of the grant (loi
/// n° 2000-321, art. 10; décret n° 2001-495, art. 1er) and, since July 2021, its control, its evaluation and
/// what of unspent money may be kept (loi n° 2021-875, art. 1er). Payment comes within sixty days of the
/// notification unless the agreement says otherwise (same law, art. 2).
public struct AgreementView: DocumentView, Hashable {
  let context: LetterContext
  let payer: String
  let beneficiary: Addressee
  let owesCommitment: Bool
  let actions: [AgreementAction]

  /// Words a draft.
  ///
  /// - Parameters:
  ///   - payer: the legal person that pays, as printed.
  ///   - beneficiary: the body of private law.
  ///   - owesCommitment: whether the law of the republican commitment concerns the beneficiary.
  ///   - actions: everything the payer grants it in the year.
  ///   - context: the frame of the decision.
  public init(
    payer: String, beneficiary: Addressee, owesCommitment: Bool, actions: [AgreementAction],
    context: LetterContext
  ) {
    self.context = context
    self.payer = payer.printable
    self.beneficiary = beneficiary
    self.owesCommitment = owesCommitment && context.day >= AgreementLaw.committed
    self.actions = actions
  }

  private var total: Cents { actions.map(\.amount).total() }

  static let fields: [ViewField<AgreementView>] = [
    .flag("formation") { $0.context.isTraining },
    .text("financeur") { $0.payer },
    .text("beneficiaire") { $0.beneficiary.name },
    .text("identite") { $0.beneficiary.identity },
    .text("representant") { $0.beneficiary.representative },
    .text("fonction") { $0.beneficiary.role },
    .rows("adresse") { $0.beneficiary.addressLines },
    .text("contrat") { $0.context.contract },
    .text("appel") { $0.context.call },
    .text("seance") { $0.context.day.french },
    .text("exercice") { $0.context.exercise.french },
    .rows("actions") { $0.actions },
    .text("montant") { $0.total.french },
    .text("montant_lettres") { $0.total.frenchWords },
    .text("seuil") { _ in AgreementLaw.threshold.french },
    .flag("loi_2021") { $0.context.day >= AgreementLaw.evaluated },
    .flag("engagement_republicain") { $0.owesCommitment },
    .text("fin_exercice") { $0.context.exercise.end.french },
    .text("date_compte_rendu") { $0.context.reportDue.french },
  ]
}
