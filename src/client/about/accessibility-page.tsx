import { AboutPage } from "./page.tsx";

/** How far this site meets the rules for accessibility, and what to do when something does not work. */
export function AccessibilityPage() {
  return (
    <AboutPage
      title="access"
      parts={[
        ["access.aim", ["access.aim.1"]],
        ["access.status", ["access.status.1", "access.status.2"]],
        ["access.how", ["access.how.1"]],
        ["access.wrong", ["access.wrong.1", "access.wrong.2"]],
      ]}
    />
  );
}
