/** Asks this machine: GET, or POST with a body. Gives the JSON of the answer; throws when it was refused or did not come. */
export async function askJson<Answer>(path: string, body?: unknown): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(path, body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as Answer;
}
