import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module.js';
import { ImportController } from './import.controller.js';
import { Importer } from './importer.js';

/** Imports stories from files. */
@Module({ imports: [RecordingModule], controllers: [ImportController], providers: [Importer] })
export class ImportsModule {}
