/** Databases, caches and the like: their end is not the end of what nginx passes requests to. */
const NEIGHBOURS = [
  'mysql',
  'mariadb',
  'postgres',
  'redis',
  'mongod',
  'clamd',
  'elasticsearch',
  'chrome',
  'memcached',
  'rabbitmq',
];

/** True for the name of a process, a unit or a container that stands beside the backend. */
export function isNeighbour(name: string): boolean {
  const lower = name.toLowerCase();
  return NEIGHBOURS.some((neighbour) => lower.includes(neighbour)) && !lower.includes('php');
}
