import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { Publication } from './answers/publication.js';
import { READ_API_OPTIONS, ReadableModel, type ReadApiOptions } from './answers/readable-model.js';
import { StoryFinder } from './answers/story-finder.js';
import { Tables } from './formats/tables.js';
import { ChangesController } from './publishing/changes.controller.js';
import { CorrectionsController } from './publishing/corrections.controller.js';
import { DumpController } from './publishing/dump.controller.js';
import { Dumps } from './publishing/dumps.js';
import { FeedArchiveController } from './publishing/feed-archive.controller.js';
import { Followers } from './publishing/followers.js';
import { MementoController } from './publishing/memento.controller.js';
import { StoriesFeedController } from './publishing/stories-feed.controller.js';
import { StreamsController } from './publishing/streams.controller.js';
import { TablesController } from './publishing/tables.controller.js';
import { ClaimController } from './stories/claim.controller.js';
import { ClaimsController, PublishedClaimsController } from './stories/claims.controller.js';
import {
  DevelopmentsController,
  PublishedDevelopmentsController,
} from './stories/developments.controller.js';
import { PartiesController } from './stories/parties.controller.js';
import { QuestionsCorrectionsController } from './stories/questions-corrections.controller.js';
import { PublishedStateController, StateController } from './stories/state.controller.js';
import { StoriesController } from './stories/stories.controller.js';
import { StoryAnswers } from './stories/story-answers.js';
import { StoryChangesController } from './stories/story-changes.controller.js';
import { StoryLists } from './stories/story-lists.js';
import { StoryStates } from './stories/story-states.js';
import { VariablesController } from './stories/variables.controller.js';

/** What editors read: JSON only. OpenAPI lists the operations in the order of the controllers. */
export const FOR_EDITORS: readonly Type[] = [
  StoriesController,
  PartiesController,
  StateController,
  DevelopmentsController,
  ClaimsController,
  QuestionsCorrectionsController,
  ClaimController,
  VariablesController,
  StoryChangesController,
];

/** What the world reads: the same in every format, and all that is only for publication. */
const PUBLISHED: readonly Type[] = [
  StoriesController,
  PartiesController,
  MementoController,
  ChangesController,
  StreamsController,
  DumpController,
  StoriesFeedController,
  CorrectionsController,
  FeedArchiveController,
  TablesController,
  PublishedStateController,
  PublishedDevelopmentsController,
  PublishedClaimsController,
  QuestionsCorrectionsController,
  ClaimController,
  VariablesController,
  StoryChangesController,
];

/** How many dumps are written at once. */
const DUMPS = { most: 20, mostPerAddress: 2 };

const publishing = (publication: Publication): readonly Provider[] => [
  { provide: Publication, useValue: publication },
  Tables,
  {
    provide: Followers,
    inject: [ReadableModel],
    useFactory: (model: ReadableModel) => new Followers(model, publication.maxFollowers),
  },
  {
    provide: Dumps,
    inject: [ReadableModel],
    useFactory: (model: ReadableModel) => new Dumps(model, DUMPS),
  },
];

/**
 * The read API of one log. It is global: the pages of the archive inject what it reads from. The desk and the archive
 * each register it with their own options.
 */
@Module({})
export class ReadApiModule {
  static register(options: ReadApiOptions): DynamicModule {
    const { publication, path } = options;
    return {
      module: ReadApiModule,
      global: true,
      imports: [RouterModule.register([{ path, module: ReadApiModule }])],
      controllers: [...(publication === null ? FOR_EDITORS : PUBLISHED)],
      providers: [
        { provide: READ_API_OPTIONS, useValue: options },
        ReadableModel,
        StoryFinder,
        StoryAnswers,
        StoryLists,
        StoryStates,
        ...(publication === null ? [] : publishing(publication)),
      ],
      exports: [ReadableModel, ...(publication === null ? [] : [Publication])],
    };
  }
}
