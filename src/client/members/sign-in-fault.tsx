import { Icon } from "../kit/icon.tsx";
import { type TextKey, useText } from "../language.ts";
import styles from "./members.module.css";

const known: Record<string, TextKey<"members">> = {
  "not-a-member": "fault.not-a-member",
  "not-allowed": "fault.not-a-member",
  "link-expired": "fault.expired",
  busy: "fault.busy",
  "not-configured": "fault.busy",
  "too-many-requests": "fault.busy",
};

/** What went wrong on the way through Microsoft; the code comes in the address. */
export function SignInFault({ code }: { code: string }) {
  const say = useText("members");
  return (
    <p className={styles.notice} role="alert">
      <Icon name="alert" />
      {say(known[code] ?? "fault.other")}
    </p>
  );
}
