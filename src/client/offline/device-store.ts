/** One drawer of the device's database. A device that may not keep anything (private window, full) simply keeps nothing. */
const name = "kernplein";
const drawer = "gelezen";

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(drawer);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("the database is held by another page"));
  });
}

async function within<Result>(
  mode: IDBTransactionMode,
  deed: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  try {
    const database = await opened();
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(drawer, mode);
      const request = deed(transaction.objectStore(drawer));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    }).finally(() => database.close());
  } catch {
    return undefined;
  }
}

export const readKept = (): Promise<unknown> => within("readonly", (store) => store.get("kept"));
export const writeKept = (kept: unknown): Promise<unknown> => within("readwrite", (store) => store.put(kept, "kept"));
export const emptyKept = (): Promise<unknown> => within("readwrite", (store) => store.clear());
