import { Module } from '@nestjs/common';
import { AssetsController } from './assets.controller.js';
import { CorrectionsPageController } from './corrections-page.controller.js';
import { FrontPageController } from './front-page.controller.js';
import { PageSender } from './page-sender.js';
import { PartyPagesController } from './party-pages.controller.js';
import { StoryListPagesController } from './story-list-pages.controller.js';
import { StoryPagesController } from './story-pages.controller.js';

/** The pages for readers. */
@Module({
  controllers: [
    FrontPageController,
    PartyPagesController,
    CorrectionsPageController,
    AssetsController,
    StoryPagesController,
    StoryListPagesController,
  ],
  providers: [PageSender],
})
export class PagesModule {}
