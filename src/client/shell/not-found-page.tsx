import { paths } from "../../shared/links.ts";
import { GoButton } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { Silhouette } from "../kit/silhouettes.tsx";
import { useText } from "../language.ts";

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const say = useText("shell");
  return (
    <Narrow>
      <Silhouette name="willows" size={56} />
      <PageHeading>{say("missing.title")}</PageHeading>
      <p>{say("missing.body")}</p>
      <GoButton to={paths.home()} appearance="primary">
        {say("missing.home")}
      </GoButton>
      <PhoneLine />
    </Narrow>
  );
}
