export const files = import.meta.glob<string>('../../../tests/incidents/fastcgi-premature-close/in/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
