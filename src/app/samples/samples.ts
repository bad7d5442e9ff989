export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

/** Real incidents, the same that the golden tests run; each is a chunk of its own. */
export const SAMPLES = [
  {
    name: 'fastcgi-premature-close',
    title: 'Upstream prematurely closed connection',
    load: () => import('./fastcgi-premature-close.ts'),
  },
  { name: '502-checklist', title: '502 under promotion traffic', load: () => import('./502-checklist.ts') },
] as const;

/** @returns the sample's files by their path on the host, null when there is none of that name */
export async function loadSample(name: string): Promise<readonly SampleFile[] | null> {
  const sample = SAMPLES.find((one) => one.name === name);
  if (!sample) return null;
  const { files } = await sample.load();
  const folder = `/samples/${name}/`;
  return Object.entries(files).map(([path, text]) => ({
    path: path.slice(path.indexOf(folder) + folder.length),
    text,
  }));
}
