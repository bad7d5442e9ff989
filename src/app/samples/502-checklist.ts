export const files = import.meta.glob<string>('../../../tests/incidents/502-checklist/in/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
