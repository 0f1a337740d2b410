import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { photoPath } from "../api.ts";
import { addressOf, callForBytes } from "../call.ts";
import { useHost } from "../host-context.ts";

interface PhotoProps {
  photo: string;
  /** What is to be seen; empty beside words that say it already. */
  alt: string;
  className?: string | undefined;
}

/** Inside Teams an img element carries no token and no cookie: the bytes are fetched and shown from memory. */
function PhotoByToken({ photo, alt, className }: PhotoProps) {
  const { data } = useQuery({
    queryKey: ["photo", photo],
    queryFn: ({ signal }) => callForBytes(photoPath(photo), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return address ? <img src={address} alt={alt} className={className} /> : null;
}

/** A photo of a proposal. */
export function Photo({ photo, alt, className }: PhotoProps) {
  const host = useHost();
  if (host.kind === "teams") return <PhotoByToken photo={photo} alt={alt} className={className} />;
  return <img src={addressOf(photoPath(photo))} alt={alt} className={className} loading="lazy" decoding="async" />;
}
