import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { paths } from "../../shared/links.ts";
import { useHost } from "../host-context.ts";
import { type ButtonLook, GoButton, useGo } from "./go.tsx";

type BoothButtonProps = { municipality: string; poll: string; question: string; children: ReactNode } & ButtonLook;

/** The way into the booth: in Teams a dialog over the tab, elsewhere a page. Afterwards the polls on the screen are asked anew. */
export function BoothButton({ municipality, poll, question, ...rest }: BoothButtonProps) {
  const { openDialog } = useHost();
  const queries = useQueryClient();
  const go = useGo();
  const path = paths.booth(municipality, poll);
  const inDialog = async () => {
    const next = await openDialog?.(path, question);
    await queries.invalidateQueries({ queryKey: ["polls"] });
    if (next) go(next);
  };
  return <GoButton {...rest} to={path} instead={openDialog && (() => void inDialog())} />;
}
