/** A file with the path it has below the folder that was dropped. */
export interface Arrival {
  readonly file: File;
  readonly path: string;
}

/** More than any configuration tree; a dropped home directory must not be read to its end. */
const MOST_FILES = 2000;

export function arrivalsOf(files: FileList | null): Arrival[] {
  return [...(files ?? [])].slice(0, MOST_FILES).map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Files and whole folders of a drop. The entries must be taken before the first wait: the list dies with the event. */
export async function arrivalsOfDrop(items: DataTransferItemList): Promise<Arrival[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found: Arrival[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: Arrival[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
  } else {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (batch.length === 0) return;
      for (const one of batch) await walk(one, found);
    }
  }
}
