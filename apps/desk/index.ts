/** The write side of the newsroom. */
export { DeskModule, type DeskParts } from './desk-module.js';
export { deskPort, openDesk, type Desk } from './desk.js';
export { Importer, type ImportProgress } from './imports/importer.js';
export { IMPORTS } from './imports/import.controller.js';
export { deskDescription } from './openapi/description.js';
