import { lazy, Suspense } from "react";

const Drawn = lazy(() => import("./qr-code.tsx").then(({ QrCode }) => ({ default: QrCode })));

/** The maker of square codes is fetched when one is shown. */
export function LazyQr(props: { text: string; label: string }) {
  return (
    <Suspense fallback={null}>
      <Drawn {...props} />
    </Suspense>
  );
}
