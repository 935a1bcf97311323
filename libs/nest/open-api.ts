import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

export interface OpenApiOptions {
  readonly title: string;
  readonly description: string;
  readonly version?: string;
  /** Origin under which clients reach it, where that is not the one they asked. */
  readonly server?: string | null;
  /** Where the page is served. The front door lets Swagger UI run there and nowhere else. */
  readonly path?: 'docs';
}

/**
 * Serves what this application can do: OpenAPI 3.1 at `/openapi.json`, and at `/docs` a page to try it. Call it
 * before `listen`.
 *
 * @returns the document, for those who check it
 */
export function openApi(app: NestFastifyApplication, options: OpenApiOptions): OpenAPIObject {
  const { title, description, version = '1', server = null, path = 'docs' } = options;
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion(version);
  if (server !== null) config.addServer(server);
  const document = SwaggerModule.createDocument(app, config.build());
  SwaggerModule.setup(path, app, document, {
    jsonDocumentUrl: '/openapi.json',
    raw: ['json'],
    customSiteTitle: title,
  });
  return document;
}
