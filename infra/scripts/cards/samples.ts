/** A card of every kind, as people meet it: in a channel (Dutch with a line in English) or alone with the bot. All people are made up. */
import { handedInCard, proposalForm, reportForm } from "../../../src/adapters/teams/cards/form-cards.ts";
import { helpCard, joinCard, noticeCard } from "../../../src/adapters/teams/cards/help-cards.ts";
import { weekCard, whichKernCard } from "../../../src/adapters/teams/cards/kern-card.ts";
import { linksOf } from "../../../src/adapters/teams/cards/links.ts";
import { newProposalCard, pollsCard, proposalsCard } from "../../../src/adapters/teams/cards/list-cards.ts";
import { meetingCard, meetingsCard } from "../../../src/adapters/teams/cards/meeting-card.ts";
import { newsCard } from "../../../src/adapters/teams/cards/news-card.ts";
import { logHeadCard, pollCard } from "../../../src/adapters/teams/cards/poll-cards.ts";
import { answerCard, proposalCard } from "../../../src/adapters/teams/cards/proposal-card.ts";
import { doneCard, taskCard, tasksAloneCard, tasksCard } from "../../../src/adapters/teams/cards/task-cards.ts";
import { words } from "../../../src/adapters/teams/cards/words.ts";
import { doorWords } from "../../../src/adapters/teams/cards/words-doors.ts";
import type { Card } from "../../../src/adapters/teams/engine.ts";
import type { DeskItem } from "../../../src/moderation/contract.ts";
import type { MeetingForCard, PollForCard, ProposalForCard, WeekForCard } from "../../../src/notifications/square.ts";

const links = linksOf("https://kernplein.voorbeeld.example", "molenlanden");
const inChannel = { language: "nl", links, withEnglish: true, inDialog: true } as const;
const alone = { language: "nl", links } as const;
const contact = { name: "Anneke Voorbeeld", phone: "088 000 00 01" };
const help = { ...alone, kern: "arkel", name: "Arkel", contact };
const arkel = { kern: "arkel", name: "Arkel" };
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const pier: ProposalForCard = {
  proposal: id(1),
  kern: "arkel",
  kernName: "Arkel",
  title: "Een zwemsteiger in de bocht van de Linge",
  excerpt: "Vroeger lag hier een houten steiger, waar half Arkel leerde zwemmen. Met een paar palen en planken kan dat weer, en dan is er ook een trap voor wie slecht ter been is.",
  state: "published",
  treatment: "in-treatment",
  outcome: null,
  supportCount: 38,
  commentCount: 12,
  photo: null,
};
const accessible: ProposalForCard = { ...pier, proposal: id(2), title: "Dorpshuisvoorzieningentoegankelijkheidsonderzoek nu", supportCount: 1, commentCount: 0, treatment: "none" };

const poll: PollForCard = {
  poll: id(3),
  kern: "arkel",
  kernName: "Arkel",
  question: "Waar gaat € 5.000 van het dorpsbudget naartoe?",
  opensAt: new Date("2026-11-23T08:00:00Z"),
  closesAt: new Date("2026-12-06T19:00:00Z"),
  state: "open",
  level: 2,
  frozenHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  outcome: null,
};
const outcome = {
  nl: "Gekozen: Bankjes langs de Linge (€ 1.200) en Fruitbomen bij de speeltuin (€ 900). 143 mensen stemden.",
  en: "Chosen: Bankjes langs de Linge (€ 1,200) and Fruitbomen bij de speeltuin (€ 900). 143 people voted.",
};

const evening: MeetingForCard = {
  meeting: id(4),
  kern: "arkel",
  kernName: "Arkel",
  title: "Avond over de zwemsteiger",
  excerpt: "De gemeente laat zien wat er kan en wat het kost. Daarna praten we erover, met koffie.",
  startsAt: new Date("2026-12-03T19:00:00Z"),
  endsAt: new Date("2026-12-03T21:00:00Z"),
  hall: "Dorpshuis De Verzonnen Spil",
  address: "Voorbeeldstraat 1, Arkel",
  hasOnline: true,
  state: "planned",
  begun: false,
  cancelReason: null,
  capacity: 40,
  coming: 12,
  waiting: 0,
  hasMinutes: false,
};
const full: MeetingForCard = { ...evening, coming: 40, waiting: 3 };
const off: MeetingForCard = { ...evening, state: "cancelled", cancelReason: "De zaal heeft wateroverlast. Wij zoeken een nieuwe avond in januari." };

const common = { kern: "arkel", kernName: "Arkel", waitingSince: "2026-11-20T09:00:00Z", dueAt: "2026-11-25T16:00:00Z", late: true };
const tasks: DeskItem[] = [
  { ...common, kind: "proposal", proposal: id(5), title: "Een bankje bij de molen", authorName: "Jo Voorbeeld" },
  { ...common, late: false, kind: "join-request", request: { joinRequest: id(6), kern: "arkel", kernName: "Arkel", name: "Fatima Verzonnen", email: "fatima@voorbeeld.example", confirmedAt: "2026-11-27T09:00:00Z" } },
  { ...common, kind: "answer", proposal: id(1), title: pier.title, authorName: "Jo Voorbeeld", supportCount: 38, promised: "2026-11-27" },
];

