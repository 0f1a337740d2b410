/** Who can sign in locally; backed by the local Graph, in tests by an array. */
export interface LocalPerson {
  /** Entra tenant of the municipality. */
  tenantId: string;
  /** Object id in that tenant. */
  oid: string;
  name: string;
  email: string;
  userType: "Member" | "Guest";
  /** How the sign-in page groups people: "inwoner", "kerncontactfunctionaris", "raadslid", "beheerder". */
  role: string;
  /** Name of the kern, for people of one kern. */
  kern?: string;
}

export interface LocalDirectory {
  /** Those who stand ready as buttons, and everybody a search may find. */
  people(): Promise<LocalPerson[]>;
  /** Anybody in any tenant, by address (any case). */
  byEmail(email: string): Promise<LocalPerson | undefined>;
  /** She has just signed in: a guest's invitation counts as accepted from now on. */
  signedIn(person: LocalPerson): Promise<void>;
}
