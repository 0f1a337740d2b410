import { AboutPage } from "./page.tsx";

/** What is kept of people, why, and what they can ask. */
export function PrivacyPage() {
  return (
    <AboutPage
      title="privacy"
      parts={[
        ["privacy.what", ["privacy.what.1", "privacy.what.2", "privacy.what.3"]],
        ["privacy.seen", ["privacy.seen.1", "privacy.seen.2"]],
        ["privacy.vote", ["privacy.vote.1"]],
        ["privacy.teams", ["privacy.teams.1"]],
        ["privacy.device", ["privacy.device.1"]],
        ["privacy.rights", ["privacy.rights.1", "privacy.rights.2"]],
      ]}
    />
  );
}
