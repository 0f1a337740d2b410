import type { Actions, AnyAction } from "../actions.ts";
import { idOf, type Route } from "../route.ts";

const tag = "Voorstellen";
const one = "/voorstellen/{proposal}";
const listed = ["q", "sort", "show", "treatment", "cursor", "limit"];
const draft = {
  title: "Steiger terug aan de Merwede",
  body: "Vroeger lag hier een steiger. Laten we hem samen terugbouwen.",
};

export function proposalRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/voorstellen",
      action: actions.listProposals,
      who: "signed-in",
      tag,
      summary: {
        nl: "Voorstellen van alle kernen, met zoeken en bladeren",
        en: "Proposals of all villages, with search and paging",
      },
      query: ["kern", ...listed],
      answer: "ProposalsView",
    },
    {
      method: "GET",
      path: "/kernen/{kern}/voorstellen",
      action: actions.listProposals,
      who: "signed-in",
      tag,
      summary: { nl: "Voorstellen van één kern", en: "Proposals of one village" },
      query: listed,
      answer: "ProposalsView",
    },
    {
      method: "POST",
      path: "/kernen/{kern}/voorstellen",
      action: actions.saveDraft,
      who: "signed-in",
      tag,
      summary: { nl: "Een nieuw voorstel als concept bewaren", en: "Save a new proposal as a draft" },
      status: 201,
      location: (view) => `/v1/voorstellen/${idOf(view, "proposal")}`,
      answer: "ProposalView",
      example: draft,
    },
    {
      method: "GET",
      path: "/personen/ik/reacties",
      action: actions.viewOwnWords,
      who: "signed-in",
      tag,
      summary: { nl: "Wat u zei en wat u steunt", en: "What you said and what you back" },
      answer: "OwnWordsView",
    },
    {
      method: "GET",
      path: one,
      action: actions.viewProposal,
      who: "signed-in",
      tag,
      summary: { nl: "Eén voorstel met gesprek en historie", en: "One proposal with discussion and history" },
      answer: "ProposalView",
    },
    {
      method: "PUT",
      path: one,
      action: actions.saveDraft,
      who: "signed-in",
      tag,
      summary: { nl: "Een concept bijwerken", en: "Update a draft" },
      answer: "ProposalView",
      example: { kern: "arkel", ...draft, version: 1 },
    },
    step("indieningen", actions.submitProposal, { nl: "Een voorstel indienen", en: "Submit a proposal" }),
    step("publicaties", actions.publishProposal, { nl: "Een voorstel plaatsen", en: "Publish a proposal" }),
    step(
      "teruggaven",
      actions.returnProposal,
      { nl: "Een voorstel teruggeven met een reden", en: "Return a proposal with a reason" },
      whyNot,
    ),
    step(
      "afwijzingen",
      actions.refuseProposal,
      { nl: "Een voorstel afwijzen met een reden", en: "Refuse a proposal with a reason" },
      whyNot,
    ),
    step("intrekkingen", actions.withdrawProposal, { nl: "Uw voorstel intrekken", en: "Withdraw your proposal" }),
    step(
      "behandelingen",
      actions.takeIntoTreatment,
      { nl: "Zeggen wie naar een voorstel kijkt, en wanneer er antwoord komt", en: "Say who looks at a proposal, and by when" },
      { handledBy: "De wijkbeheerder gaat kijken bij de steiger.", answerDue: "2027-01-15" },
    ),
    step(
      "antwoorden",
      actions.answerProposal,
      { nl: "Antwoord van de gemeente geven op een voorstel", en: "Give the municipality's answer to a proposal" },
      {
        outcome: "partly",
        text: "De steiger komt terug, zonder duikplank. De oever is daar te ondiep.",
        signedBy: "Team Buitenruimte",
      },
    ),
    step(
      "antwoordverbeteringen",
      actions.correctAnswer,
      {
        nl: "Het antwoord van de gemeente verbeteren, zichtbaar voor iedereen",
        en: "Put the municipality's answer right, for all to see",
      },
      {
        outcome: "yes",
        text: "De steiger komt terug, met duikplank. De oever is daar diep genoeg.",
        signedBy: "Team Buitenruimte",
        reason: "Er is opnieuw gemeten: het water is daar dieper dan gedacht.",
      },
    ),
    step(
      "afrondingen",
      actions.finishProposal,
      { nl: "Zeggen wat er van een voorstel kwam", en: "Say what came of a proposal" },
      { text: "De steiger ligt er sinds 1 mei." },
    ),
    {
      method: "PUT",
      path: `${one}/steunbetuigingen/ik`,
      action: actions.supportProposal,
      who: "signed-in",
      limit: "vote",
      tag,
      summary: { nl: "Een voorstel steunen", en: "Support a proposal" },
      answer: "SupportView",
    },
    {
      method: "DELETE",
      path: `${one}/steunbetuigingen/ik`,
      action: actions.withdrawSupport,
      who: "signed-in",
      limit: "vote",
      tag,
      summary: { nl: "Uw steun intrekken", en: "Withdraw your support" },
      answer: "SupportView",
    },
    {
      method: "POST",
      path: `${one}/reacties`,
      action: actions.commentOnProposal,
      who: "signed-in",
      tag,
      summary: { nl: "Reageren: voor, tegen of een vraag", en: "Comment: for, against or a question" },
      status: 201,
      location: (view, { proposal = "" }) => `/v1/voorstellen/${encodeURIComponent(proposal)}/reacties/${idOf(view, "comment")}`,
      answer: "CommentView",
      example: { stance: "question", body: "Wie onderhoudt de steiger straks?" },
    },
    {
      method: "PUT",
      path: `${one}/reacties/{comment}/bijval/ik`,
      action: actions.agreeWithComment,
      who: "signed-in",
      tag,
      summary: { nl: "Het eens zijn met een reactie", en: "Agree with a comment" },
      answer: "AgreementView",
    },
    {
      method: "DELETE",
      path: `${one}/reacties/{comment}/bijval/ik`,
      action: actions.withdrawAgreement,
      who: "signed-in",
      tag,
      summary: { nl: "Het niet meer eens zijn met een reactie", en: "No longer agree with a comment" },
      answer: "AgreementView",
    },
    {
      method: "GET",
      path: "/kernen/{kern}/vergelijkbare-voorstellen",
      action: actions.similarProposals,
      who: "signed-in",
      tag,
      summary: { nl: "Voorstellen die lijken op wat u schrijft", en: "Proposals that resemble what you are writing" },
      query: ["text"],
      answer: "SimilarProposals",
    },
    {
      method: "POST",
      path: "/fotos",
      action: actions.addPhoto,
      who: "signed-in",
      limit: "upload",
      tag,
      summary: {
        nl: "Een foto opsturen (JPEG, PNG of WebP, hooguit 8 MB)",
        en: "Upload a photo (JPEG, PNG or WebP, 8 MB at most)",
      },
      body: "image",
      status: 201,
      location: (view) => `/v1/fotos/${idOf(view, "photo")}`,
      answer: "PhotoView",
    },
    {
      method: "GET",
      path: "/fotos/{photo}",
      action: actions.viewPhoto,
      who: "signed-in",
      tag,
      summary: { nl: "Een foto", en: "A photo" },
      answer: "image",
    },
  ];

  function step(noun: string, action: AnyAction, summary: Route["summary"], example?: Route["example"]): Route {
    return {
      method: "POST",
      path: `${one}/${noun}`,
      action,
      who: "signed-in",
      tag: noun === "indieningen" || noun === "intrekkingen" ? tag : "Werkplek",
      summary,
      answer: "ProposalView",
      ...(example ? { example } : {}),
    };
  }
}

const whyNot = { reason: "Kunt u erbij zetten op welke plek u de steiger wilt?" };
