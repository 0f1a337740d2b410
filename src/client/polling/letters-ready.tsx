import { Button } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import type { KernHomeView } from "../../kernen/contract.ts";
import { paths } from "../../shared/links.ts";
import { dateTimeInWords } from "../../shared/time.ts";
import type { LettersMade, LetterView, PollView } from "../../voting/contract.ts";
import { useKernView } from "../kernen/use-kern.ts";
import { Icon } from "../kit/icon.tsx";
import { useLanguage, useText } from "../language.ts";
import { LazyQr } from "../voting/lazy-qr.tsx";
import styles from "./polling.module.css";
import print from "./print.module.css";

interface LetterProps {
  poll: PollView;
  letter: LetterView;
  spare: boolean;
  /** Whom to call. */
  help: KernHomeView["contact"] | undefined;
}

interface LettersReadyProps {
  poll: PollView;
  letters: LettersMade;
  done: () => void;
}

/** One sheet of A4: the address where a window envelope shows it, the code in large letters, and how to vote with it. */
function Letter({ poll, letter, spare, help }: LetterProps) {
  const say = useText("polling");
  const closesAt = dateTimeInWords(new Date(poll.closesAt), useLanguage());
  const where = `${window.location.origin}${paths.letterCode(poll.municipality, poll.poll)}`;
  return (
    <article className={print.letter}>
      {letter.address.length > 0 && (
        <address className={print.address}>
          {letter.address.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      <h2>{poll.question}</h2>
      <p>{say("letter.dear")}</p>
      <p>{say("letter.how", { closesAt })}</p>
      <div className={print.way}>
        <ol>
          <li>
            {say("letter.go")} <strong>{where}</strong>
          </li>
          <li>{say("letter.type")}</li>
          <li>{say("letter.choose")}</li>
        </ol>
        <LazyQr text={where} label={say("letter.qr")} />
      </div>
      <p className={print.code}>{letter.code}</p>
      <p>{say("letter.secret")}</p>
      <p>{help ? say("letter.call", { name: help.name, phone: help.phone }) : say("letter.paper")}</p>
      <p className={print.serial}>
        {say(spare ? "letter.spare" : "letter.serial", { number: letter.serial })} · {poll.kernName}
      </p>
    </article>
  );
}

/** The letters, this once: to print, or as a file for the printer. */
export function LettersReady({ poll, letters, done }: LettersReadyProps) {
  const say = useText("polling");
  const file = useMemo(
    () => URL.createObjectURL(new Blob([letters.printFile], { type: "text/csv;charset=utf-8" })),
    [letters.printFile],
  );
  useEffect(() => () => URL.revokeObjectURL(file), [file]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
  const help = useKernView(poll.municipality, poll.kern)?.contact;
  const { length } = letters.letters;
  return (
    <>
      <div className={`${print.screenOnly} ${styles.form}`}>
        <p role="status" className={styles.consequence}>
          {say("letters.ready", { count: length, spares: letters.spares.length })}
        </p>
        <div className={styles.row}>
          <Button appearance="primary" icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {say("letters.print")}
          </Button>
          <a href={file} download={`stembrieven-${poll.poll.slice(0, 8)}.csv`}>
            {say("letters.csv")}
          </a>
          <Button onClick={done}>{say("letters.done")}</Button>
        </div>
        <p className={styles.small}>{say("letters.pdf")}</p>
      </div>
      <div className={print.sheets}>
        {letters.letters.map((letter) => (
          <Letter key={letter.serial} poll={poll} letter={letter} spare={false} help={help} />
        ))}
        {letters.spares.map((letter) => (
          <Letter key={letter.serial} poll={poll} letter={letter} spare help={help} />
        ))}
      </div>
    </>
  );
}
