import { useText } from "../language.ts";

/** Teams did not answer: without its themes and without a host, so in the barest form. */
export function NoTeams() {
  const say = useText("shell");
  const outside = window.location.href.replace("/tab/", "/");
  return (
    <main className="no-teams">
      <h1>{say("noTeams.title")}</h1>
      <p>{say("noTeams.body")}</p>
      <p>
        <a href={outside} target="_blank" rel="noopener">
          {say("noTeams.browser")}
        </a>
      </p>
    </main>
  );
}
