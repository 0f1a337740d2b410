import { Button, ProgressBar } from "@fluentui/react-components";
import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { checkTitle, sayFault, type Verdict } from "../../verifier/index.ts";
import { callForBytes } from "../call.ts";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Narrow, Section } from "../kit/layout.tsx";
import { useLanguage, useText } from "../language.ts";
import { CheckList } from "./check-list.tsx";
import { keptReceipts } from "./kept-receipts.ts";
import { MyVote } from "./my-vote.tsx";
import { Recount } from "./recount.tsx";
import { type Checking, useVerifier } from "./use-verifier.ts";
import styles from "./verifying.module.css";

/** A poll may be of tens of thousands of ballots, and the line slow. */
const patience = 5 * 60_000;

/** "Tel zelf na": checks a poll from its public export, on the reader's own device. Without a poll in the address, from a file. */
export function VerifyPage() {
  const say = useText("verifying");
  const { gemeente = "", id = "" } = useParams({ strict: false });
  const [fetching, setFetching] = useState<"no" | "yes" | "failed">(id ? "yes" : "no");
  const { checking, found, verify, stop, find } = useVerifier();
  const receipts = keptReceipts(id || (checking.is === "done" ? (checking.verdict.poll?.poll ?? "") : ""));

  const fetchAndVerify = useCallback(() => {
    const gone = new AbortController();
    const path = `gemeenten/${encodeURIComponent(gemeente)}/stemmingen/${encodeURIComponent(id)}/export`;
    setFetching("yes");
    callForBytes(path, gone.signal, { accept: "application/json", timeout: patience }).then(
      (file) => {
        setFetching("no");
        void verify(file, keptReceipts(id));
      },
      () => gone.signal.aborted || setFetching("failed"),
    );
    return () => gone.abort();
  }, [gemeente, id, verify]);
  useEffect(() => (id ? fetchAndVerify() : undefined), [id, fetchAndVerify]);

  return (
    <Narrow>
      <PageHeading>{say("title")}</PageHeading>
      <p>{say("lead")}</p>
      <p className="muted">{say(id ? "source.poll" : "source.file")}</p>
      <div role="status">{fetching === "yes" && <p>{say("fetching")}</p>}</div>
      {fetching === "failed" && <Notice title={say("fetching.failed")} body={say("fetching.failed.body")} />}
      <Progress checking={checking} onStop={stop} />
      {checking.is === "done" && (
        <>
          <Judgement verdict={checking.verdict} />
          <Section title={say("checks")}>
            <CheckList checks={checking.verdict.checks} />
          </Section>
          <Recount verdict={checking.verdict} />
          <MyVote poll={checking.verdict.poll} receipts={receipts} found={found} onFind={find} />
        </>
      )}
      {checking.is !== "checking" && fetching !== "yes" && (
        <ChooseFile
          other={checking.is !== "waiting"}
          onChosen={(file) => {
            setFetching("no");
            void verify(file, keptReceipts(id));
          }}
        />
      )}
      <details className={styles.how}>
        <summary>{say("how")}</summary>
        <p>{say("how.1")}</p>
        <p>{say("how.2")}</p>
      </details>
    </Narrow>
  );
}

function Progress({ checking, onStop }: { checking: Checking; onStop: () => void }) {
  const say = useText("verifying");
  const language = useLanguage();
  if (checking.is === "unreadable") return <Notice title={say("unreadable")} body={say("unreadable.body")} />;
  if (checking.is === "broken") return <Notice title={say("broken")} body={say("broken.body")} />;
  if (checking.is !== "checking") return null;
  const { check, done, total } = checking;
  return (
    <div className={styles.progress}>
      <p role="status">{say("checking", { check: checkTitle(check, language) })}</p>
      <ProgressBar value={total === 0 ? 1 : done / total} aria-label={say("checking.part", { done, total })} />
      <Button onClick={onStop}>{say("stop")}</Button>
    </div>
  );
}

function Judgement({ verdict: { sound, fault, poll, checks } }: { verdict: Verdict }) {
  const say = useText("verifying");
  const language = useLanguage();
  const few = checks.some((check) => check.state === "not-checked" && check.why === "fewer-than-ten");
  return (
    <div className={styles.judgement} data-state={sound ? "passed" : "failed"} role="alert">
      <Icon name={sound ? "check" : "alert"} size={24} />
      <div>
        <strong>{say(sound ? "sound" : "unsound")}</strong>
        {poll && <p>{poll.question}</p>}
        {fault && <p className={styles.fault}>{sayFault(fault, language)}</p>}
        <p>{say(sound ? (few ? "sound.few" : "sound.body") : "unsound.body")}</p>
      </div>
    </div>
  );
}

function Notice({ title, body }: { title: string; body: string }) {
  return (
    <div className={styles.judgement} role="alert">
      <Icon name="info" size={24} />
      <div>
        <strong>{title}</strong>
        <p>{body}</p>
      </div>
    </div>
  );
}

function ChooseFile({ other, onChosen }: { other: boolean; onChosen: (file: File) => void }) {
  const say = useText("verifying");
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className={styles.choose}>
      <input
        ref={input}
        type="file"
        accept=".json,.gz,application/json,application/gzip"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChosen(file);
          currentTarget.value = "";
        }}
      />
      <Button appearance={other ? "secondary" : "primary"} size="large" onClick={() => input.current?.click()}>
        {say(other ? "file.other" : "file")}
      </Button>
    </p>
  );
}
