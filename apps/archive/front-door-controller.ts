import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

@ApiExcludeController()
@Controller()
export class FrontDoorController {
  /** Whoever comes without an address is shown what there is. */
  @Get()
  @Redirect('/docs', 302)
  root(): void {}
}
