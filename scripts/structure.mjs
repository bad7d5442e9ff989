/** Writes docs/structure.md: the rooms of the house, their size, and the imports between them, as dependency-cruiser measures them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';

const FLOORS = [
  ['engine/text', 'engine/knowledge'],
  ['engine/intake'],
  ['engine/syntax'],
  ['engine/redact'],
  ['engine/stack', 'engine/evidence'],
  ['engine/plan'],
  ['engine/rules'],
  ['engine/diagnosis', 'engine/refactor'],
  ['engine/report', 'engine/snapshot'],
  ['engine/session', 'engine/index.ts'],
  ['kernels', 'share', 'settings'],
  ['worker', 'offline'],
  ['app', 'cli'],
  ['main.ts'],
];

const roomOf = (file) => FLOORS.flat().find((room) => file === `src/${room}` || file.startsWith(`src/${room}/`));
const floorOf = (room) => FLOORS.findIndex((rooms) => rooms.includes(room));

const { output } = await cruise(['src'], {
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '\\.test\\.ts$' },
  enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] },
});

const rooms = new Map(FLOORS.flat().map((room) => [room, { files: 0, lines: [], to: new Map() }]));
for (const module of output.modules) {
  const room = roomOf(module.source);
  if (!room) continue;
  const entry = rooms.get(room);
  entry.files += 1;
  entry.lines.push(readFileSync(module.source, 'utf8').split('\n').length);
  for (const dependency of module.dependencies) {
    const target = roomOf(dependency.resolved);
    if (target && target !== room) entry.to.set(target, (entry.to.get(target) ?? 0) + 1);
  }
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const id = (room) => room.replace(/\W/g, '_');
const arrows = [...rooms].flatMap(([room, { to }]) => [...to].map(([target, count]) => ({ room, target, count })));
const upwards = arrows.filter(({ room, target }) => floorOf(target) > floorOf(room));

const picture = [
  'flowchart BT',
  ...FLOORS.map(
    (names, floor) =>
      `  subgraph f${floor}["floor ${floor}"]\n${names.map((room) => `    ${id(room)}["${room}"]`).join('\n')}\n  end`,
  ),
  ...arrows.map(({ room, target, count }) => `  ${id(room)} -->|${count}| ${id(target)}`),
].join('\n');

const table = [...rooms]
  .map(
    ([room, { files, lines, to }]) =>
      `| ${floorOf(room)} | \`${room}\` | ${files} | ${lines.reduce((a, b) => a + b, 0)} | ${median(lines)} | ${Math.max(0, ...lines)} | ${[...to.keys()].map((name) => `\`${name}\``).join(', ')} |`,
  )
  .join('\n');

writeFileSync(
  'docs/structure.md',
  `# Structure

As measured by dependency-cruiser (\`npm run structure\`). An arrow is an import; its number counts them. ${upwards.length === 0 ? 'No arrow runs upwards.' : `${upwards.length} arrows run upwards: ${upwards.map(({ room, target }) => `${room} → ${target}`).join(', ')}.`}

| floor | room | files | lines | median | longest | imports from |
|---|---|---|---|---|---|---|
${table}

\`\`\`mermaid
${picture}
\`\`\`
`,
);
console.log(`docs/structure.md: ${arrows.length} arrows, ${upwards.length} upwards`);
process.exitCode = upwards.length === 0 ? 0 : 1;
