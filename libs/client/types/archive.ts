// Made of the document of OpenAPI of the archive by `npm run openapi`: do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports whether the process answers */
        get: operations["readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports each check; answers 503 if a required check fails */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed after a position, oldest first, in pages: the same events as in the stream
         * @description Without `since`, the changes start from the beginning. To resume, use `position` of the last page. To follow a copy of `/v1/stories`, start from its `position`.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was corrected, retracted, withdrawn, killed and reinstated, newest first */
        get: operations["listAllCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The corrections of all stories as an Atom feed */
        get: operations["feedCorrectionsAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections.jsonfeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The corrections of all stories as a JSON Feed */
        get: operations["feedCorrectionsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public log, whole or after a position: one CloudEvent on each line
         * @description A client address may read two dumps at once. The server ends a dump that the client does not read for a minute. Ask for the rest with `since`.
         */
        get: operations["dumpChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a party asserted, confirmed and denied as of a moment, and the status of these claims */
        get: operations["readParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stories as of a moment, newest development first; a search reads the texts of that moment
         * @description A story must match all filters, as of the moment. Without `asOf` the moment is now.
         */
        get: operations["listStories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories as of a moment, as an Atom feed */
        get: operations["feedStoriesAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories.jsonfeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories as of a moment, as a JSON Feed */
        get: operations["feedStoriesJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of a story: recorded by `asOf`, true at `validAt`
         * @description The size of the answer is bounded: each list gives its total, and the address of the rest. With `asOf` the answer is a memento (RFC 7089) and names the revision that it shows. `Accept`, or a suffix of the address, selects another format: `.ninjs`, `.jsonld`, `.atom`, `.jsonfeed`, `.prov`; `.json` is our own.
         */
        get: operations["readStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/archive/{archive}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An archive document of a story’s feed (RFC 5005): a hundred of its revisions */
        get: operations["readFeedArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two moments */
        get: operations["readStoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The claims: first those that the newsroom judged, then those of key developments, then the others
         * @description Without filters, the list has all claims. With filters, the server searches at most 5,000 claims for one page. The page may then be shorter than `limit`; `next` continues the search.
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every claim as of a moment, as a table */
        get: operations["tabulateClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim with the history of its status, and the reasons */
        get: operations["readClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/claims/{claim}/assertions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every assertion about a claim, oldest first, and whether it is in force */
        get: operations["listAssertions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The corrections, newest first */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/developments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The timeline, newest first
         * @description With `validAt`, the list has the developments whose time had begun by then, even if it was over. That time is `occurred`, else `reportedAt`, else the time of recording. To know what was true at that moment, read the claims.
         */
        get: operations["listDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/developments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every development as of a moment, as a table */
        get: operations["tabulateDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/developments/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The number of developments, by kind and by day, newest first */
        get: operations["countDevelopments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions that were raised, and their answers */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A fixed state of a story, by its revision
         * @description `Accept`, or a suffix of the address, selects another format: `.ninjs`, `.jsonld`, `.atom`, `.jsonfeed`, `.prov`; `.json` is our own.
         */
        get: operations["readRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes in a story, as server-sent events
         * @description Without a position the stream begins with the next event. To read the state after a change, send its `data.position` as `Dateline-Position`: caches, even the browser’s, may still have the former state. After a `reset` event your copy may contain withdrawn content: fetch the states again.
         */
        get: operations["followStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/timegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The memento of a story as of Accept-Datetime, by a short address */
        get: operations["readTimeGateOfStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/timemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All mementos of a story, by a short address */
        get: operations["readTimeMapOfStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{story}/variables/{variable}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values of a variable over time, a series for each origin; with `validAt` those in force then */
        get: operations["readVariable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that changes, as server-sent events
         * @description Without a position the stream begins with the next event. To read the state after a change, send its `data.position` as `Dateline-Position`: caches, even the browser’s, may still have the former state. After a `reset` event your copy may contain withdrawn content: fetch the states again.
         */
        get: operations["followChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timegate/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The memento of a story as of Accept-Datetime (RFC 7089), by the full address */
        get: operations["readTimeGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timemap/link/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All mementos of a story (RFC 7089), by the full address */
        get: operations["readTimeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uri-reference
         * @description An address on this server.
         */
        Address: string;
        /** @description The stance of one origin towards one claim, in one development. */
        Assertion: {
            /** @description Further chains of attribution. */
            also?: components["schemas"]["Chain"][];
            chain: components["schemas"]["Chain"];
            development: components["schemas"]["Uuid"];
            id: components["schemas"]["Uuid"];
            origin: components["schemas"]["Origin"];
            recordedAt: components["schemas"]["Instant"];
            /** @description Who retracted the development that made it. */
            retracted: ("us" | "outlet") | null;
            /** @enum {string} */
            stance: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            standing: components["schemas"]["Standing"];
            /** @description True while it is in force: not withdrawn, not retracted, and not replaced by its origin. */
            stands: boolean;
            /** @description Who withdrew it. */
            withdrawn: ("us" | "origin") | null;
        };
        /** @description Assertions about a claim. */
        Assertions: {
            items: components["schemas"]["Assertion"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description An Atom feed (RFC 4287), with tombstones (RFC 6721) and archives (RFC 5005). */
        Atom: string;
        /**
         * @description The first and the last millisecond of a valid time. Days are those of the newsroom’s zone. An open end is null.
         * @example {
         *       "from": "2016-11-28T00:00:00.000Z",
         *       "to": "2016-12-01T23:59:59.999Z"
         *     }
         */
        Bounds: {
            from: components["schemas"]["Instant"] | null;
            to: components["schemas"]["Instant"] | null;
        };
        /** @description A chain of attribution: the outermost outlet first, the origin last. */
        Chain: components["schemas"]["Link"][];
        /** @description One public event, and what it changed. */
        Change: {
            changes: components["schemas"]["Difference"][];
            id: components["schemas"]["Uuid"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            position: components["schemas"]["Position"];
            recordedAt: components["schemas"]["Instant"];
            revision: components["schemas"]["Revision"];
            significance: components["schemas"]["Significance"];
            story: {
                id: components["schemas"]["Uuid"];
                slug: components["schemas"]["Slug"];
            };
            time: components["schemas"]["Instant"];
            /** @description `ConfirmationRecorded`, `StoryKilled`, … */
            type: string;
            /** @description True if `changes` is incomplete: fetch the state again. */
            whole: boolean;
        };
        ChangedClaim: {
            /** @description Its former content, if that was corrected. */
            content: {
                was: {
                    /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
                    decidedBy: components["schemas"]["Decider"][] | null;
                    figure: components["schemas"]["Figure"] | null;
                    id: components["schemas"]["Slug"];
                    /** @enum {string} */
                    kind: "proposition" | "territory" | "figure" | "decision";
                    languages?: components["schemas"]["Languages"];
                    occurred: components["schemas"]["Edtf"] | null;
                    occurredBounds: components["schemas"]["Bounds"] | null;
                    place: components["schemas"]["Place"] | null;
                    territory: components["schemas"]["Territory"] | null;
                    text: components["schemas"]["Text"];
                };
            } | null;
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            figure: components["schemas"]["Figure"] | null;
            id: components["schemas"]["Slug"];
            is: components["schemas"]["StatusThen"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
            /** @description Null for a new claim. */
            was: components["schemas"]["StatusThen"] | null;
        };
        ChangedFigure: {
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            id: components["schemas"]["Slug"];
            status: components["schemas"]["ClaimStatus"];
            territory: components["schemas"]["Territory"] | null;
        };
        /** @description What changed, oldest first. */
        ChangesPage: {
            items: components["schemas"]["CloudEvent"][];
            /** @description The next page; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description How many seconds to wait before the next request. */
            poll: number;
            /** @description The position to resume from. */
            position: components["schemas"]["Position"] | null;
        };
        /** @description One check of readiness. */
        Check: {
            /** @description For an operator. */
            detail: string;
            /** @description The name of the check. */
            name: string;
            /** @description Whether it passes. */
            ok: boolean;
        };
        /** @description Claims: first those that the newsroom judged, then those of key developments, then the others. Within each group the latest change comes first. */
        ChosenClaims: {
            items: components["schemas"]["Claim"][];
            /** @description The next page; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description The total number; null with filters in a story of more than 5,000 claims. */
            total: number | null;
        };
        /** @description One checkable proposition with its status, and the newest five assertions in force. */
        Claim: {
            assertions: components["schemas"]["Assertions"];
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            explanation: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            id: components["schemas"]["Slug"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /** @description A relation between two claims. It never changes a status. After `supersedes`, `restates` and `annuls`, the other claim is no longer in force. */
        ClaimLink: {
            from: components["schemas"]["Slug"];
            id: components["schemas"]["Uuid"];
            /** @enum {string} */
            relation: "same" | "narrows" | "broadens" | "contradicts" | "supersedes" | "restates" | "annuls";
            to: components["schemas"]["Slug"];
        };
        /** @description One claim in full, with the history of its status. */
        ClaimPage: {
            assertions: components["schemas"]["Assertions"];
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            /** @description True if its content was corrected. */
            corrected: boolean;
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            explanation: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"] | null;
            flags: components["schemas"]["Flag"][];
            /** @description Its statuses, oldest first: the newest hundred. */
            history: components["schemas"]["StatusThen"][];
            id: components["schemas"]["Slug"];
            identifiedBy: components["schemas"]["Uuid"];
            /** @description The judgements that were not revoked, oldest first. The last one is in force. */
            judgements: components["schemas"]["Judgement"][];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            languages?: components["schemas"]["Languages"];
            links: components["schemas"]["ClaimLink"][];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            recordedAt: components["schemas"]["Instant"];
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /** @description Claims: first those that the newsroom judged, then those of key developments, then the others. Within each group the latest change comes first. */
        Claims: {
            items: components["schemas"]["Claim"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /**
         * @description The status that follows from the assertions in force and their origins.
         * @enum {string}
         */
        ClaimStatus: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
        /** @description One public event in CloudEvents 1.0. `time` is when it happened, `recordedtime` when it became public. */
        CloudEvent: {
            data: {
                changes: components["schemas"]["Difference"][];
                occurred: components["schemas"]["Edtf"] | null;
                occurredBounds: components["schemas"]["Bounds"] | null;
                position: components["schemas"]["Position"];
                /** @description What a cache must forget. */
                purge: {
                    /** @description Prefixes of addresses. */
                    prefixes: string[];
                    /** @description Surrogate keys. */
                    tags: string[];
                    /** @description Complete addresses. */
                    urls: string[];
                };
                recordedAt: components["schemas"]["Instant"];
                revision: components["schemas"]["Revision"];
                significance: components["schemas"]["Significance"];
                story: {
                    id: components["schemas"]["Uuid"];
                    slug: components["schemas"]["Slug"];
                };
                /** @description True if `changes` is incomplete: fetch the state again. */
                whole: boolean;
            };
            /** @constant */
            datacontenttype: "application/json";
            id: components["schemas"]["Uuid"];
            partitionkey: components["schemas"]["Uuid"];
            recordedtime: components["schemas"]["Instant"];
            /** @description The position, padded so that strings compare like numbers. */
            sequence: string;
            /**
             * Format: uri
             * @description The story.
             */
            source: string;
            /** @constant */
            specversion: "1.0";
            subject: components["schemas"]["Slug"];
            time: components["schemas"]["Instant"];
            /** @description `dateline.` and the type of the event. */
            type: string;
        };
        /**
         * @description How the number is meant: `~` means about.
         * @enum {string}
         */
        Comparator: "=" | "~" | ">" | ">=" | "<" | "<=";
        /** @description One part of a joint correction: a development, a claim, the headline, or the lede. */
        CorrectedPart: {
            changes: components["schemas"]["FieldChange"][];
            claim?: components["schemas"]["Slug"];
            development?: components["schemas"]["Uuid"];
            /** @enum {string} */
            heading?: "headline" | "lede";
        };
        /** @description A correction of a development, of a claim, or of several `parts`; a changed verdict; or a removal. */
        Correction: {
            at: components["schemas"]["Instant"];
            /** @description The changed fields. Empty for a removal, or if `parts` have the changes. */
            changes: components["schemas"]["FieldChange"][];
            claim?: components["schemas"]["Slug"];
            /**
             * @description `correction`: a wrong fact. `clarification`: misleading wording. `refile`: a slip that changes no meaning. `removal`: a text removed whatever the `asOf`.
             * @enum {string}
             */
            class: "correction" | "clarification" | "refile" | "removal";
            development?: components["schemas"]["Uuid"];
            /**
             * @description The reason for a removal; else absent.
             * @enum {string}
             */
            grounds?: "wrong" | "safety" | "legal" | "privacy";
            id: components["schemas"]["Uuid"];
            /** @description Notes on the languages of the notice. */
            languages?: components["schemas"]["Languages"];
            /** @description The notice to readers: what was wrong. */
            notice: components["schemas"]["Text"] | null;
            /** @description The parts of a joint correction: one mistake in several parts of the story. */
            parts?: components["schemas"]["CorrectedPart"][];
            revision: components["schemas"]["Revision"];
        };
        /** @description Corrections, newest first. */
        Corrections: {
            items: components["schemas"]["Correction"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description The corrections of all stories, newest first. */
        CorrectionsRecord: {
            asOf: components["schemas"]["Instant"] | null;
            items: components["schemas"]["Change"][];
            /** @description The next page; null at the end. */
            next: components["schemas"]["Address"] | null;
        };
        /** @description A party that may take the decision. */
        Decider: {
            id: components["schemas"]["Slug"];
            /** @description Its name at the time of the claim. */
            name: string;
            type: components["schemas"]["PartyType"];
        };
        /** @description One recorded act of coverage: an entry of the timeline. A withheld one has a notice and no content. */
        Development: {
            /** @description The questions that it answers. */
            answers: components["schemas"]["Slug"][];
            assertions: components["schemas"]["Stance"][];
            attribution: components["schemas"]["Chain"][];
            /** @description The claims that it names. */
            claims: components["schemas"]["Slug"][];
            /** @description The number of its corrections. */
            corrections: number;
            evidence: components["schemas"]["Evidence"][];
            id: components["schemas"]["Uuid"];
            /** @description When it was imported; null if it was recorded here. */
            imported: components["schemas"]["Instant"] | null;
            kind: components["schemas"]["Kind"];
            languages?: components["schemas"]["Languages"];
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            place: components["schemas"]["Place"] | null;
            /** @description The questions that it raises. */
            raises: {
                id: components["schemas"]["Slug"];
                languages?: components["schemas"]["Languages"];
                text: components["schemas"]["Text"];
            }[];
            recordedAt: components["schemas"]["Instant"];
            /** @description When the source published it. */
            reportedAt: components["schemas"]["Edtf"] | null;
            reportedAtBounds: components["schemas"]["Bounds"] | null;
            /** @description Who retracted it, and when. */
            retracted: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                by: "us" | "outlet";
            } | null;
            revision: components["schemas"]["Revision"];
            significance: components["schemas"]["Significance"];
            text: components["schemas"]["Text"];
            /** @description When it last changed: corrected, retracted, withheld or reinstated. */
            updatedAt: components["schemas"]["Instant"];
            withheld: components["schemas"]["Notice"] | null;
        };
        /** @description The number of developments, by kind and by day. */
        DevelopmentCounts: {
            /** @description Days with developments, newest first. */
            items: {
                /** @description The day, in the newsroom’s zone. */
                day: string;
                kinds: components["schemas"]["KindCounts"];
                /** @description The number of developments recorded on that day. */
                total: number;
            }[];
            /** @description The number of key developments. */
            key: number;
            kinds: components["schemas"]["KindCounts"];
            /** @description The page with earlier days; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description The number of developments. */
            total: number;
        };
        /** @description Developments, newest first. */
        Developments: {
            items: components["schemas"]["Development"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        /** @description A member of the state that an event changed. */
        Difference: {
            /** @description The new value; null if there is none. */
            is: unknown;
            /**
             * Format: json-pointer
             * @description A JSON Pointer into the state. Items of lists are named by id: `/claims/talks/status`.
             */
            path: string;
            /** @description The former value; null if there was none. */
            was: unknown;
            /**
             * @description True if a correction keeps the former value private: `was` is null.
             * @constant
             */
            withheld?: true;
        };
        DocumentLink: {
            /** @description A document or a recording. */
            document: {
                /**
                 * @description Whether it is authentic. `verified` means by this newsroom.
                 * @enum {string}
                 */
                authenticity: "unverified" | "verified" | "disputed";
                /** @description The date that it bears. */
                date: components["schemas"]["Edtf"] | null;
                /** @description Who issued or published it. */
                issuer: {
                    /** @description The name of the issuer. */
                    name: string;
                    party?: components["schemas"]["Slug"];
                    type?: components["schemas"]["PartyType"];
                } | null;
                /**
                 * @description The medium. Any other than text is a recording.
                 * @enum {string}
                 */
                medium: "text" | "audio" | "video" | "picture";
                origin: components["schemas"]["Uuid"];
                /** @description Where the newsroom saw it, in words or as an address; null if that is not public. */
                seen: string | null;
                /** @description The hash of the copy that the newsroom saw; null if that is not public. */
                sha256: string | null;
                title: components["schemas"]["Text"];
            };
            standing?: components["schemas"]["Standing"];
        };
        /**
         * @description Valid time, in EDTF (ISO 8601-2): it may be imprecise, an interval, or open.
         * @example 2016-11-28/2016-12-01
         */
        Edtf: string;
        Evidence: {
            /** @description True if readers see it. */
            public: boolean;
            /** @description The hash of the bytes at the address. */
            sha256: string | null;
            /**
             * Format: uri
             * @description Its address.
             */
            url: string;
        };
        /** @description The former and the new value of a field. With `withheld`, only the name of the field is public. */
        FieldChange: {
            /** @description The field. It is `headline` or `lede` for a heading, and `verdict` for a changed or revoked judgement. */
            field: string;
            /** @description The new value, in the same form; null if no verdict is in force any more. */
            is: unknown;
            /** @description The former value, in the form of the development or claim. */
            was: unknown;
        } | {
            /** @description The field. */
            field: string;
            /** @constant */
            withheld: true;
        };
        /** @description A number or a range, and what it counts. */
        Figure: {
            comparator: components["schemas"]["Comparator"];
            /** @description The number. */
            count: number | null;
            /** @description The whole, if the figure is a share. */
            denominator: string | null;
            /** @description The upper bound. */
            high: number | null;
            /** @description The lower bound. */
            low: number | null;
            /** @description The group to which it applies. */
            of: string | null;
            /** @description The period that it covers. */
            period: string | null;
            /** @description The unit. */
            unit: string | null;
            variable: components["schemas"]["Slug"];
            /** @description What the number counts. */
            what: string;
        };
        /** @description A fault in a request. */
        Finding: {
            /** @description What is wrong there. */
            detail: string;
            /** @description The name of the path or query parameter. */
            parameter?: string;
            /**
             * Format: json-pointer
             * @description The part of the body, as a JSON Pointer (RFC 6901).
             */
            pointer?: string;
        };
        /** @description A note beside the status, which does not change it. */
        Flag: {
            /** @description Claims that replace or contradict this one, as linked by an editor. */
            by?: components["schemas"]["Slug"][];
            /** @enum {string} */
            flag: "anonymous-only" | "document-unverified" | "document-disputed" | "same-side" | "novelty-contested" | "no-comment" | "no-knowledge" | "qualified" | "taken-back" | "superseded" | "restated" | "annulled" | "contradicted" | "corrected";
            /** @description Parties, or the origin ids of other sources. */
            who?: string[];
        };
        /** @description Stories as of a moment, the newest development first, or in the order of `sort`. */
        FrontPage: {
            asOf: components["schemas"]["Instant"] | null;
            items: components["schemas"]["FrontPageStory"][];
            /** @description The next page; null at the end. */
            next: components["schemas"]["Address"] | null;
            /** @description The position from which to follow changes. Only on the first page as of now; else null. */
            position: components["schemas"]["Position"] | null;
            /** @description Null if a count would have to look at more than 1,000 stories. */
            total: number | null;
        };
        FrontPageStory: {
            /** @description The number of its claims. */
            claims: number;
            /** @description The number of its developments. */
            developments: number;
            headline: components["schemas"]["Text"];
            id: components["schemas"]["Uuid"];
            /** @description The main language of the story: BCP 47. */
            language: string;
            /** @description Notes on the languages of the headline and the lede; absent without notes. */
            languages?: {
                headline?: components["schemas"]["Languages"];
                lede?: components["schemas"]["Languages"];
            };
            lede: components["schemas"]["Text"] | null;
            /** @description Names of parties, sides, sources, places and units in other languages; absent without any. */
            names?: {
                /** @description The name as the story has it. */
                name: string;
                text: components["schemas"]["Text"];
            }[];
            /** @description Its newest development. */
            newest: {
                id: components["schemas"]["Uuid"];
                kind: components["schemas"]["Kind"];
                recordedAt: components["schemas"]["Instant"];
                text: components["schemas"]["Text"];
            } | null;
            notice: components["schemas"]["Notice"] | null;
            openedAt: components["schemas"]["Instant"];
            places: components["schemas"]["Place"][];
            slug: components["schemas"]["Slug"];
            /** @description An excerpt that matches `q`; null without `q`, or if no searched text has its words. */
            snippet: components["schemas"]["Snippet"] | null;
            status: components["schemas"]["StoryStatus"];
            /** @description The summary that editors pinned. */
            summary: components["schemas"]["Summary"] | null;
            /** @description IPTC Media Topics. */
            topics: string[];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @description A moment: RFC 3339 in UTC, with milliseconds.
         * @example 2016-12-01T10:30:00.000Z
         */
        Instant: string;
        /** @description A JSON Feed, version 1.1. */
        JsonFeed: {
            items: unknown;
            title: unknown;
            version: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description A LiveBlogPosting of schema.org, as JSON-LD. */
        JsonLd: {
            "@context": unknown;
            "@type": unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description The result of the newsroom’s own check. */
        Judgement: {
            id: components["schemas"]["Uuid"];
            /** @description The method of the check; null if it is not public. */
            method: string | null;
            recordedAt: components["schemas"]["Instant"];
            /**
             * @description The verdict, on a scale from true to false; `unproven` means neither.
             * @enum {string}
             */
            verdict: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven";
        };
        /**
         * @description The kind of development.
         * @enum {string}
         */
        Kind: "report" | "statement" | "confirmation" | "denial" | "noveltyDenial" | "noComment" | "noKnowledge" | "territorialGain" | "figure";
        /**
         * @description The number of developments of each kind. Kinds without any are left out.
         * @example {
         *       "report": 3,
         *       "denial": 1
         *     }
         */
        KindCounts: {
            [key: string]: number;
        };
        /**
         * @description Notes on the text in some languages, by BCP 47 tag. A language without a note has the text as recorded or corrected.
         * @example {
         *       "fr": {
         *         "translated": true,
         *         "toCheck": false
         *       }
         *     }
         */
        Languages: {
            [key: string]: {
                /** @description True if another language was corrected later, but not this one. */
                toCheck: boolean;
                /** @description True for a translation that was added after the text was recorded. */
                translated: boolean;
            };
        };
        Link: components["schemas"]["PartyLink"] | components["schemas"]["UnnamedLink"] | components["schemas"]["DocumentLink"] | components["schemas"]["RumourLink"];
        Liveness: {
            /** @enum {string} */
            status: "live";
        };
        /** @description News in JSON: IPTC’s ninjs 3.1. */
        Ninjs: {
            uri: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description What remains of killed or taken-down content. */
        Notice: {
            at: components["schemas"]["Instant"];
            /** @description Who demanded it. */
            authority: string | null;
            /**
             * @description The reason.
             * @enum {string}
             */
            grounds: "wrong" | "safety" | "legal" | "privacy";
            /**
             * @description `killed` by the newsroom, or `takenDown` because somebody demanded it.
             * @enum {string}
             */
            how: "killed" | "takenDown";
            languages?: components["schemas"]["Languages"];
            notice: components["schemas"]["Text"];
        };
        /**
         * @description The source that knows the matter itself: the id of a party, of an unnamed source, of a document or of a rumour. Or `unknown:` with the outlet that does not name its source.
         * @example moscow
         * @example unknown:our-newsroom
         */
        Origin: string;
        PartyClaim: {
            claim: components["schemas"]["Slug"];
            /** @description The parties that may decide, each of them alone; null if the claim is no decision. */
            decidedBy: components["schemas"]["Decider"][] | null;
            figure: components["schemas"]["Figure"] | null;
            headline: components["schemas"]["Text"];
            href: components["schemas"]["Address"];
            /** @enum {string} */
            kind: "proposition" | "territory" | "figure" | "decision";
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            /** @description When it took this stance. */
            spokeAt: components["schemas"]["Instant"];
            /** @enum {string} */
            stance: "asserted" | "confirmed" | "denied";
            status: components["schemas"]["ClaimStatus"];
            story: components["schemas"]["Slug"];
            /** @description True if it took back its statement, or later said the opposite. */
            takenBack: boolean;
            /** @description When it took back its statement; null if it did not. */
            takenBackAt: components["schemas"]["Instant"] | null;
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        PartyLink: {
            /** @description Its name at that time. */
            name: string;
            party: components["schemas"]["Slug"];
            side: components["schemas"]["Slug"] | null;
            /** @description The party that it speaks for. Both are one origin. */
            speaksFor: components["schemas"]["Slug"] | null;
            standing?: components["schemas"]["Standing"];
            type: components["schemas"]["PartyType"];
        };
        /** @description What a party asserted, confirmed and denied, and the status of these claims. */
        PartyRecord: {
            asOf: components["schemas"]["Instant"] | null;
            claims: {
                items: components["schemas"]["PartyClaim"][];
                next: components["schemas"]["Address"] | null;
                /** @description The number of claims that it asserted, confirmed or denied. */
                total: number;
            };
            id: components["schemas"]["Slug"];
            /** @description Its name when it last spoke. */
            name: string;
            record: {
                asserted: components["schemas"]["Tally"];
                confirmed: components["schemas"]["Tally"];
                denied: components["schemas"]["Tally"];
            };
        };
        /** @enum {string} */
        PartyType: "person" | "outlet" | "organization" | "state" | "group";
        Place: {
            /** @description ISO 3166-1 alpha-2. */
            country: string | null;
            geo: components["schemas"]["Point"] | null;
            /** @description Its name. */
            name: string;
        };
        /** @description A GeoJSON point (RFC 7946). */
        Point: {
            /** @description Longitude and latitude, in degrees. */
            coordinates: number[];
            /** @constant */
            type: "Point";
        };
        /**
         * @description A position in the log of this API, as a decimal string. Positions increase and have gaps. Send one as `Dateline-Position`; do not calculate with it.
         * @example 132
         */
        Position: string;
        /** @description Why a request was refused (RFC 9457, `application/problem+json`). */
        Problem: {
            /** @description For `/health/ready`: every check. */
            checks?: components["schemas"]["Check"][];
            /** @description The code for programs. It never changes. */
            code: string;
            /** @description What was found and what to do. It never repeats values of the request. */
            detail: string;
            /** @description The faults: at most 20. */
            errors?: components["schemas"]["Finding"][];
            /** @description For `not-yet`: when the story begins, and the address of its first revision. */
            first?: {
                at: components["schemas"]["Instant"];
                href: components["schemas"]["Address"];
            };
            /**
             * Format: uri
             * @description The id of the request, as in X-Request-Id and in the log of the server.
             */
            instance: string;
            /** @description For `killed` and `taken-down`: the notice that remains. */
            notice?: components["schemas"]["Notice"];
            /** @description For `position-gone`: the position to resume from. */
            position?: components["schemas"]["Position"] | null;
            /** @description The status of the answer. */
            status: number;
            /** @description The same for all problems of this kind. */
            title: string;
            /**
             * Format: uri-reference
             * @description The kind of problem: `/problems/` and its code, relative to the address of the request.
             */
            type: string;
        };
        /** @description Who said what, and who passed it on, as PROV-JSON. */
        Prov: {
            prefix: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description A question that a development raised, open or answered. */
        Question: {
            answeredBy: components["schemas"]["Uuid"][];
            id: components["schemas"]["Slug"];
            languages?: components["schemas"]["Languages"];
            /** @description True while it has no answer. */
            open: boolean;
            raisedBy: components["schemas"]["Uuid"];
            recordedAt: components["schemas"]["Instant"];
            text: components["schemas"]["Text"];
        };
        /** @description Questions, in the order in which they were raised. */
        Questions: {
            items: components["schemas"]["Question"][];
            /** @description The address of the next page; null on the last page. */
            next: components["schemas"]["Address"] | null;
            /** @description How many there are in total. */
            total: number;
        };
        Readiness: {
            checks: components["schemas"]["Check"][];
            /** @enum {string} */
            status: "ready";
        };
        /**
         * @description A revision of a story: the number of events before it, as a decimal string.
         * @example 6
         */
        Revision: string;
        RumourLink: {
            /** @description A rumour, which has no known origin. */
            rumour: {
                descriptor: components["schemas"]["Text"];
                origin: components["schemas"]["Uuid"];
            };
            standing?: components["schemas"]["Standing"];
        };
        /** @description The values of one variable, by origin and valid time. */
        Series: {
            items: components["schemas"]["SeriesValue"][];
            next: components["schemas"]["Address"] | null;
            /** @description How many values there are. */
            total: number;
            validAt: components["schemas"]["Instant"] | null;
            variable: components["schemas"]["Slug"];
        };
        SeriesValue: {
            claim: components["schemas"]["Slug"];
            /** @description True if the newsroom corrected it. */
            corrected: boolean;
            figure: components["schemas"]["Figure"] | null;
            /** @description The valid time in which it is the latest value; an open end is null. */
            inForce: {
                from: components["schemas"]["Instant"] | null;
                to: components["schemas"]["Instant"] | null;
            } | null;
            occurred: components["schemas"]["Edtf"] | null;
            occurredBounds: components["schemas"]["Bounds"] | null;
            /** @description Null if no origin supports it any more. */
            origin: components["schemas"]["Origin"] | null;
            /** @description The name of the origin at that time. The name of a party has the key `und`. */
            originName: components["schemas"]["Text"] | null;
            /**
             * @description Its relation to the previous value.
             * @enum {string}
             */
            relation: "first" | "supersedes" | "restates";
            /** @description True if its origin later gave another value for the same time. */
            restated: boolean;
            /** @description The declared side of the origin. */
            side: components["schemas"]["Slug"] | null;
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            territory: components["schemas"]["Territory"] | null;
            text: components["schemas"]["Text"];
        };
        /**
         * @description How much it changes what readers know.
         * @enum {string}
         */
        Significance: "key" | "substantive" | "minor" | "cosmetic";
        /** @description A permanent name in kebab-case. */
        Slug: string;
        /** @description An excerpt of the text with the most words of the search, as of the moment. Among equal texts, the headline comes first, then lede, summary, and the earliest other text. */
        Snippet: {
            /** @description The id of the development or claim; for a source, of its development. Null for headline, lede and summary. */
            id: string | null;
            /**
             * @description The text that the excerpt comes from.
             * @enum {string}
             */
            in: "headline" | "lede" | "summary" | "development" | "source" | "claim";
            /** @description BCP 47; null if unknown. */
            language: string | null;
            /** @description About 240 characters of the text, cut between words. */
            parts: {
                /** @description True for a matching word. */
                matched: boolean;
                /** @description Plain text. All parts together are the excerpt. */
                text: string;
            }[];
        };
        /** @description An assertion as its development makes it. */
        Stance: {
            /** @description The chains of the development that it is based on, as indexes from 0. */
            chains: number[];
            claim: components["schemas"]["Slug"];
            id: components["schemas"]["Uuid"];
            origin: components["schemas"]["Origin"];
            /** @enum {string} */
            stance: "asserts" | "confirms" | "denies" | "deniesNovelty" | "declinesComment" | "noKnowledge" | "qualifies" | "takesBack";
            standing: components["schemas"]["Standing"];
        };
        /**
         * @description The relation of the origin to the matter: it took part or is responsible, belongs to one side, saw it, or passes it on.
         * @enum {string}
         */
        Standing: "principal" | "affiliated" | "witness" | "relayer";
        /** @description The status of a claim from one revision on. */
        StatusThen: {
            /**
             * @description How many of the responsible sides support it.
             * @enum {string}
             */
            authority: "none" | "one-side" | "both-sides";
            /** @description The assertions and judgements behind the status: at most ten. */
            because: components["schemas"]["Uuid"][];
            /**
             * @description Whether any origin disagrees.
             * @enum {string}
             */
            contest: "uncontested" | "novelty-contested" | "disputed" | "denied";
            explanation: components["schemas"]["Text"];
            flags: components["schemas"]["Flag"][];
            revision: components["schemas"]["Revision"];
            since: components["schemas"]["Instant"];
            status: components["schemas"]["ClaimStatus"];
            /**
             * @description How many origins support it, and whether two of them are independent.
             * @enum {string}
             */
            support: "none" | "single-origin" | "multi-origin" | "independent";
        };
        /** @description The state of a story as of a moment. Its size is bounded, whatever the history. */
        Story: {
            /** @description The system time asked for; null for now. */
            asOf: components["schemas"]["Instant"] | null;
            claims: components["schemas"]["Claims"];
            corrections: components["schemas"]["Corrections"];
            developments: components["schemas"]["Developments"];
            headline: components["schemas"]["Text"];
            id: components["schemas"]["Uuid"];
            /** @description The main language of the story: BCP 47. */
            language: string;
            /** @description Notes on the languages of the headline and the lede; absent without notes. */
            languages?: {
                headline?: components["schemas"]["Languages"];
                lede?: components["schemas"]["Languages"];
            };
            lede: components["schemas"]["Text"] | null;
            /** @description Names of parties, sides, sources, places and units in other languages; absent without any. */
            names?: {
                /** @description The name as the story has it. */
                name: string;
                text: components["schemas"]["Text"];
            }[];
            notice: components["schemas"]["Notice"] | null;
            openedAt: components["schemas"]["Instant"];
            places: components["schemas"]["Place"][];
            position: components["schemas"]["Position"];
            questions: components["schemas"]["Questions"];
            revision: components["schemas"]["Revision"];
            slug: components["schemas"]["Slug"];
            status: components["schemas"]["StoryStatus"];
            /** @description The summary that editors pinned. */
            summary: components["schemas"]["Summary"] | null;
            /** @description IPTC Media Topics. */
            topics: string[];
            updatedAt: components["schemas"]["Instant"];
            /** @description The valid time asked for; null for none. */
            validAt: components["schemas"]["Instant"] | null;
        };
        /** @description What changed in a story between two moments. Each list has its newest hundred items. */
        StoryChanges: {
            /** @description New claims, and claims whose status or content changed. */
            claims: {
                items: components["schemas"]["ChangedClaim"][];
                /** @description The total number. */
                total: number;
            };
            /** @description New corrections. */
            corrections: {
                items: components["schemas"]["Correction"][];
                /** @description The total number. */
                total: number;
            };
            /** @description New developments. */
            developments: {
                items: components["schemas"]["Development"][];
                /** @description The total number. */
                total: number;
            };
            /** @description The quantities of these claims. */
            figures: {
                items: components["schemas"]["ChangedFigure"][];
                /** @description The total number. */
                total: number;
            };
            from: {
                moment: components["schemas"]["Instant"];
                /** @description Null if the story began later. */
                revision: components["schemas"]["Revision"] | null;
            };
            /** @description Null if it did not change. */
            headline: {
                is: components["schemas"]["Text"] | null;
                was: components["schemas"]["Text"] | null;
            } | null;
            id: components["schemas"]["Uuid"];
            /** @description Null if it did not change. */
            lede: {
                is: components["schemas"]["Text"] | null;
                was: components["schemas"]["Text"] | null;
            } | null;
            /** @description Questions that were raised or answered. */
            questions: {
                items: components["schemas"]["Question"][];
                /** @description The total number. */
                total: number;
            };
            /** @description Developments that changed. */
            revised: {
                items: components["schemas"]["Development"][];
                /** @description The total number. */
                total: number;
            };
            slug: components["schemas"]["Slug"];
            /** @description Null if it did not change. */
            status: {
                is: components["schemas"]["StoryStatus"] | null;
                was: components["schemas"]["StoryStatus"] | null;
            } | null;
            /** @description Null if it did not change. */
            summary: {
                is: components["schemas"]["Summary"] | null;
                was: components["schemas"]["Summary"] | null;
            } | null;
            to: {
                moment: components["schemas"]["Instant"];
                revision: components["schemas"]["Revision"];
            };
        };
        /** @enum {string} */
        StoryStatus: "open" | "closed" | "killed" | "takenDown";
        /** @description What is known, in short. It changes with the status of the claims that its points name. */
        Summary: {
            pinnedAt: components["schemas"]["Instant"];
            /** @description The main points, in order. */
            points: {
                /** @description The claim of the point, with its present status; null without a claim. */
                claim: {
                    flags: components["schemas"]["Flag"][];
                    id: components["schemas"]["Slug"];
                    /** @enum {string} */
                    kind: "proposition" | "territory" | "figure" | "decision";
                    status: components["schemas"]["ClaimStatus"];
                } | null;
                text: components["schemas"]["Text"];
            }[];
            revision: components["schemas"]["Revision"];
            text: components["schemas"]["Text"];
        };
        /** @description A table (RFC 4180). Its first line names the columns. */
        Table: string;
        Tally: {
            /** @description The number of claims with each status. */
            byStatus: {
                [key: string]: number;
            };
            /** @description The number of claims where it took back its statement, or later said the opposite. */
            takenBack: number;
            /** @description The number of claims. */
            total: number;
        };
        /** @description The part of an area that somebody controls. */
        Territory: {
            /** @description The controlled area, in words. */
            area: string;
            comparator: components["schemas"]["Comparator"];
            /** @description The controller, in words. */
            controller: string;
            /** @description The former controller, in words. */
            from: string | null;
            /** @description Square kilometres. */
            km2: number | null;
            /** @description The whole that `share` refers to. */
            of: string | null;
            /** @description From 0 to 1. */
            share: number | null;
            variable: components["schemas"]["Slug"];
        };
        /**
         * @description Text by language. The keys are BCP 47 tags.
         * @example {
         *       "en": "The talks take place.",
         *       "fr": "Les négociations ont lieu."
         *     }
         */
        Text: {
            [key: string]: string;
        };
        UnnamedLink: {
            standing?: components["schemas"]["Standing"];
            /** @description An unnamed source. */
            unnamed: {
                /** @description The number of people. Several in one report are one origin. */
                count: number;
                descriptor: components["schemas"]["Text"];
                origin: components["schemas"]["Uuid"];
                side: components["schemas"]["Slug"] | null;
            };
        };
        /**
         * Format: uuid
         * @description A UUID of version 4 or 5, in lower case. Its value says nothing about order.
         */
        Uuid: string;
    };
    responses: never;
    parameters: {
        /** @description The moment of the wanted state (RFC 7089). Without it, you get the latest state. */
        "Accept-Datetime": string;
        /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
        "Accept-Language": string;
        /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
        "Dateline-Position": string;
        /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
        "If-None-Match": string;
        /** @description The id of the last event that the client has. The stream resumes after it. */
        "Last-Event-ID": string;
    };
    requestBodies: never;
    headers: {
        /** @description How long caches may serve the answer without asking again. */
        "Cache-Control": string;
        /** @description The languages of the texts, in formats other than JSON (RFC 9110). */
        "Content-Language": string;
        /** @description The permanent address of the shown revision, for a request with a moment. */
        "Content-Location": string;
        /** @description When the read model last caught up with the log, if that was more than five seconds ago. */
        "Dateline-Level-At": string;
        /** @description How many seconds to wait before the next request. */
        "Dateline-Poll": number;
        /** @description Strong: the revision, a dot, and a digest of the representation. */
        ETag: string;
        /** @description Related addresses (RFC 8288): `timegate`, `timemap`, `memento`, `alternate`, `next`. */
        Link: string;
        /** @description The address of the state. */
        Location: string;
        /** @description When the shown revision was recorded, for a request with a moment (RFC 7089). */
        "Memento-Datetime": string;
        /** @description How many seconds to wait before you repeat the request. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every check on which its work depends is ok. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /** @description - `not-ready`: A health check fails; `checks` says which. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description The position after which changes begin, from an earlier answer. `0`: from the beginning; `now`: only new changes. */
                since?: string;
                /** @description The story, by its slug or its id. */
                story?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of CloudEvents */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Dateline-Poll": components["headers"]["Dateline-Poll"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `story-unknown`: The story does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /**
             * @description - `position-gone`: The event at this position is no longer public, or never existed.
             *     - `killed`: The content was killed; the notice says why.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-gone" | "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listAllCorrections: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionsRecord"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedCorrectionsAtom: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The preferred language of the texts, ahead of `Accept-Language`. */
                lang?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["Atom"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedCorrectionsJson: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The preferred language of the texts, ahead of `Accept-Language`. */
                lang?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    dumpChanges: {
        parameters: {
            query?: {
                /** @description The position after which changes begin, from an earlier answer. `0`: from the beginning; `now`: only new changes. */
                since?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every change up to now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `position-gone`: The event at this position is no longer public, or never existed. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-gone";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `too-many-requests`: Too many requests or connections; a third dump to one address; an eleventh stream of one person; or an endpoint with three valid secrets. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "too-many-requests";
                        /** @constant */
                        status: 429;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `too-many-followers`: Too many streams (`DATELINE_MAX_FOLLOWERS`) or dumps (20) are open.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "too-many-followers";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readParty: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A party, by its id. */
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record of the party, and a page of claims, latest stance first */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyRecord"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `party-not-heard`: No readable story names this party.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "party-not-heard";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listStories: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description Stories whose newest development was recorded at this time or later. RFC 3339 with a zone, or a date alone, which includes that day. */
                from?: string;
                /**
                 * @deprecated
                 * @description The former name of `language`. In feeds, `lang` selects the language of the texts.
                 */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description A party in an attribution of the story: a source, the party that a source speaks for, or the issuer of a document. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words to search for. The story must have all of them in its headline, lede, developments, claims, or descriptions of sources. Other forms of a word match too, by the language of the text: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description The order of the stories. `newest` (the default) and `oldest` go by the newest development. `relevance` counts the words of `q`, first in the headline, then in the lede. If more than 1,000 stories may match, only `newest` is possible. */
                sort?: "newest" | "oldest" | "relevance";
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description Stories whose newest development was recorded at this time or earlier. A date alone means the end of that day. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description Stories whose `updatedAt` is later than this moment. A date alone includes that day. */
                updatedSince?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of stories */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrontPage"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedStoriesAtom: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description Stories whose newest development was recorded at this time or later. RFC 3339 with a zone, or a date alone, which includes that day. */
                from?: string;
                /** @description The preferred language of the texts, ahead of `Accept-Language`. A text that lacks it is in the story's main language. */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description A party in an attribution of the story: a source, the party that a source speaks for, or the issuer of a document. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words to search for. The story must have all of them in its headline, lede, developments, claims, or descriptions of sources. Other forms of a word match too, by the language of the text: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description Stories whose newest development was recorded at this time or earlier. A date alone means the end of that day. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description Stories whose `updatedAt` is later than this moment. A date alone includes that day. */
                updatedSince?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["Atom"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    feedStoriesJson: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description A status that at least one claim has. */
                claimStatus?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description Stories whose newest development was recorded at this time or later. RFC 3339 with a zone, or a date alone, which includes that day. */
                from?: string;
                /** @description The preferred language of the texts, ahead of `Accept-Language`. A text that lacks it is in the story's main language. */
                lang?: string;
                /** @description The language of the story or of its headline, BCP 47. */
                language?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description A party in an attribution of the story: a source, the party that a source speaks for, or the issuer of a document. */
                party?: string;
                /** @description The name of one of the story's places, or an ISO 3166-1 country code. */
                place?: string;
                /** @description Words to search for. The story must have all of them in its headline, lede, developments, claims, or descriptions of sources. Other forms of a word match too, by the language of the text: inspections finds inspection. A star after three letters or more matches any ending: evacuat*. Case, accents and letter variants do not matter: isik finds ışık. */
                q?: string;
                /** @description The status of the story itself. */
                status?: "open" | "closed" | "killed" | "takenDown";
                /**
                 * @deprecated
                 * @description The former name of `status`.
                 */
                storyStatus?: "open" | "closed" | "killed" | "takenDown";
                /** @description Stories whose newest development was recorded at this time or earlier. A date alone means the end of that day. */
                to?: string;
                /** @description An IPTC Media Topic. */
                topic?: string;
                /** @description Stories whose `updatedAt` is later than this moment. A date alone includes that day. */
                updatedSince?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readStory: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description The preferred language of the texts in formats other than JSON, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. */
                lang?: string;
                /** @description Key developments only, in a feed or a table of developments. */
                significance?: "key";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state; its size is bounded */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `not-acceptable`: No representation matches `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-acceptable";
                        /** @constant */
                        status: 406;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readFeedArchive: {
        parameters: {
            query?: {
                /** @description The preferred language of the texts, ahead of `Accept-Language`. A text that lacks it is in the story's main language. */
                lang?: string;
                /** @description Key developments only. */
                significance?: "key";
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The number of the document, from 0, and the suffix of its format. */
                archive: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": components["schemas"]["Atom"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readStoryChanges: {
        parameters: {
            query: {
                /** @description The earlier moment. RFC 3339 with a zone (minutes are enough), or a date alone, which means the end of that day. */
                from: string;
                /** @description The later moment, in the same form as `from`. */
                to: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Developments, claims with their former and new status, figures, corrections */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryChanges"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description Claims whose text, status, reasons or assertions changed after this moment. RFC 3339 with a zone, or a date alone, which includes that day. */
                changedSince?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The kind of claim. */
                kind?: "proposition" | "territory" | "figure" | "decision";
                /** @description The preferred language of the texts in a table, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. */
                lang?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description A party that made an assertion about the claims, or for which somebody else spoke. */
                party?: string;
                /** @description The status. */
                status?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
                /** @description The variable that several figures or shares of the story measure. */
                variable?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of claims */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenClaims"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    tabulateClaims: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description Claims whose text, status, reasons or assertions changed after this moment. RFC 3339 with a zone, or a date alone, which includes that day. */
                changedSince?: string;
                /** @description `excel`: for spreadsheet programs. The file starts with a byte order mark, moments are dates, and text stays text. */
                for?: "excel";
                /** @description The kind of claim. */
                kind?: "proposition" | "territory" | "figure" | "decision";
                /** @description The preferred language of the texts in a table, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. */
                lang?: string;
                /** @description A party that made an assertion about the claims, or for which somebody else spoke. */
                party?: string;
                /** @description The status. */
                status?: "verified" | "mostly-true" | "missing-context" | "misleading" | "refuted" | "unproven" | "denied" | "withdrawn" | "unsupported" | "disputed" | "announced" | "confirmed" | "party-confirmed" | "corroborated" | "claimed" | "reported" | "unverified";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
                /** @description The variable that several figures or shares of the story measure. */
                variable?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A table */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Table"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `not-yet`: Nothing existed at this address at that moment.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "not-yet" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readClaim: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listAssertions: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A claim of the story. */
                claim: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of assertions */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assertions"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             *     - `claim-unknown`: The story has no such claim.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet" | "claim-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of corrections */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listDevelopments: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The preferred language of the texts in a table, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. */
                lang?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Key developments only. */
                significance?: "key";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of developments */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Developments"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    tabulateDevelopments: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description `excel`: for spreadsheet programs. The file starts with a byte order mark, moments are dates, and text stays text. */
                for?: "excel";
                /** @description The preferred language of the texts in formats other than JSON, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. */
                lang?: string;
                /** @description Key developments only, in a feed or a table of developments. */
                significance?: "key";
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A table */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Table"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `not-yet`: Nothing existed at this address at that moment.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "not-yet" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    countDevelopments: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts, and a page of days */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevelopmentCounts"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of questions */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Questions"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readRevision: {
        parameters: {
            query?: {
                /** @description The preferred language of the texts in formats other than JSON, ahead of `Accept-Language`. A text that lacks it is in the story's main language. JSON has every language. */
                lang?: string;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description The preferred languages of the texts (RFC 9110). `lang` takes precedence. */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description A revision of the story, from 0. */
                revision: string;
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `not-acceptable`: No representation matches `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-acceptable";
                        /** @constant */
                        status: 406;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    followStory: {
        parameters: {
            query?: {
                /** @description The position after which changes begin, from an earlier answer. `0`: from the beginning; `now`: only new changes. */
                since?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The id of the last event that the client has. The stream resumes after it. */
                "Last-Event-ID"?: components["parameters"]["Last-Event-ID"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CloudEvents; `id` is the position */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The story is closed, and the client has every event */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `too-many-followers`: Too many streams (`DATELINE_MAX_FOLLOWERS`) or dumps (20) are open.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "too-many-followers" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readTimeGateOfStory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The moment of the wanted state (RFC 7089). Without it, you get the latest state. */
                "Accept-Datetime"?: components["parameters"]["Accept-Datetime"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of the memento */
            302: {
                headers: {
                    Link: components["headers"]["Link"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
            /** @description The server refuses the request before the operation runs, because of its method or form. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeMapOfStory: {
        parameters: {
            query?: {
                /** @description The first revision on the page. The links between the pages set it. */
                from?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links, a thousand mementos a page */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/link-format": string;
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readVariable: {
        parameters: {
            query?: {
                /** @description System time: the state as recorded by this moment. */
                asOf?: string;
                /** @description From `next` of the previous page. */
                cursor?: string;
                /** @description The maximum number of items on a page. */
                limit?: number;
                /** @description Valid time: what was true in the world then. Lists of developments show those that had begun by then. */
                validAt?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The story, by its slug or its id. */
                story: string;
                /** @description The variable that several figures or shares of the story measure. */
                variable: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of values, by origin and valid time */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Location": components["headers"]["Content-Location"];
                    "Dateline-Level-At": components["headers"]["Dateline-Level-At"];
                    ETag: components["headers"]["ETag"];
                    "Memento-Datetime": components["headers"]["Memento-Datetime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `cursor`: Invalid cursor for this list or query.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "cursor" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `not-yet`: Nothing existed at this address at that moment.
             *     - `variable-unknown`: No claim of the story measures this, now or at that moment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "not-yet" | "variable-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    followChanges: {
        parameters: {
            query?: {
                /** @description The position after which changes begin, from an earlier answer. `0`: from the beginning; `now`: only new changes. */
                since?: string;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The id of the last event that the client has. The stream resumes after it. */
                "Last-Event-ID"?: components["parameters"]["Last-Event-ID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CloudEvents; `id` is the position */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `too-many-followers`: Too many streams (`DATELINE_MAX_FOLLOWERS`) or dumps (20) are open.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "too-many-followers";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
    readTimeGate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The moment of the wanted state (RFC 7089). Without it, you get the latest state. */
                "Accept-Datetime"?: components["parameters"]["Accept-Datetime"];
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
            };
            path: {
                /** @description The full address of a story, with its host; percent-encoded or not. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of the memento */
            302: {
                headers: {
                    Link: components["headers"]["Link"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `original-unknown`: The address given to a time gate or time map is not the address of a story.
             *     - `story-unknown`: The story does not exist.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "original-unknown" | "story-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `killed`: The content was killed; the notice says why. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "killed";
                        /** @constant */
                        status: 410;
                    };
                };
            };
            /** @description - `taken-down`: The content was taken down; the notice says why. */
            451: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "taken-down";
                        /** @constant */
                        status: 451;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
            /** @description The server refuses the request before the operation runs, because of its method or form. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeMap: {
        parameters: {
            query?: {
                /** @description The first revision on the page. The links between the pages set it. */
                from?: number;
            };
            header?: {
                /** @description To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409. */
                "Dateline-Position"?: components["parameters"]["Dateline-Position"];
                /** @description The ETag of your copy: the answer is 304 without a body if it is still current. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description The full address of a story, with its host; percent-encoded or not. */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links, a thousand mementos a page */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/link-format": string;
                };
            };
            /** @description Your copy is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `query-parameter`: A query parameter is unknown or repeated, or its value is wrong.
             *     - `address-malformed`: The path is not percent-encoded UTF-8, or has a control character.
             *     - `time-form`: The form of a time is not supported.
             *     - `body-not-expected`: GET and HEAD take no body.
             *     - `header-form`: The form of a header is not supported; `detail` names the header and a supported form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "query-parameter" | "address-malformed" | "time-form" | "body-not-expected" | "header-form";
                        /** @constant */
                        status: 400;
                    };
                };
            };
            /**
             * @description - `not-found`: Nothing exists at this address.
             *     - `story-unknown`: The story does not exist.
             *     - `original-unknown`: The address given to a time gate or time map is not the address of a story.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-found" | "story-unknown" | "original-unknown";
                        /** @constant */
                        status: 404;
                    };
                };
            };
            /** @description - `position-of-another-log`: This position belongs to another log. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "position-of-another-log";
                        /** @constant */
                        status: 409;
                    };
                };
            };
            /** @description - `internal`: The server failed; its log has the details under `instance`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "internal";
                        /** @constant */
                        status: 500;
                    };
                };
            };
            /**
             * @description - `not-ready`: A health check fails; `checks` says which.
             *     - `stale`: The archive has been behind its log for too long, or has not reached the requested position.
             *     - `event-damaged`: An event of this story is damaged. Nothing was written; an operator must restore the log.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not-ready" | "stale" | "event-damaged";
                        /** @constant */
                        status: 503;
                    };
                };
            };
        };
    };
}