const week: WeekForCard = {
  kern: "arkel",
  kernName: "Arkel",
  proposals: [pier, accessible],
  more: false,
  answers: [{ proposal: id(7), title: "Dertig op de dijk", outcome: "partly" }],
  open: [poll],
  opening: [{ poll: id(8), question: "Mag het plein in de zomer autovrij worden?", opensAt: new Date("2026-12-02T08:00:00Z") }],
  closed: [{ poll: id(9), question: "Komt er een jeugdhonk?", outcome: { nl: "Ja: 61 voor, 20 tegen, 4 blanco.", en: "Yes: 61 for, 20 against, 4 blank." } }],
  meetings: [evening],
  contact,
};

const begun = { title: "Een bankje bij de molen", body: "Bij de molen kan niemand zitten. Een bankje in de zon helpt wandelaars." };

export const sampleCards: Readonly<Record<string, Card>> = {
  proposal: proposalCard(pier, inChannel),
  "proposal-supported": proposalCard(pier, { ...alone, notice: words.nl.youSupport }),
  "proposal-answered": proposalCard({ ...pier, treatment: "answered", outcome: "partly" }, inChannel),
  "proposal-withdrawn": proposalCard({ ...pier, state: "withdrawn" }, inChannel),
  answer: answerCard(pier, { outcome: "partly", text: "Wij leggen de steiger aan in het voorjaar. De trap komt later, want die vraagt een vergunning van het waterschap.", signedBy: "Team Openbare ruimte", correctedAt: null }, inChannel),
  news: newsCard({ kernName: "Arkel", heading: "Uw voorstel is geplaatst", about: pier.title, button: { label: "Bekijk uw voorstel", url: links.proposal(pier.proposal) } }, "nl"),
  poll: pollCard(poll, inChannel),
  "poll-last-day": pollCard(poll, { ...inChannel, now: new Date("2026-12-05T19:30:00Z") }),
  "poll-log": logHeadCard(poll, { line: `3/57/${poll.frozenHash}`, last: false }, inChannel),
  "poll-result": pollCard({ ...poll, state: "closed", outcome }, inChannel),
  meeting: meetingCard(evening, inChannel),
  "meeting-coming": meetingCard({ ...evening, coming: 13 }, { ...alone, answered: { mine: "coming", placeInLine: null } }),
  "meeting-not-coming": meetingCard(evening, { ...alone, answered: { mine: "not-coming", placeInLine: null } }),
  "meeting-full": meetingCard(full, inChannel),
  "meeting-waiting": meetingCard({ ...full, waiting: 4 }, { ...alone, answered: { mine: "waiting", placeInLine: 4 } }),
  "meeting-cancelled": meetingCard(off, inChannel),
  "meeting-begun": meetingCard({ ...evening, begun: true }, inChannel),
  "meeting-held": meetingCard({ ...evening, state: "held", hasMinutes: true }, inChannel),
  week: weekCard(week, inChannel),
  "list-of-proposals": proposalsCard({ newest: [pier, accessible], mostSupported: [{ ...pier, proposal: id(10), title: "Dertig op de dijk" }] }, { ...alone, about: arkel }),
  "list-of-polls": pollsCard([{ ...poll, hasVoted: true }, { ...poll, poll: id(8), question: "Mag het plein in de zomer autovrij worden?", hasVoted: false }], { ...alone, about: arkel }),
  "list-of-meetings": meetingsCard([evening, { ...off, title: "Koffie met de wethouder" }, { ...full, hall: "", address: "", title: "Praten over Omgevingsvergunningverleningsprocedures" }], { ...alone, about: { kern: null, name: "Molenlanden" } }),
  "list-empty": meetingsCard([], { ...alone, about: arkel }),
  tasks: tasksCard(tasks, alone),
  "task-proposal": taskCard(tasks[0] as DeskItem, begun.body, alone),
  "task-join-request": taskCard(tasks[1] as DeskItem, "", alone),
  "task-answer": taskCard(tasks[2] as DeskItem, pier.excerpt, alone, doorWords.nl.reason),
  "task-done": doneCard(doorWords.nl.published, alone),
  "tasks-alone": tasksAloneCard(alone),
  help: helpCard("help", help),
  welcome: helpCard("welcome", help),
  "not-understood": helpCard("unknown", { ...help, begun }),
  join: joinCard(help),
  notice: noticeCard(words.nl.wentWrong, "nl"),
  "which-kern": whichKernCard([arkel, { kern: "hoornaar", name: "Hoornaar" }, { kern: "nieuw-lekkerland", name: "Nieuw-Lekkerland" }], alone),
  "new-proposal": newProposalCard([arkel, { kern: "nieuw-lekkerland", name: "Nieuw-Lekkerland" }], { ...alone, begun }),
  "proposal-form": proposalForm({ proposal: id(11), kern: "arkel", ...begun, title: "", writer: "Jo Voorbeeld" }, { ...alone, kernen: [arkel] }, doorWords.nl.titleWanted),
  "proposal-handed-in": handedInCard(id(11), { ...alone, kernen: [arkel] }),
  report: reportForm({ report: id(12), kern: "arkel", text: "Dit bericht over mijn buurman is niet aardig.", why: "", link: "https://teams.microsoft.com/l/message/1" }, { ...alone, kernen: [arkel] }),
};
