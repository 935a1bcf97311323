/**
 * Jest's environment for Node, but with an ordinary global object. Jest puts a proxy in front of the global object. With the
 * proxy each use of `Math` or `Map` leaves the compiled code: pure code then takes more than twice as long.
 */
'use strict';

const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
};
