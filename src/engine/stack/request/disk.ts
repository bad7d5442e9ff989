import type { Question } from './question.ts';

/** What a request finds on the server's disk. */
export interface Disk {
  /** False when nobody has said what is on it. */
  readonly isSeen: boolean;
  /** @param path null when the root is not known; @param name as the URI or `try_files` has it */
  readonly isFile: (path: string | null, name: string) => boolean;
  readonly isDirectory: (path: string | null, name: string) => boolean;
}

/** Nobody has shown the disk: scripts that a URI names are there, the document root is there, nothing else is. */
const UNSEEN: Disk = {
  isSeen: false,
  isFile: (_, name) => name.endsWith('.php'),
  isDirectory: (_, name) => /^\/{1,8}$/.test(name),
};

export function diskOf({ exists }: Question): Disk {
  if (exists === null) return UNSEEN;
  const withoutSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);
  return {
    isSeen: true,
    isFile: (path) => path !== null && !path.endsWith('/') && exists(path),
    isDirectory: (path) => path !== null && exists(`${withoutSlash(path)}/`),
  };
}
