import { Module } from '@nestjs/common';
import { CrawlersController } from './crawlers.controller.js';

/** What programs ask of any site. */
@Module({ controllers: [CrawlersController] })
export class CrawlersModule {}
