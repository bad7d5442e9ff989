import type { Detector } from '../find.ts';
import { publicBlocks } from '../slots/public-blocks.ts';
import type { Shape } from './shape.ts';

/** Classes that are off until switched on: what correlates requests, and keys that are meant to be seen. */
export const OPTIONAL: readonly Shape[] = [
  {
    name: 'publishable-key',
    class: 'publishable-key',
    type: 'publishable_key',
    hints: ['pk_live_', 'pk_test_'],
    pattern: /(?<![A-Za-z0-9])pk_(?:live|test)_[A-Za-z0-9]{10,250}/g,
  },
  {
    name: 'uuid',
    class: 'correlation',
    type: 'uuid',
    hints: ['-'],
    pattern: /(?<![0-9A-Za-z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])/g,
  },
  {
    name: 'hex-digest',
    class: 'correlation',
    type: 'digest',
    hints: [''],
    pattern: /(?<![0-9A-Za-z])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9A-Za-z])/g,
  },
];

/** Lines of certificates. */
export const certificates: Detector = {
  name: 'certificates',
  find: ({ text }, found) => {
    for (const block of publicBlocks(text)) {
      for (const line of text.slice(block.start, block.end).matchAll(/[A-Za-z0-9+/=]{8,80}/g)) {
        const start = block.start + line.index;
        found.push({ start, end: start + line[0].length, class: 'certificate', type: 'certificate' });
      }
    }
  },
};
