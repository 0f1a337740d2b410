import { AboutPage } from "./page.tsx";

/** How we treat each other here. */
export function TermsPage() {
  return (
    <AboutPage
      title="terms"
      parts={[
        ["terms.each", ["terms.each.1", "terms.each.2"]],
        ["terms.officer", ["terms.officer.1"]],
        ["terms.meaning", ["terms.meaning.1", "terms.meaning.2"]],
        ["terms.open", ["terms.open.1"]],
      ]}
    />
  );
}
