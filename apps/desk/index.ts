/** The write side of the newsroom. */
export { DeskModule } from './desk.module.js';
export { DevelopmentDto } from './developments/development.dto.js';
export { deskPort, openDesk, setupLine, type Desk } from './desk.js';
export { Importer, type ImportProgress } from './imports/importer.js';
export { IMPORTS } from './imports/import.controller.js';
export { deskDescription } from './openapi/description.js';
