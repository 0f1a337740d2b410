import { Button } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import type { InvitationRowView, InvitationsMade, InvitationsPreview, InvitationVerdict } from "../../members/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Sheet } from "../kit/layout.tsx";
import { saveFile } from "../kit/save-file.ts";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import styles from "./people.module.css";
import { peopleApi, peopleKeys } from "./people-api.ts";
import { readBase64 } from "./read-base64.ts";

interface Given {
  name: string;
  content: string;
}

/** The server takes no larger file; some 20,000 rows, ten times what it invites at once. */
const mostBytes = 1_000_000;
const mostShown = 200;

/** Drop a file, look at what would come of each row, and only then send. */
export function InviteList({ kern }: { kern: string }) {
  const say = useText("members");
  const words = useFaultWords();
  const queries = useQueryClient();
  const [file, setFile] = useState<Given>();
  const preview = useMutation({
    mutationFn: async (given: File) => {
      if (given.size > mostBytes) throw new TooLarge();
      const content = await readBase64(given);
      setFile({ name: given.name, content });
      return peopleApi.preview(kern, content);
    },
    onSuccess: ({ rows, willInvite }) => announce(say("list.checked", { rows: rows.length, count: willInvite })),
  });
  const invite = useMutation({
    mutationFn: (given: Given) => peopleApi.inviteMany(kern, given.content),
    async onSuccess({ invited }) {
      announce(say("list.done", { count: invited }));
      await queries.invalidateQueries({ queryKey: peopleKeys.all });
    },
  });
  const take = (given: File | undefined) => {
    if (!given) return;
    setFile(undefined);
    invite.reset();
    preview.mutate(given);
  };
  const fault = preview.error ?? invite.error;
  const told = (given: unknown) =>
    given instanceof TooLarge ? say("list.tooLarge") : asProblem(given).fields[0]?.sentence || words(given);
  return (
    <Sheet>
      <div className={styles.form}>
        <Drop busy={preview.isPending} take={take} />
        {Boolean(fault) && <p role="alert">{told(fault)}</p>}
        {invite.data ? (
          <Made made={invite.data} fileName={file?.name ?? ""} />
        ) : (
          preview.data &&
          file && (
            <>
              <h3>{say("list.preview", { file: file.name })}</h3>
              <Verdicts view={preview.data} />
              {preview.data.willInvite === 0 && <p>{say("list.nobody")}</p>}
              {preview.data.willInvite > 0 && (
                <div className={styles.deeds}>
                  <BusyButton appearance="primary" busy={invite.isPending} onClick={() => invite.mutate(file)}>
                    {say("list.send", { count: preview.data.willInvite })}
                  </BusyButton>
                </div>
              )}
            </>
          )
        )}
      </div>
    </Sheet>
  );
}

class TooLarge extends Error {}

function Drop({ busy, take }: { busy: boolean; take: (file: File | undefined) => void }) {
  const say = useText("members");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the short way for a mouse; the button inside does the same
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => hold(event, true)}
      onDragLeave={(event) => hold(event, false)}
      onDrop={(event) => {
        hold(event, false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <p>{say("list.body")}</p>
      <BusyButton busy={busy} onClick={() => input.current?.click()}>
        {say("list.choose")}
      </BusyButton>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        hidden
        aria-label={say("list.choose")}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <p className={styles.meta}>{say("list.columns")}</p>
    </div>
  );
}

/** Red is for what must be mended; who takes part already needs nothing. */
function toneOf(verdict: InvitationRowView["verdict"]): "fine" | "wait" | "gone" | "trouble" {
  if (verdict === "invite") return "fine";
  if (verdict === "web-only") return "wait";
  return verdict === "already-member" || verdict === "duplicate" ? "gone" : "trouble";
}

/** Every verdict, in the order in which they are counted up; a record, so that the compiler asks for one that is added. */
const order: Record<InvitationVerdict, true> = {
  invite: true,
  "web-only": true,
  duplicate: true,
  "already-member": true,
  "other-spelling": true,
  blocked: true,
  "wrong-kern": true,
  "no-consent": true,
  broken: true,
};
const verdicts = Object.keys(order) as InvitationVerdict[];

/** How many of each kind, then row by row; the ones that need somebody's eye first. */
function Verdicts({ view }: { view: InvitationsPreview }) {
  const say = useText("members");
  const counted = verdicts.map((verdict) => ({
    verdict,
    count: view.rows.filter((row) => row.verdict === verdict).length,
  }));
  const good = ({ verdict }: InvitationRowView) => verdict === "invite";
  const rows = [...view.rows.filter((row) => !good(row)), ...view.rows.filter(good)];
  return (
    <>
      <ul className={styles.sum}>
        {counted
          .filter(({ count }) => count > 0)
          .map(({ verdict, count }) => (
            <li key={verdict}>
              <strong>{count}</strong>
              <span>{say(`verdict.${verdict}`)}</span>
            </li>
          ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so must be reached by key (WCAG 2.1.1) */}
      <section className={styles.lines} tabIndex={0} aria-label={say("list.rows")}>
        <ul>
          {rows.slice(0, mostShown).map((row) => (
            <li key={row.line}>
              <span>{say("list.line", { line: row.line })}</span>
              <strong>{row.name || row.email || "–"}</strong>
              <span className={styles.meta}>{row.email}</span>
              <span className={styles.mark} data-tone={toneOf(row.verdict)}>
                {say(`verdict.${row.verdict}.one`, {
                  about: row.verdict === "broken" ? fieldWords(row.about) : (row.about ?? ""),
                })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {rows.length > mostShown && <p className={styles.meta}>{say("list.more", { count: rows.length - mostShown })}</p>}
    </>
  );

  function fieldWords(field: string | null): string {
    if (field === "name" || field === "email" || field === "language") return say(`list.field.${field}`);
    return say("list.field.columns");
  }
}

function Made({ made, fileName }: { made: InvitationsMade; fileName: string }) {
  const say = useText("members");
  const failed = made.rows.length - made.invited;
  const download = () => {
    const name = say("list.failed.file", { name: fileName.replace(/\.[^.]*$/, "") });
    saveFile(name, new Blob([made.failedRows ?? ""], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <>
      <h3>{say("list.done", { count: made.invited })}</h3>
      <p>{say("list.done.body")}</p>
      {failed > 0 && (
        <>
          <p>{say("list.failed", { count: failed })}</p>
          <Verdicts view={{ ...made, rows: made.rows.filter(({ verdict }) => verdict !== "invite" && verdict !== "web-only") }} />
          <div className={styles.deeds}>
            <Button onClick={download}>{say("list.failed.download")}</Button>
          </div>
        </>
      )}
    </>
  );
}
