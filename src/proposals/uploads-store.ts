/** SQL of uploaded photos: whose they are and where they stand. The bytes are elsewhere. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

const here = sql<string>`kernplein_municipality()`;

export interface NewPhoto {
  municipality: string;
  photo: string;
  owner: string;
  contentType: string;
  width: number;
  height: number;
  bytes: number;
  at: Date;
}

export async function insertPhoto(
  tx: Tx,
  { municipality, photo, owner, contentType, width, height, bytes, at }: NewPhoto,
): Promise<void> {
  await tx
    .insertInto("photo")
    .values({
      municipality_id: municipality,
      photo_id: photo,
      owner_id: owner,
      content_type: contentType,
      width,
      height,
      bytes,
      uploaded_at: at,
    })
    .execute();
}

/** Person id of who uploaded it; undefined when there is no such photo. */
export async function findPhotoOwner(tx: Tx, photo: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("photo")
    .select("owner_id")
    .where("municipality_id", "=", here)
    .where("photo_id", "=", photo)
    .executeTakeFirst();
  return row?.owner_id;
}

/** The proposals that show this photo. */
export function findProposalsWith(tx: Tx, photo: string): Promise<{ kern: string; author: string; publishedAt: Date | null }[]> {
  return tx
    .selectFrom("proposal")
    .select(["kern_id as kern", "author_id as author", "published_at as publishedAt"])
    .where("municipality_id", "=", here)
    .where("photo_id", "=", photo)
    .orderBy("published_at")
    .limit(100)
    .execute();
}
