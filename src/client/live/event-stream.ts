/** One message of a stream of server-sent events. */
export interface StreamEvent {
  /** Of this message or, when it has none, "". */
  id: string;
  data: string;
}

/**
 * Takes a stream apart (WHATWG HTML, 9.2.6): call with each piece of text as it arrives; gives the messages that are whole. Comments,
 * fields we do not use and messages without data are passed over.
 */
export function eventReader(): (text: string) => StreamEvent[] {
  let rest = "";
  return (text) => {
    const blocks = (rest + text).split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop() ?? "";
    return blocks.map(eventOf).filter(({ data }) => data !== "");
  };
}

function eventOf(block: string): StreamEvent {
  const event: StreamEvent = { id: "", data: "" };
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === "id") event.id = value;
    if (field === "data") event.data += event.data === "" ? value : `\n${value}`;
  }
  return event;
}
