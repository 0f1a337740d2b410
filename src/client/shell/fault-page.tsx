import { ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { useText } from "../language.ts";

/** The last net: a screen that broke, or whose code could not be fetched. */
export function FaultPage({ error }: { error: unknown }) {
  const say = useText("shell");
  return (
    <Narrow>
      <PageHeading>{say("fault.page")}</PageHeading>
      <ErrorState fault={error} again={() => window.location.reload()} />
    </Narrow>
  );
}
