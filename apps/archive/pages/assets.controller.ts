import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ICON, STYLESHEET, type Asset } from '#pages';

/** The files that pages load. */
@ApiExcludeController()
@Controller()
export class AssetsController {
  @Get(STYLESHEET.path)
  stylesheet(@Res() reply: FastifyReply): void {
    sendAsset(reply, STYLESHEET);
  }

  @Get(ICON.path)
  icon(@Res() reply: FastifyReply): void {
    sendAsset(reply, ICON);
  }
}

/** Its name changes with its content, so caches may keep it forever. */
function sendAsset(reply: FastifyReply, { type, body }: Asset): void {
  void reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(body);
}
