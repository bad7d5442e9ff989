/** Floors of the house: a file imports only from lower floors and from its own room. */
const FLOORS = [
  ['src/engine/(text|knowledge)'],
  ['src/engine/intake'],
  ['src/engine/syntax'],
  ['src/engine/redact'],
  ['src/engine/stack', 'src/engine/evidence'],
  ['src/engine/plan'],
  ['src/engine/rules'],
  ['src/engine/diagnosis', 'src/engine/refactor'],
  ['src/engine/report', 'src/engine/snapshot'],
  ['src/engine/(index\\.ts|session)'],
  ['src/kernels', 'src/share', 'src/settings'],
  ['src/worker', 'src/offline'],
  ['src/app', 'src/cli'],
  ['src/main.ts'],
];

const forbidden = [
  { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no-orphans',
    severity: 'error',
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', 'src/main\\.ts', 'src/cli/', 'src/offline/'] },
    to: {},
  },
  {
    name: 'engine-is-pure',
    severity: 'error',
    comment: 'the engine compiles and runs without DOM, Node or any package',
    from: { path: '^src/engine/', pathNot: '\\.test\\.ts$' },
    to: { pathNot: '^src/engine/' },
  },
];
FLOORS.forEach((rooms, floor) => {
  for (const room of rooms) {
    const allowed = FLOORS.slice(0, floor)
      .flat()
      .concat(room)
      .map((r) => `^${r}`);
    forbidden.push({
      name: `floor-${floor}-${room.replace(/^src\//, '')}`,
      severity: 'error',
      comment: 'no arrow runs upwards or into a neighbouring room',
      from: { path: `^${room}`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: allowed },
    });
  }
});

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] },
  },
};
