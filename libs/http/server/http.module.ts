import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Routes } from '../problem/routes.js';
import { QueryGuard } from '../validation/query.js';
import { DtoPipe } from '../validation/validation.js';
import { ProblemFilter } from './problem-filter.js';

/** What every server of Dateline does with every request. `createServer` puts it around the application's own module. */
@Module({
  providers: [
    Routes,
    { provide: APP_GUARD, useClass: QueryGuard },
    { provide: APP_PIPE, useClass: DtoPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
