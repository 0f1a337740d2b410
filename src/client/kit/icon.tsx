/** Our own line drawings, in the stroke of the silhouettes: 24 by 24, the colour of the text around them. */
const shapes = {
  square: "M4 20h16M6 20v-8l6-6 6 6v8M10 20v-5h4v5",
  note: "M6 4h12v11l-5 5H6zM13 20v-5h5M9 8h6M9 11.5h4",
  ballot: "M4 12h16v8H4zM9 16h6M8 12V4h8v8M10 8l1.5 1.5L14.5 6.5",
  person: "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20c1-4 3.8-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  people:
    "M9 11a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5M2.5 19.5c.8-3.5 3-5 6.5-5s5.7 1.5 6.5 5M15.5 4.7a3.25 3.25 0 0 1 0 6.1M17.5 14.8c2.2.6 3.5 2.1 4 4.7",
  heart: "M12 20s-7.5-4.6-7.5-10A4.25 4.25 0 0 1 12 7.5 4.25 4.25 0 0 1 19.5 10C19.5 15.4 12 20 12 20z",
  talk: "M4 5h16v11h-8.5L7 20v-4H4z",
  phone: "M6.5 4h3l1.5 4-2 1.5c1 2.3 3 4.3 5.5 5.5l1.5-2 4 1.5v3c0 1-.8 1.7-1.8 1.6C11 18.4 5.6 13 4.9 5.8 4.8 4.8 5.5 4 6.5 4z",
  mail: "M3.5 6h17v12.5h-17zM4 6.5l8 7 8-7",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2.5",
  calendar: "M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8M8.5 14.5h2.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  back: "M14.5 5.5L8 12l6.5 6.5",
  forward: "M9.5 5.5L16 12l-6.5 6.5",
  down: "M5.5 9.5L12 16l6.5-6.5",
  up: "M5.5 14.5L12 8l6.5 6.5",
  minus: "M5 12h14",
  undo: "M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-3",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5L20 20",
  plus: "M12 5v14M5 12h14",
  photo: "M4 7h4l1.5-2h5L16 7h4v12H4zM12 16.2a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6",
  pin: "M12 21s-6.5-6.2-6.5-11.2a6.5 6.5 0 0 1 13 0C18.5 14.8 12 21 12 21zM12 12a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5",
  alert: "M12 4l9 16H3zM12 10v4.5M12 17.2v.1",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5M12 8v.1",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  print: "M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.5h10V20H7z",
  tasks: "M4 6.5l1.5 1.5L8 5.5M11 7h9M4 12.5l1.5 1.5L8 11.5M11 13h9M4 18.5L5.5 20 8 17.5M11 19h9",
  gear: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 3.5v2.6M12 17.9v2.6M3.5 12h2.6M17.9 12h2.6M6 6l1.8 1.8M16.2 16.2L18 18M18 6l-1.8 1.8M7.8 16.2L6 18",
  council: "M4 20h16M5 17h14M7 17v-7M12 17v-7M17 17v-7M4 10h16L12 4z",
  thumb: "M7.5 11v9H4v-9zM7.5 11l4-7c1.5 0 2.5 1 2.2 2.6L13 10h5.5c1 0 1.7.9 1.5 1.9l-1.3 6.5c-.2.9-1 1.6-2 1.6H7.5",
  question:
    "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9.5 9.5c.3-1.3 1.3-2 2.6-2 1.5 0 2.5.9 2.5 2.2 0 1.8-2.6 2-2.6 3.8M12 16.5v.1",
  out: "M14 4h6v6M20 4l-9 9M17 14v6H4V7h6",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  cloud: "M7 18.5a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.7-.8A4.4 4.4 0 0 1 17 18.5zM4 4l16 16",
} as const;

export type IconName = keyof typeof shapes;

/** An ornament beside words, never instead of them: screen readers pass over it. `size` in px of a 16 px text; it grows with the text. */
export function Icon({ name, size = 20, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  const side = `${size / 16}rem`;
  return (
    <svg
      viewBox="0 0 24 24"
      width={side}
      height={side}
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
