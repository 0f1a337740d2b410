import { Button, Spinner } from "@fluentui/react-components";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import type { MessageView } from "../../notifications/contract.ts";
import { paths } from "../../shared/links.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Beside, Sheet } from "../kit/layout.tsx";
import { mergePages } from "../kit/merge-pages.ts";
import { Exactly } from "../kit/moment.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { WayBack } from "../kit/way-back.tsx";
import { useText } from "../language.ts";
import { ChatBox } from "./chat-box.tsx";
import { ForOfficers } from "./for-officers.tsx";
import { KernChoice, useChosenKern } from "./kern-choice.tsx";
import { Places } from "./places.tsx";
import styles from "./reach.module.css";
import { reachApi, reachKeys } from "./reach-api.ts";
import { ReachNumbers } from "./reach-numbers.tsx";
import { useTitle } from "./use-title.ts";

function Row({ me, row, withKern }: { me: MeView; row: MessageView; withKern: boolean }) {
  const say = useText("reach");
  const titleOf = useTitle();
  return (
    <li className={styles.row}>
      <span className={styles.meta}>
        {say(`kind.${row.kind}`)}
        {withKern && ` · ${row.kernName}`}
        {" · "}
        <Exactly at={row.at} />
      </span>
      <Go to={paths.reach(me.municipality, row.kern, row.message)} className={styles.title}>
        {titleOf(row)}
      </Go>
      <ReachNumbers message={row} />
    </li>
  );
}

function Reach({ me }: { me: MeView }) {
  const say = useText("reach");
  const kern = useChosenKern();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: reachKeys.list(kern),
    queryFn: ({ pageParam }) => reachApi.reach(kern, pageParam),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const view = data?.pages.at(-1);
  const rows = mergePages(
    (data?.pages ?? []).map(({ messages }) => messages),
    (row) => `${row.kern} ${row.message}`,
  );
  const aside = (
    <div className={styles.aside}>
      {view && <Places places={view.places} />}
      <ChatBox />
    </div>
  );
  return (
    <Beside aside={aside}>
      <WayBack to={paths.desk(me.municipality)}>{say("desk")}</WayBack>
      <PageHeading>{say("reach")}</PageHeading>
      <p className={styles.intro}>{say("reach.intro")}</p>
      {!view && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={6} />)}
      {view && <KernChoice kernen={view.kernen} />}
      {view && rows.length === 0 && <EmptyState title={say("none")}>{say("none.body")}</EmptyState>}
      {rows.length > 0 && (
        <Sheet>
          <ul className={styles.rows}>
            {rows.map((row) => (
              <Row key={`${row.kern} ${row.message}`} me={me} row={row} withKern={kern === ""} />
            ))}
          </ul>
        </Sheet>
      )}
      {hasNextPage && (
        <div className={styles.next}>
          <Button onClick={() => void fetchNextPage()} icon={isFetchingNextPage ? <Spinner size="tiny" /> : undefined}>
            {say("next")}
          </Button>
        </div>
      )}
    </Beside>
  );
}

/** Which messages reached whom, where the bot can speak, and when it leaves the officer in peace. */
export function ReachPage() {
  const say = useText("reach");
  return <ForOfficers title={say("reach")}>{(me) => <Reach me={me} />}</ForOfficers>;
}
