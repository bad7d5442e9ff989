export const files = import.meta.glob<string>('../../../samples/502-checklist/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
