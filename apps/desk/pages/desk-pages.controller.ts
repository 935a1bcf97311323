import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Get } from '#staff';

/** The files are beside the sources, not in dist. */
const FOLDER = join(import.meta.dirname, '../../../../apps/desk/pages');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** The pages for signing in. They hold no content: their script asks the API. */
@ApiExcludeController()
@Controller('desk')
export class DeskPagesController {
  readonly #page = read('desk.html');
  readonly #style = read('desk.css');
  readonly #script = read('desk.js');
  readonly #passkeys = read('passkeys.js');

  @Get('open', ['', 'sign-in', 'setup', 'invitation', 'recovery'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  page(): string {
    return this.#page;
  }

  @Get('open', 'assets/desk.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  style(): string {
    return this.#style;
  }

  @Get('open', 'assets/desk.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  script(): string {
    return this.#script;
  }
  @Get('open', 'assets/passkeys.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  passkeys(): string {
    return this.#passkeys;
  }
}
