import { useHelpLine } from "../help-line.ts";
import { useText } from "../language.ts";
import { Icon } from "./icon.tsx";
import styles from "./phone-line.module.css";

/** Digits alone, for a tel: address. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, "")}`;

/** "Bel Anna de Wit: 088 …"; without a known number nothing at all. */
export function PhoneLine() {
  const say = useText("shell");
  const help = useHelpLine();
  if (!help) return null;
  // A number is read as one: it never breaks over two lines.
  const phone = help.phone.replaceAll(" ", "\u00a0");
  return (
    <a className={styles.line} href={telephone(help.phone)}>
      <Icon name="phone" size={18} />
      <span>{help.name ? say("call.person", { name: help.name, phone }) : say("call.number", { phone })}</span>
    </a>
  );
}
