import type { User } from "@microsoft/microsoft-graph-types";
import type { WorkplacePerson } from "../../provisioning/workplace.ts";
import { batchGet } from "./batch.ts";
import type { Graph } from "./client.ts";
import { quoted } from "./odata.ts";

export const permission = "User.ReadBasic.All";

/**
 * People by address. The basic profile does not tell who is a guest; the sign-in name does: a guest's holds `#EXT#`.
 * (`otherMails` would ask for User.Read.All, so somebody known under a second address only is not found.)
 */
export async function findPeople(graph: Graph, tenant: string, emails: readonly string[]): Promise<Map<string, WorkplacePerson>> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
  const paths = wanted.map((email) => `/users?$filter=mail%20eq%20${quoted(email)}&$select=id,mail,userPrincipalName`);
  const answers = await batchGet<{ value: User[] }>(graph, tenant, paths);
  const found = new Map<string, WorkplacePerson>();
  wanted.forEach((email, index) => {
    const user = answers[index]?.value[0];
    if (user?.id) found.set(email, { id: user.id, guest: user.userPrincipalName?.includes("#EXT#") ?? false });
  });
  return found;
}
