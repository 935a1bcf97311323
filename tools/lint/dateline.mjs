/** What oxlint has no rule for: the clock of the machine, and doors that let everything through. */
const present =
  'The time is an argument: take it from a Clock. Only libs/event-store/system-clock.ts reads the machine’s.';
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
      context.report({ node, message: 'A door names what it lets through: export { … } from.' });
    },
  }),
};

export default {
  meta: { name: 'dateline' },
  rules: { 'no-present': noPresent, 'no-export-all': noExportAll },
};
