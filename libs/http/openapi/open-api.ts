import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { complete, type RawDocument } from './complete.js';
import { serveDocument } from '../server/document-route.js';
import type { ApiDescription } from './description.js';

export interface OpenApiOptions {
  readonly title: string;
  readonly description: string;
  readonly version?: string;
  /** The origin for clients, if it differs from the origin of the request. */
  readonly server?: string | null;
  /** The path of the page. The content security policy allows Swagger UI only there. */
  readonly path?: 'docs';
  /** What the controllers do not declare. */
  readonly api?: ApiDescription;
}

/**
 * Serves the OpenAPI 3.1 document at `/openapi.json`, and Swagger UI at `/docs`. Call it before `listen`. The first request
 * makes the document.
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
