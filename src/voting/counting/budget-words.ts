/** One sentence per plan out of the count of a village budget: what it got, and why it is funded or not. */
import type { Amount, BudgetOutcome, ProjectResult, Reason } from "./budget-rules.ts";
import type { Saying } from "./saying.ts";

export interface BudgetContext {
  rule: "most-votes" | "votes-per-cost" | "equal-shares";
  /** The price of `payment` is for one point, not for the whole plan. */
  perPoint: boolean;
  label(id: string): string;
}

/** Takes the outcome with its money in cents; gives the sentences in the order of the options. */
export function explainBudget(outcome: Pick<BudgetOutcome, "projects">, context: BudgetContext): { id: string; said: Saying }[] {
  return outcome.projects.map((project) => ({ id: project.id, said: explain(project, context) }));
}

function explain(project: ProjectResult, context: BudgetContext): Saying {
  const { votes, score, reason } = project;
  const because = reason.code === "equal-shares" ? paid(project, context) : why(reason, context);
  const points = { en: `${score} points from ${votes} voters`, nl: `${score} punten van ${votes} kiezers` };
  const counted = { en: votes === 1 ? "1 vote" : `${votes} votes`, nl: votes === 1 ? "1 stem" : `${votes} stemmen` };
  const got = score === votes ? counted : points;
  return { en: `${got.en}. ${because.en}`, nl: `${got.nl}. ${because.nl}` };
}

function paid({ payment }: ProjectResult, { perPoint }: BudgetContext): Saying {
  if (!payment) return { en: "Funded: its supporters pay for it together.", nl: "Gehaald: wie ervoor koos, betaalt het samen." };
  const { price, paidRest } = payment;
  const en = `Funded: its supporters pay for it together, each ${euros(price, "en")}${perPoint ? " a point" : ""}`;
  const nl = `Gehaald: wie ervoor koos, betaalt het samen, ieder ${euros(price, "nl")}${perPoint ? " per punt" : ""}`;
  if (paidRest === 0) return { en: `${en}.`, nl: `${nl}.` };
  return {
    en: `${en}; ${paidRest} of them gave all they had left.`,
    nl: `${nl}; ${paidRest} van hen gaven alles wat ze nog hadden.`,
  };
}

function why(reason: Exclude<Reason, { code: "equal-shares" }>, { rule, label }: BudgetContext): Saying {
  switch (reason.code) {
    case "by-votes":
      if (rule === "equal-shares")
        return {
          en: "Funded: of the plans that still fitted the money that was left, it had the most votes.",
          nl: "Gehaald: er was geld over, en van de plannen die nog pasten, had dit de meeste stemmen.",
        };
      return rule === "most-votes"
        ? {
            en: "Funded: its turn came by its number of votes, and it fitted.",
            nl: "Gehaald: het was aan de beurt door zijn aantal stemmen, en het paste.",
          }
        : {
            en: "Funded: its turn came by its votes per euro, and it fitted.",
            nl: "Gehaald: het was aan de beurt door zijn stemmen per euro, en het paste.",
          };
    case "withdrawn":
      return { en: "Not funded: it was withdrawn during the vote.", nl: "Niet gehaald: het is tijdens de stemming ingetrokken." };
    case "no-votes":
      return { en: "Not funded: nobody chose it.", nl: "Niet gehaald: niemand koos dit plan." };
    case "below-threshold":
      return {
        en: `Not funded: at least ${reason.needed} votes were needed.`,
        nl: `Niet gehaald: er waren minstens ${reason.needed} stemmen nodig.`,
      };
    case "below-score":
      return {
        en: `Not funded: at least ${reason.needed} points were needed.`,
        nl: `Niet gehaald: er waren minstens ${reason.needed} punten nodig.`,
      };
    case "over-budget":
      return {
        en: `Not funded: it costs ${cents(reason.missing, "en")} more than there is altogether.`,
        nl: `Niet gehaald: het kost ${cents(reason.missing, "nl")} meer dan er in totaal is.`,
      };
    case "theme-full":
      return {
        en: `Not funded: for the theme “${reason.theme}” at most ${cents(reason.cap, "en")} may be spent. That is ${cents(reason.missing, "en")} too little.`,
        nl: `Niet gehaald: voor het thema “${reason.theme}” is hoogstens ${cents(reason.cap, "nl")}. Dat is ${cents(reason.missing, "nl")} te weinig.`,
      };
    case "excluded-by":
      return {
        en: `Not funded: only one of the two could win, and “${label(reason.winner)}” did.`,
        nl: `Niet gehaald: maar een van beide kon winnen, en dat werd “${label(reason.winner)}”.`,
      };
    case "did-not-fit":
      return {
        en: `Not funded: ${cents(reason.left, "en")} was left. That is ${cents(reason.missing, "en")} too little.`,
        nl: `Niet gehaald: er was nog ${cents(reason.left, "nl")}. Dat is ${cents(reason.missing, "nl")} te weinig.`,
      };
    case "supporters-short":
      return {
        en: `Not funded: its supporters had ${euros(reason.had, "en")} left together. That is ${euros(reason.missing, "en")} too little.`,
        nl: `Niet gehaald: wie ervoor koos, had samen nog ${euros(reason.had, "nl")}. Dat is ${euros(reason.missing, "nl")} te weinig.`,
      };
    case "stopped":
      return {
        en: `Not funded: the count ended at “${label(reason.at)}”, which did not fit.`,
        nl: `Niet gehaald: de telling stopte bij “${label(reason.at)}”, dat niet meer paste.`,
      };
  }
}

const euros = ({ rounded }: Amount, language: "nl" | "en"): string => cents(rounded, language);

function cents(amount: number, language: "nl" | "en"): string {
  const digits = amount % 100 === 0 ? 0 : 2;
  const format = { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-IE", format).format(amount / 100);
}
