import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { KernView } from "../../kernen/contract.ts";
import { api } from "../api.ts";
import { KernPicker } from "../kernen/kern-picker.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { Silhouette } from "../kit/silhouettes.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { useAt } from "../place.tsx";
import { keys } from "../queries.ts";
import styles from "./tab.module.css";
import { tabOf } from "./tab-of.ts";

/** Tells Teams which kern this tab shows. The Teams library is already there: this page only opens inside Teams. */
function useTabConfiguration(kern: KernView | null): void {
  useEffect(() => {
    if (!kern) return;
    let over = false;
    void import("@microsoft/teams-js").then(({ pages }) => {
      if (over) return;
      pages.config.registerOnSaveHandler((saving) => {
        pages.config.setConfig(tabOf(window.location.origin, kern)).then(
          () => saving.notifySuccess(),
          (fault: unknown) => saving.notifyFailure(String(fault)),
        );
      });
      pages.config.setValidityState(true);
    });
    return () => {
      over = true;
    };
  }, [kern]);
}

/** What an officer sees when adding the tab to a channel: which kern is it for? */
export function SettingsPage() {
  const say = useText("tab");
  const [kern, setKern] = useState<KernView | null>(null);
  const { data, error, refetch } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen() });
  useTabConfiguration(kern);
  useAt(kern ? { municipality: kern.municipality, kern: kern.kern, name: kern.name, accent: kern.accent } : undefined);
  return (
    <main className={styles.page}>
      <Narrow>
        <PageHeading>{say("title")}</PageHeading>
        {!data && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <PageSkeleton />)}
        {kern ? (
          <div className={styles.chosen} role="status">
            <Silhouette name={kern.silhouette} size={48} />
            <p>{say("chosen", { kern: kern.name })}</p>
            <Button onClick={() => setKern(null)}>{say("other")}</Button>
          </div>
        ) : (
          data && (
            <>
              <p>{say("body")}</p>
              <KernPicker kernen={data.kernen} onPick={setKern} />
            </>
          )
        )}
      </Narrow>
    </main>
  );
}
