import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Get } from '#staff';

/** The files are beside the sources, not in dist. */
const FOLDER = join(import.meta.dirname, '../../../../apps/desk/pages');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const PAGE = read('desk.html');
const STYLE = read('desk.css');
const SCRIPT = read('desk.js');

/** The pages for signing in. They hold no content: their script asks the API. */
@ApiExcludeController()
@Controller('desk')
export class DeskPagesController {
  @Get('open', ['', 'sign-in', 'setup', 'invitation', 'recovery'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  page(): string {
    return PAGE;
  }

  @Get('open', 'assets/desk.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  style(): string {
    return STYLE;
  }

  @Get('open', 'assets/desk.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  script(): string {
    return SCRIPT;
  }
}
