import { Module } from '@nestjs/common';
import { DirectoryController } from './directory.controller.js';

/** The sides and parties of all stories. */
@Module({ controllers: [DirectoryController] })
export class DirectoryModule {}
