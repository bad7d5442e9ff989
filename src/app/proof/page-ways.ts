import { SHARED_WAYS, target, type WayOut } from '../../worker/ways-out.ts';

/** What only a page has. */
export const PAGE_WAYS: readonly WayOut[] = [
  ...SHARED_WAYS,
  {
    way: 'sendBeacon',
    exists: () => 'sendBeacon' in navigator,
    take: () => navigator.sendBeacon(target('beacon'), 'x'),
  },
  {
    way: 'image',
    exists: () => true,
    take: () => {
      new Image().src = target('image.png');
    },
  },
  {
    way: 'script element',
    exists: () => true,
    take: () => {
      const script = document.createElement('script');
      script.src = target('script.js');
      document.head.append(script);
      script.remove();
    },
  },
  {
    way: 'frame',
    exists: () => true,
    take: () => {
      const frame = document.createElement('iframe');
      frame.src = target('frame');
      document.body.append(frame);
      setTimeout(() => {
        frame.remove();
      }, 0);
    },
  },
  { way: 'form', exists: () => true, take: submitForm },
];

/** The answer would go into a frame of its own, so that a page without a policy does not walk away by trying. */
function submitForm(): void {
  const frame = document.createElement('iframe');
  frame.name = 'way-out';
  const form = document.createElement('form');
  form.action = target('form');
  form.target = frame.name;
  document.body.append(frame, form);
  form.submit();
  setTimeout(() => {
    form.remove();
    frame.remove();
  }, 0);
}
