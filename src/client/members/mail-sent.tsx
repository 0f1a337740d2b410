import { Button } from "@fluentui/react-components";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Sheet } from "../kit/layout.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { useText } from "../language.ts";
import styles from "./members.module.css";

interface MailSentProps {
  email: string;
  purpose: "join" | "signIn";
  /** To correct the address. */
  onOther: () => void;
}

/** A mail is on its way; the same words whether or not the address is known, so that nobody learns who takes part. */
export function MailSent({ email, purpose, onOther }: MailSentProps) {
  const say = useText("members");
  return (
    <Sheet className={styles.outcome}>
      <span className={styles.sign}>
        <Icon name="mail" size={28} />
      </span>
      <PageHeading>{say("mail")}</PageHeading>
      <p>{say(`mail.${purpose}`, { email })}</p>
      <p>{say("mail.valid")}</p>
      <p className="muted">{say("mail.missing")}</p>
      <div className={styles.deeds}>
        <Button onClick={onOther}>{say("mail.other")}</Button>
        <PhoneLine />
      </div>
    </Sheet>
  );
}
