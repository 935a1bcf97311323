/** Rules that oxlint lacks: no use of the machine's clock, and no `export *` from an index. */
const present =
  'The time is an argument: take it from a Clock. Only libs/event-store/system-clock.ts reads the machine’s clock.';
const isDate = (node) => node.type === 'Identifier' && node.name === 'Date';

const noPresent = {
  create: (context) => ({
    NewExpression(node) {
      if (isDate(node.callee) && node.arguments.length === 0) context.report({ node, message: present });
    },
    CallExpression(node) {
      const { callee } = node;
      const now =
        callee.type === 'MemberExpression' && isDate(callee.object) && callee.property.name === 'now';
      if (now || isDate(callee)) context.report({ node, message: present });
    },
  }),
};

const noExportAll = {
  create: (context) => ({
    ExportAllDeclaration(node) {
      context.report({ node, message: 'An index lists what it exports: export { … } from.' });
    },
  }),
};

export default {
  meta: { name: 'dateline' },
  rules: { 'no-present': noPresent, 'no-export-all': noExportAll },
};
