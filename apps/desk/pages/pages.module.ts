import { Module } from '@nestjs/common';
import { DeskPagesController } from './desk-pages.controller.js';

/** The pages of the desk. */
@Module({ controllers: [DeskPagesController] })
export class DeskPagesModule {}
