/** The mark of Kernplein: houses and a church round a square, in the accent of the kern one is in. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      width="1.875rem"
      height="1.875rem"
      fill="none"
      stroke="var(--colorNeutralForegroundOnBrand)"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ forcedColorAdjust: "none" }}
    >
      <rect width="32" height="32" rx="7" fill="var(--colorBrandBackground)" stroke="none" />
      <path d="M4 24h24M7 24v-7l4-4 4 4v7M17 24V13l3.5-7L24 13v11M20.5 24v-4" />
    </svg>
  );
}
