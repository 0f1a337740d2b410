import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";

/** One step of a proposal (hand in, publish, return…): afterwards every list and the desk are asked anew. */
export function useStep<Given>(
  take: (given: Given) => Promise<unknown>,
  done?: () => void,
): UseMutationResult<unknown, Error, Given> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: take,
    async onSuccess() {
      done?.();
      await Promise.all([["proposals"], ["desk"]].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
