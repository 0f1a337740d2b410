import { PageHeading } from "../kit/heading.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PhoneLine } from "../kit/phone-line.tsx";
import { type TextKey, useText } from "../language.ts";
import styles from "./about.module.css";

interface AboutPageProps {
  title: TextKey<"about">;
  /** Headings with their paragraphs, in order. */
  parts: [TextKey<"about">, TextKey<"about">[]][];
}

/** A page of plain words. */
export function AboutPage({ title, parts }: AboutPageProps) {
  const say = useText("about");
  return (
    <Narrow>
      <PageHeading>{say(title)}</PageHeading>
      {parts.map(([heading, paragraphs]) => (
        <section key={heading} className={styles.part}>
          <h2>{say(heading)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{say(paragraph)}</p>
          ))}
        </section>
      ))}
      <PhoneLine />
    </Narrow>
  );
}
