import { Checkbox, Field } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { LettersMade, PollView, RollView } from "../../voting/contract.ts";
import { type FormFault, faultAt, faultsOfForm } from "../form-faults.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { Section } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { readBase64 } from "../members/read-base64.ts";
import { asProblem } from "../problem.ts";
import { LettersReady } from "./letters-ready.tsx";
import { NumberField } from "./number-field.tsx";
import { wholeOf } from "./plan-form.ts";
import { PollFrame } from "./poll-frame.tsx";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import { ReplaceLetter } from "./replace-letter.tsx";

interface MakeProps {
  poll: PollView;
  made: number;
  onMade: (letters: LettersMade) => void;
}

/** By number or by a file of addresses; the addresses are not kept with the codes. */
function MakeLetters({ poll, made, onMade }: MakeProps) {
  const say = useText("polling");
  const words = useFaultWords();
  const queries = useQueryClient();
  const [number, setNumber] = useState("");
  const [spares, setSpares] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [again, setAgain] = useState(false);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const make = useMutation({
    mutationFn: async () => {
      const whom = file ? { file: await readBase64(file) } : { number: wholeOf(number) ?? 0 };
      return pollingApi.makeLetters(poll.poll, { ...whom, spares: wholeOf(spares) ?? 0, again });
    },
    async onSuccess(letters) {
      onMade(letters);
      await queries.invalidateQueries({ queryKey: pollingKeys.roll(poll.poll) });
    },
    onError(fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, ["number", "file", "spares", "again"], "number");
      setFaults(told.length > 0 ? told : [{ field: "number", sentence: words(problem) }]);
      setAttempt(attempt + 1);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found: FormFault[] = [];
    if (!file && !wholeOf(number)) found.push({ field: "number", sentence: say("letters.number.needed") });
    if (spares !== "" && wholeOf(spares) === null) found.push({ field: "spares", sentence: say("fault.number-wrong") });
    if (made > 0 && !again) found.push({ field: "again", sentence: say("letters.again.needed") });
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0) make.mutate();
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <NumberField
        id="number"
        label={say("letters.number")}
        value={number}
        fault={faultAt(faults, "number")}
        onChange={setNumber}
      />
      <Field
        label={{ children: say("letters.file"), htmlFor: "file" }}
        hint={say("letters.file.hint")}
        validationMessage={faultAt(faults, "file")}
        size="large"
      >
        <input id="file" type="file" accept=".csv,text/csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </Field>
      <NumberField
        id="spares"
        label={say("letters.spares")}
        hint={say("letters.spares.hint")}
        value={spares}
        fault={faultAt(faults, "spares")}
        onChange={setSpares}
      />
      {made > 0 && (
        <Checkbox
          id="again"
          checked={again}
          label={say("letters.again", { count: made })}
          onChange={(_, given) => setAgain(given.checked === true)}
        />
      )}
      <p>{say("letters.once")}</p>
      <div>
        <BusyButton type="submit" appearance="primary" busy={make.isPending}>
          {say("letters.make")}
        </BusyButton>
      </div>
    </form>
  );
}

function Standing({ roll }: { roll: RollView }) {
  const say = useText("polling");
  const { made = 0, spares = 0 } = roll.letters ?? {};
  return <p>{made === 0 ? say("letters.none") : say("letters.made", { count: made, spares })}</p>;
}

function Letters({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const { data: roll } = useQuery({ queryKey: pollingKeys.roll(poll.poll), queryFn: () => pollingApi.roll(poll.poll) });
  const [letters, setLetters] = useState<LettersMade | null>(null);
  if (letters) return <LettersReady poll={poll} letters={letters} done={() => setLetters(null)} />;
  return (
    <>
      {roll && <Standing roll={roll} />}
      {poll.state === "planned" && (
        <Section title={say("letters.new")}>
          <MakeLetters poll={poll} made={roll?.letters?.made ?? 0} onMade={setLetters} />
        </Section>
      )}
      {poll.state !== "closed" && (roll?.letters?.spares ?? 0) > 0 && (
        <Section title={say("letters.lost")}>
          <ReplaceLetter poll={poll.poll} />
        </Section>
      )}
    </>
  );
}

/** Voting letters: making their codes, printing them, and replacing a lost one. */
export function LettersPage() {
  const say = useText("polling");
  return <PollFrame title={() => say("letters.title")}>{(poll) => <Letters poll={poll} />}</PollFrame>;
}
