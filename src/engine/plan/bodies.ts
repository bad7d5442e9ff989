import { MiB, type Bytes } from '../text/units.ts';
import { nextPowerOfTwo } from './rounding.ts';

/** Multipart boundaries and the other fields of a form around an uploaded file. */
const FORM_OVERHEAD: Bytes = MiB;

/** Body sizes that let a request of `bytes` through nginx and PHP alike. */
export interface BodyLimits {
  readonly clientMaxBodySize: Bytes;
  readonly postMaxSize: Bytes;
}

/** The next power of two in MiB above the refused body, with room for its form. */
export function bodyLimitsFor(bytes: Bytes): BodyLimits {
  const limit = nextPowerOfTwo(bytes + 1, MiB);
  return { clientMaxBodySize: limit, postMaxSize: limit };
}

/** `post_max_size` for files of `upload` bytes in a form. */
export function postSizeFor(upload: Bytes): Bytes {
  return Math.ceil((upload + FORM_OVERHEAD) / MiB) * MiB;
}
