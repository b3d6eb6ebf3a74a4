/** The map of rooms: who may import whom. See docs/architecture.md; test/rooms shows that each rule can fail. */

/** A room imports from the house only what `allowed` names; packages are no room. */
const room = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(definitions|engine|workers|editor|test)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    room('definitions-alone', '^definitions/', '^definitions/'),
    room(
      'pure-engine',
      '^engine/(interpreter|simulate|identity)/',
      '^(definitions|engine/(interpreter|simulate|identity))/',
    ),
    room('workflows', '^engine/workflows/', '^(definitions|engine/(interpreter|workflows))/'),
    room('engine-never-workers', '^engine/(store|runs|api|local|cli|tables)/', '^(definitions|engine)/'),
    // The sample day acts as people and channels do: through the store and the runs, by no way of its own. Its
    // visitor is whoever a new installation begins with.
    room(
      'sample',
      '^engine/sample/',
      '^(definitions/|engine/(sample|store|runs)/|engine/local/(first-people|release-shipped)\\.ts$)',
    ),
    // The worker's own process also hosts what engine/runs does beside the cases: builds, the archive.
    room(
      'workers',
      '^workers/(?!main\\.ts|host/)',
      '^(definitions|workers|engine/(store|identity|workflows|interpreter))/',
    ),
    room(
      'worker-process',
      '^workers/(main\\.ts|host/)',
      '^(definitions|workers|engine/(store|runs|identity|workflows|interpreter))/',
    ),
    room('editor', '^editor/', '^(definitions|engine/(interpreter|simulate)|editor)/'),
    {
      name: 'pure-rooms-without-node',
      severity: 'error',
      from: { path: '^(definitions|engine/(interpreter|simulate|identity|workflows))/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      // zod is for borders: files that read JSON (the library reads what ships), and the schemas they read it by.
      name: 'zod-at-the-border',
      severity: 'error',
      from: {
        path: '^(definitions|engine/(interpreter|simulate|identity))/',
        pathNot: '(\\.schema|/read-[a-z-]+|/apply-fix)\\.ts$|^definitions/library/[^/]+\\.ts$',
      },
      to: { path: '(node_modules/zod/|\\.schema\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-zod-in-the-sandbox',
      severity: 'error',
      from: { path: '^engine/(workflows|interpreter)/' },
      to: { reachable: true, path: 'node_modules/zod/' },
    },
    {
      name: 'feelin-is-an-oracle',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: 'node_modules/feelin/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
