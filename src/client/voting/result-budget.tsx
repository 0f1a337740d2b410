import type { PublicPollView, TallyView } from "../../voting/contract.ts";
import { budgetOf } from "../../voting/counting/choices.ts";
import { euros } from "../kit/money.ts";
import { useLanguage, useText } from "../language.ts";
import { Bar } from "./bar.tsx";
import styles from "./result.module.css";

interface PartProps {
  poll: PublicPollView;
  tally: TallyView;
}

/** Where the money goes, and under equal shares what each voter paid of it. */
export function MoneyTables({ poll, tally: { outcome } }: PartProps) {
  const say = useText("voting");
  const language = useLanguage();
  const budget = budgetOf(poll.count);
  const counted = outcome?.budget;
  if (!counted || budget === null) return null;
  const won = counted.projects.filter(({ elected }) => elected).sort((one, other) => (one.round ?? 0) - (other.round ?? 0));
  const label = (id: string) => poll.options.find(({ option }) => option === id)?.label ?? id;
  const rows = [
    ...won.map(({ id, cost }) => ({ id, name: label(id), amount: cost })),
    { id: "", name: say("money.left"), amount: counted.left },
  ];
  return (
    <>
      <table className={styles.table}>
        <caption>{say("money", { budget: euros(budget, language) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("money.plan")}</th>
            <th scope="col">{say("money.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, amount }) => (
            <tr key={id} data-leading={id !== ""}>
              <th scope="row">
                {name}
                <Bar part={amount / budget} />
              </th>
              <td>{euros(amount, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counted.shares && counted.votersByWinners && (
        <>
          <p>
            {say(counted.shares.steps > 0 ? "money.share.more" : "money.share", {
              start: euros(counted.shares.start.rounded, language),
              final: euros(counted.shares.final.rounded, language),
            })}
          </p>
          <table className={styles.table}>
            <caption>{say("money.voters")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("money.winners")}</th>
                <th scope="col">{say("money.people")}</th>
                <th scope="col">{say("money.paid")}</th>
              </tr>
            </thead>
            <tbody>
              {counted.votersByWinners.map(({ winners, voters, paid }) => (
                <tr key={winners}>
                  <th scope="row">
                    {say("money.of-theirs", { count: winners })}
                    <Bar part={voters / counted.voters} />
                  </th>
                  <td>{voters}</td>
                  <td>{euros(paid.rounded, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}

/** The same ballots under the other rule, with how many voters have at least one plan of theirs funded. */
export function BesideTable({ poll, tally: { beside, leading, voters } }: PartProps) {
  const say = useText("voting");
  if (!beside || voters === 0) return null;
  const percent = (number: number) => Math.round((number / voters) * 100);
  const inForce = beside.rule === "most-votes" ? "equal-shares" : "most-votes";
  return (
    <table className={styles.table}>
      <caption>{say("beside")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("money.plan")}</th>
          <th scope="col">{say(`beside.${inForce}`)}</th>
          <th scope="col">{say(`beside.${beside.rule}`)}</th>
        </tr>
      </thead>
      <tbody>
        {poll.options
          .filter(({ option }) => leading.includes(option) || beside.winners.includes(option))
          .map(({ option, label }) => (
            <tr key={option}>
              <th scope="row">{label}</th>
              <td>{say(leading.includes(option) ? "beside.yes" : "beside.no")}</td>
              <td>{say(beside.winners.includes(option) ? "beside.yes" : "beside.no")}</td>
            </tr>
          ))}
        <tr data-leading="true">
          <th scope="row">{say("beside.with-winner")}</th>
          <td>{percent(beside.withWinner.inForce)}%</td>
          <td>{percent(beside.withWinner.here)}%</td>
        </tr>
      </tbody>
    </table>
  );
}
