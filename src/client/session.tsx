import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { MeView } from "../members/contract.ts";
import { api } from "./api.ts";
import { ErrorState } from "./kit/error-state.tsx";
import { useGo } from "./kit/go.tsx";
import { PageSkeleton } from "./kit/skeleton.tsx";
import { Problem } from "./problem.ts";
import { keys } from "./queries.ts";

async function whoAmI(): Promise<MeView | null> {
  try {
    return await api.me();
  } catch (fault) {
    if (fault instanceof Problem && fault.status === 401) return null;
    throw fault;
  }
}

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: whoAmI, staleTime: 5 * 60_000 });

/** Who is looking: undefined while unknown, null for somebody who is not signed in. */
export function useMe(): MeView | null | undefined {
  return useQuery(meQuery).data;
}

/** Forgets everything that was fetched as somebody else. */
export function useForgetAll(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.clear();
    await queries.refetchQueries({ queryKey: keys.me });
  };
}

/** Sends to the sign-in page, with the way back to where the person was. */
export function useSignIn(): () => void {
  const router = useRouter();
  const go = useGo();
  return () => {
    const { pathname, searchStr } = router.state.location;
    go(`/aanmelden?terug=${encodeURIComponent(pathname + searchStr)}`, { replace: true });
  };
}

function ToSignIn(): ReactNode {
  const signIn = useSignIn();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when this is first shown; signIn is new at each drawing
  useEffect(() => signIn(), []);
  return <PageSkeleton />;
}

/** Shows its content to somebody who is signed in, and sends others to the sign-in page. */
export function SignedIn({ children }: { children: (me: MeView) => ReactNode }): ReactNode {
  const { data: me, error, refetch } = useQuery(meQuery);
  if (me) return children(me);
  if (me === null) return <ToSignIn />;
  return error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />;
}
