import { type SilhouetteName, silhouetteNames } from "../../kernen/kern-identity.ts";
import { Silhouette } from "./silhouettes.tsx";

const known = (name: string): name is SilhouetteName => (silhouetteNames as readonly string[]).includes(name);

/** The drawing with the name that a kern's view carries; the dike for a name this client does not know yet. */
export function SilhouetteOf({ name, size }: { name: string; size: number }) {
  return <Silhouette name={known(name) ? name : "dike"} size={size} />;
}
