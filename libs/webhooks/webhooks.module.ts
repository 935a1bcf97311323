import { Module, type DynamicModule } from '@nestjs/common';
import { StoryIds } from './story-ids.js';
import { WebhooksController } from './webhooks.controller.js';
import { Webhooks } from './webhooks.js';

/** The routes with which operators manage endpoints. The caller opens and closes `webhooks`. */
@Module({ controllers: [WebhooksController] })
export class WebhooksModule {
  static register(webhooks: Webhooks, stories: StoryIds): DynamicModule {
    return {
      module: WebhooksModule,
      providers: [
        { provide: Webhooks, useValue: webhooks },
        { provide: StoryIds, useValue: stories },
      ],
    };
  }
}
