export default {
  access: "Accessibility",
  "access.aim": "What we want",
  "access.aim.1":
    "Everybody in the village must be able to take part, also with a screen reader, a keyboard alone or large letters.",
  "access.status": "How far we are",
  "access.status.1":
    "Kernplein is made to the rules of WCAG 2.2, level AA. At every change we check that with a program, in light, dark and high-contrast colours.",
  "access.status.2":
    "An independent audit has not been done yet. Until there is one we do not call this a full accessibility statement.",
  "access.how": "How you can set it",
  "access.how.1":
    "Kernplein follows your device: letter size, dark colours, high contrast and less motion. The map is never needed; everything is there in words too.",
  "access.wrong": "Does something not work?",
  "access.wrong.1":
    "Call your contact person or the municipality and say what you wanted to do. We help you at once and mend it afterwards.",
  "access.wrong.2": "Can we not solve it together? Then you can go to the municipality or the National Ombudsman.",
  privacy: "Privacy",
  "privacy.what": "What we keep of you",
  "privacy.what.1":
    "Your name, your e-mail address, your village and your language. And what you write: proposals, comments, support.",
  "privacy.what.2": "We ask no citizen service number, no date of birth and no address. We do not track you and sell nothing.",
  "privacy.what.3":
    "When somebody without e-mail comes to a meeting, the contact person writes down the name. 30 days after the meeting we remove it.",
  "privacy.seen": "Who sees what",
  "privacy.seen.1": "Your name stands with your proposals and comments. Who takes part in your municipality can read it.",
  "privacy.seen.2":
    "Your neighbours do not see your e-mail address. Council members read numbers and sentences; numbers below 10 are left out.",
  "privacy.vote": "Your vote",
  "privacy.vote.1":
    "How you vote is kept apart from your name, without a time and without a number that leads to you. Only that you voted stands on the roll.",
  "privacy.teams": "Microsoft Teams",
  "privacy.teams.1":
    "If you take part in Teams, the municipality gives Microsoft your name and e-mail address. Titles and numbers come into Teams; how you vote never does.",
  "privacy.device": "On your device",
  "privacy.device.1":
    "We keep one cookie to keep you signed in. Besides, your device keeps your language, your last village and when you last looked there, text that was not sent yet and the proof of your vote. What you read stays on your device for a week, so that you can read it without internet. When you sign out, it is gone.",
  "privacy.rights": "What you can ask",
  "privacy.rights.1":
    "You can always stop. You can ask what we keep of you, have it corrected or erased. Call or write to the municipality.",
  "privacy.rights.2":
    "Proposals that were published then stay, without your name. Do you disagree with our answer? Then you can complain to the Dutch Data Protection Authority.",
  terms: "Terms",
  "terms.each": "How we treat each other",
  "terms.each.1": "You write under your own name. Write as you would speak in the village hall.",
  "terms.each.2": "Do not name other people, and write nothing about their health, faith or money.",
  "terms.officer": "What the contact person does",
  "terms.officer.1":
    "Your contact person reads every proposal before it comes on the square. If it is not published, you read why. Do you disagree? Then call.",
  "terms.meaning": "What a proposal or a vote means",
  "terms.meaning.1":
    "The municipality reads what you propose and answers. The council decides; a vote here helps the council to choose.",
  "terms.meaning.2":
    "A proposal is not a formal objection, not an application and not a report of something broken. Call the municipality for those.",
  "terms.open": "Open",
  "terms.open.1": "The code of Kernplein is public (EUPL 1.2). Everybody may check how votes are counted.",
};
