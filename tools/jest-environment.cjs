/**
 * Jest's environment for Node, but with an ordinary global object. Jest puts a proxy in front of the global object. With the
 * proxy each use of `Math` or `Map` leaves the compiled code: pure code then takes more than twice as long.
 *
 * `requireOutside` loads a CommonJS module outside the sandbox of a spec file: all spec files of a worker share it.
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
    this.global.requireOutside = require;
  }
};
