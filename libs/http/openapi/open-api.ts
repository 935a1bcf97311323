import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { complete, type RawDocument } from './complete.js';
import { serveDocument } from '../server/document-route.js';
import type { ApiDescription } from './description.js';

export interface OpenApiOptions {
  readonly title: string;
  readonly description: string;
  readonly version?: string;
  /** Origin under which clients reach it, where that is not the one they asked. */
  readonly server?: string | null;
  /** Where the page is served. The front door lets Swagger UI run there and nowhere else. */
  readonly path?: 'docs';
  /** What the controllers do not say of themselves. */
  readonly api?: ApiDescription;
}

/**
 * Serves what this application can do: OpenAPI 3.1 at `/openapi.json`, and at `/docs` a page to try it. Call it
 * before `listen`. The document is made when it is first asked for.
 */
export function openApi(app: NestFastifyApplication, options: OpenApiOptions): void {
  const { title, description, version = '1', server = null, path = 'docs', api } = options;
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion(version)
    .addServer(server ?? '/')
    .build();
  const { contact: _, ...info } = config.info;
  const about = {
    ...config,
    info: { ...info, license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' } },
  };
  const document = (): OpenAPIObject => {
    const raw = SwaggerModule.createDocument(app, about);
    return api ? (complete(raw as unknown as RawDocument, api) as unknown as OpenAPIObject) : raw;
  };
  SwaggerModule.setup(path, app, document, { raw: false, customSiteTitle: title });
  serveDocument(app, '/openapi.json', document);
}
