export const files = import.meta.glob<string>('../../../samples/fastcgi-premature-close/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
