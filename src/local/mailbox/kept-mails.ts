/** Mails on disk, one JSON line each, the newest 2,000. A line that was cut off by a crash is left out. */
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface LocalMail {
  id: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  /** ISO 8601, UTC. */
  at: string;
  text: string;
  html: string;
  /** Addresses of pages in the mail, in order. */
  links: string[];
  /** What it brings for a calendar (iCalendar); left out when it brings nothing. */
  calendar?: string;
  /** Where a mail program would stop this kind of mail (RFC 8058); null when it is not said. */
  stopUrl: string | null;
}

export interface KeptMails {
  /** Newest first. */
  list(): LocalMail[];
  keep(mail: LocalMail): Promise<void>;
}

const most = 2000;
/** The file is written anew only after this many mails too many. */
const slack = 500;

export async function openKeptMails(folder: string): Promise<KeptMails> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "mails.jsonl");
  let mails = (await readFile(file, "utf8").catch(() => "")).split("\n").flatMap(readLine).slice(-most);
  let lines = await writeAnew();
  let writing: Promise<unknown> = Promise.resolve();

  async function writeAnew(): Promise<number> {
    await writeFile(`${file}.new`, mails.map((mail) => `${JSON.stringify(mail)}\n`).join(""));
    await rename(`${file}.new`, file);
    return mails.length;
  }

  async function write(mail: LocalMail): Promise<void> {
    if (lines >= most + slack) lines = await writeAnew();
    else {
      await appendFile(file, `${JSON.stringify(mail)}\n`);
      lines++;
    }
  }

  return {
    list: () => mails.toReversed(),
    keep(mail) {
      mails = [...mails, mail].slice(-most);
      const written = writing.then(() => write(mail));
      writing = written.catch(() => undefined);
      return written;
    },
  };
}

function readLine(line: string): LocalMail[] {
  try {
    return line === "" ? [] : [JSON.parse(line) as LocalMail];
  } catch {
    return [];
  }
}
